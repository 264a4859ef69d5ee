import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** An input of an action, as `action.yml` declares it. */
export interface ActionInput {
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
}

/** What the project takes from an action's `action.yml`, and the permissions beside it. */
export interface ActionMetadata {
  /** The folder below `actions/`. */
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, ActionInput>>;
  /** Output name to description. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * The text of `permissions.yml`: a `permissions:` block with a comment beside every permission. GitHub has no place
   * for it in `action.yml`. Undefined when the file is missing; an action that needs none says `permissions: {}`.
   */
  readonly permissionsText: string | undefined;
  /** The same as data, permission to access. */
  readonly permissions: Readonly<Record<string, string>> | undefined;
}

/** An action.yml or permissions.yml that cannot be used; the message names the file and what to do. */
export class MetadataError extends Error {
  override readonly name = 'MetadataError';
}

/** readActions reads every folder of `actions/` that has an `action.yml`, sorted by name. */
export function readActions(root: string): ActionMetadata[] {
  const folder = join(root, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'action.yml')))
    .sort()
    .map((name) => readAction(root, name));
}

function readAction(root: string, name: string): ActionMetadata {
  const file = `actions/${name}/action.yml`;
  const action = readMapping(join(root, file), file);
  const permissionsFile = `actions/${name}/permissions.yml`;
  const hasPermissions = existsSync(join(root, permissionsFile));
  return {
    name,
    description: textOf(action, 'description', file),
    inputs: mapValues(mappingOf(action, 'inputs', file), (value, input) =>
      readInput(value, `${file}: input '${input}'`),
    ),
    outputs: mapValues(mappingOf(action, 'outputs', file), (value, output) => {
      const place = `${file}: output '${output}'`;
      return textOf(asMapping(value, place), 'description', place);
    }),
    permissionsText: hasPermissions ? readFileSync(join(root, permissionsFile), 'utf8') : undefined,
    permissions: hasPermissions ? readPermissions(root, permissionsFile) : undefined,
  };
}

function readInput(value: unknown, place: string): ActionInput {
  const input = asMapping(value, place);
  const unknown = Object.keys(input).find(
    (key) => !['description', 'required', 'default', 'deprecationMessage'].includes(key),
  );
  // GitHub ignores such a key, and with it what its author meant.
  if (unknown !== undefined) throw new MetadataError(`${place} has the unknown key '${unknown}': remove or mend it.`);
  const required = input.required ?? false;
  if (typeof required !== 'boolean') throw new MetadataError(`${place}: 'required' must be true or false.`);
  const fallback = input.default;
  if (fallback !== undefined && typeof fallback !== 'string') {
    throw new MetadataError(`${place}: 'default' must be a string, as the action gets one: put it in quotes.`);
  }
  return { description: textOf(input, 'description', place), required, default: fallback };
}

function readPermissions(root: string, file: string): Record<string, string> {
  const block = mappingOf(readMapping(join(root, file), file), 'permissions', file);
  return mapValues(block, (access, scope) => {
    if (access === 'read' || access === 'write' || access === 'none') return access;
    throw new MetadataError(`${file}: '${scope}' must be read, write or none.`);
  });
}

type Mapping = Readonly<Record<string, unknown>>;

function readMapping(path: string, file: string): Mapping {
  const document = parseDocument(readFileSync(path, 'utf8'));
  const [error] = document.errors;
  if (error !== undefined) throw new MetadataError(`${file} is not YAML: ${error.message}`);
  return asMapping(document.toJS(), file);
}

function mappingOf(owner: Mapping, key: string, place: string): Mapping {
  const value = owner[key];
  return value === undefined || value === null ? {} : asMapping(value, `${place}: '${key}'`);
}

function asMapping(value: unknown, place: string): Mapping {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new MetadataError(`${place} must be a mapping of names to values.`);
}

function textOf(owner: Mapping, key: string, place: string): string {
  const value = owner[key];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new MetadataError(`${place} has no ${key}: add one.`);
}

function mapValues<T>(mapping: Mapping, convert: (value: unknown, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, convert(value, key)]));
}
