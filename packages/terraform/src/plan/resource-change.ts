import { type Expect, nameType } from '../json/expect.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../json/value.ts';
import { modulePath } from './module-path.ts';
import type { PlannedAction, PlannedResource } from './plan.ts';
import { readIndex, readMode, readProvider } from './resource-identity.ts';

/** Finds the provider configuration key of a resource in the configuration; null when it is not there. */
export type FindProviderConfigKey = (
  modulePath: readonly string[],
  mode: string,
  type: string,
  name: string,
) => string | null;

/** Finds the expressions of the block of a resource in the configuration; null when it is not there. */
export type FindExpressions = (
  modulePath: readonly string[],
  mode: string,
  type: string,
  name: string,
) => JsonObject | null;

/** Lists of actions of Terraform 1.14 and OpenTofu 1.11. `open`: an ephemeral resource, which is read and never kept. */
const actions: Readonly<Record<string, PlannedAction>> = {
  'no-op': 'no-op',
  create: 'create',
  read: 'read',
  open: 'read',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  'delete,create': 'replace',
  'create,delete': 'replace',
  'create,forget': 'replace',
  'forget,create': 'replace',
};

/**
 * Reads one element of `resource_changes`.
 * @throws TerraformError with the path of what is not as the format says.
 */
export function readResourceChange(
  value: JsonValue,
  path: string,
  expect: Expect,
  findKey: FindProviderConfigKey,
  findExpressions: FindExpressions,
): PlannedResource {
  const element = expect.object(value, path);
  const change = expect.object(member(element, 'change'), `${path}.change`);
  const type = expect.string(member(element, 'type'), `${path}.type`);
  const name = expect.string(member(element, 'name'), `${path}.name`);
  const mode = readMode(member(element, 'mode'), `${path}.mode`, expect);
  const module = expect.optionalString(member(element, 'module_address'), `${path}.module_address`);
  const names = module === null ? [] : modulePath(module);
  if (names === null) return expect.refuse(`${path}.module_address`, 'is not the address of a module');
  const expressions = findExpressions(names, mode, type, name);
  return {
    address: expect.string(member(element, 'address'), `${path}.address`),
    mode,
    type,
    name,
    index: readIndex(member(element, 'index'), `${path}.index`, expect),
    module,
    deposed: expect.optionalString(member(element, 'deposed'), `${path}.deposed`),
    provider: readProvider(member(element, 'provider_name'), type, `${path}.provider_name`, expect),
    providerConfigKey: findKey(names, mode, type, name),
    action: readAction(member(change, 'actions'), `${path}.change.actions`, expect),
    importing: readImporting(member(change, 'importing'), `${path}.change.importing`, expect),
    previousAddress: expect.optionalString(member(element, 'previous_address'), `${path}.previous_address`),
    before: readValues(member(change, 'before'), `${path}.change.before`, expect),
    after: readValues(member(change, 'after'), `${path}.change.after`, expect),
    afterUnknown: readMarks(member(change, 'after_unknown'), `${path}.change.after_unknown`, expect),
    beforeSensitive: readMarks(member(change, 'before_sensitive'), `${path}.change.before_sensitive`, expect),
    afterSensitive: readMarks(member(change, 'after_sensitive'), `${path}.change.after_sensitive`, expect),
    ...(expressions === null ? {} : { expressions }),
  };
}

function readAction(value: JsonValue | undefined, path: string, expect: Expect): PlannedAction {
  const words = expect.list(value, path).map((word, index) => expect.string(word, `${path}[${index}]`));
  const key = words.join(',');
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
  return (
    action ?? expect.refuse(path, `is [${words.map((word) => `"${word}"`).join(', ')}], which is no action known here`)
  );
}

function readImporting(value: JsonValue | undefined, path: string, expect: Expect): PlannedResource['importing'] {
  if (value === undefined || value === null) return null;
  return { id: expect.optionalString(member(expect.object(value, path), 'id'), `${path}.id`) };
}

function readValues(value: JsonValue | undefined, path: string, expect: Expect): JsonObject | null {
  return value === undefined || value === null ? null : expect.object(value, path);
}

/** Marks are an object in the shape of the values, or `true` or `false` for all of them. */
function readMarks(value: JsonValue | undefined, path: string, expect: Expect): JsonValue {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean' || isObject(value)) return value;
  return expect.refuse(path, `is ${nameType(value)}, where an object is expected`);
}
