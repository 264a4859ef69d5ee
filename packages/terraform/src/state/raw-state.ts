import { quote } from '@tollgate/hcl';
import type { Expect } from '../json/expect.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../json/value.ts';
import { readIndex, readMode } from '../plan/resource-identity.ts';
import { markPlaces } from './sensitive-places.ts';
import type { StateResource } from './state.ts';

/**
 * Reads one element of `resources` in a raw state file, which is a resource with all of its instances.
 * @throws TerraformError with the path of what is not as the format says.
 */
export function readRawInstances(value: JsonValue, path: string, expect: Expect): readonly StateResource[] {
  const resource = expect.object(value, path);
  const mode = readMode(member(resource, 'mode'), `${path}.mode`, expect);
  const type = expect.string(member(resource, 'type'), `${path}.type`);
  const name = expect.string(member(resource, 'name'), `${path}.name`);
  const module = expect.optionalString(member(resource, 'module'), `${path}.module`);
  const source = providerSource(expect.string(member(resource, 'provider'), `${path}.provider`));
  const instances = expect.list(member(resource, 'instances') ?? [], `${path}.instances`);
  return instances.map((element, position) => {
    const at = `${path}.instances[${position}]`;
    const instance = expect.object(element, at);
    const index = readIndex(member(instance, 'index_key'), `${at}.index_key`, expect);
    const values = readAttributes(instance, at, type, expect);
    return {
      address: `${module === null ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}${type}.${name}${instanceKey(index)}`,
      mode,
      type,
      name,
      index,
      module,
      deposed: expect.optionalString(member(instance, 'deposed'), `${at}.deposed`),
      provider: { source, name: source.slice(source.lastIndexOf('/') + 1) },
      values,
      sensitive: markPlaces(values, member(instance, 'sensitive_attributes')),
    };
  });
}

function instanceKey(index: string | number | null): string {
  if (index === null) return '';
  return `[${typeof index === 'number' ? index : quote(index)}]`;
}

/** `module.a.provider["registry.terraform.io/hashicorp/aws"].west` → the address in it; `provider.aws` before Terraform 0.13. */
function providerSource(reference: string): string {
  return /provider\["([^"]+)"\]/.exec(reference)?.[1] ?? /provider\.([^.]+)/.exec(reference)?.[1] ?? reference;
}

function readAttributes(instance: JsonObject, path: string, type: string, expect: Expect): JsonObject {
  if (isObject(member(instance, 'attributes_flat'))) {
    return expect.refuse(`${path}.attributes_flat`, 'has the attributes in the form of Terraform 0.11');
  }
  const attributes = expect.object(member(instance, 'attributes') ?? {}, `${path}.attributes`);
  // Attributes of any type are written with it. Only the schema tells which they are; this one is Terraform's own.
  if (type !== 'terraform_data') return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutType(value)]));
}

function withoutType(value: JsonValue): JsonValue {
  const content = member(value, 'value');
  return content !== undefined && member(value, 'type') !== undefined ? content : value;
}
