import type { Expect } from '../json/expect.ts';
import { isObject, type JsonValue, member } from '../json/value.ts';
import { readIndex, readMode, readProvider } from '../plan/resource-identity.ts';
import type { StateResource } from './state.ts';

/**
 * Reads a module of the JSON of `terraform show -json`, with the modules inside of it.
 * @throws TerraformError with the path of what is not as the format says.
 */
export function readShownModule(value: JsonValue, path: string, expect: Expect): readonly StateResource[] {
  const module = expect.object(value, path);
  const address = expect.optionalString(member(module, 'address'), `${path}.address`);
  const resources = elements(module, 'resources', path, expect).map(([resource, at]) =>
    readShownResource(resource, at, address, expect),
  );
  const inside = elements(module, 'child_modules', path, expect).map(([child, at]) =>
    readShownModule(child, at, expect),
  );
  return [...resources, ...inside.flat()];
}

function readShownResource(value: JsonValue, path: string, module: string | null, expect: Expect): StateResource {
  const resource = expect.object(value, path);
  const type = expect.string(member(resource, 'type'), `${path}.type`);
  const sensitive = member(resource, 'sensitive_values') ?? false;
  return {
    address: expect.string(member(resource, 'address'), `${path}.address`),
    mode: readMode(member(resource, 'mode'), `${path}.mode`, expect),
    type,
    name: expect.string(member(resource, 'name'), `${path}.name`),
    index: readIndex(member(resource, 'index'), `${path}.index`, expect),
    module,
    deposed: expect.optionalString(member(resource, 'deposed_key'), `${path}.deposed_key`),
    provider: readProvider(member(resource, 'provider_name'), type, `${path}.provider_name`, expect),
    values: expect.object(member(resource, 'values') ?? {}, `${path}.values`),
    sensitive: isObject(sensitive) || typeof sensitive === 'boolean' ? sensitive : true,
  };
}

function elements(value: JsonValue, key: string, path: string, expect: Expect): [JsonValue, string][] {
  const list = member(value, key);
  if (list === undefined || list === null) return [];
  return expect.list(list, `${path}.${key}`).map((element, index) => [element, `${path}.${key}[${index}]`]);
}
