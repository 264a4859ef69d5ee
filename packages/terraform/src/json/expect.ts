import { TerraformError } from '../error.ts';
import type { DocumentKind } from './refusal.ts';
import { isList, isObject, type JsonObject, type JsonValue } from './value.ts';

/** Reads values whose type the format fixes; `path` names the place as a person would: `resource_changes[3].change.actions`. */
export interface Expect {
  object(value: JsonValue | undefined, path: string): JsonObject;
  list(value: JsonValue | undefined, path: string): readonly JsonValue[];
  /** A string that is not empty. */
  string(value: JsonValue | undefined, path: string): string;
  /** Null for a value that is absent, null or the empty string, which Terraform's format treats alike. */
  optionalString(value: JsonValue | undefined, path: string): string | null;
  /** Refuses what stands at a place for a reason of its own. */
  refuse(path: string, problem: string): never;
}

/**
 * Makes the checks for one file.
 * @throws TerraformError from each of them, naming file and path.
 */
export function expecting(kind: DocumentKind, file: string): Expect {
  const refuse = (path: string, problem: string): never => {
    throw new TerraformError(
      file,
      `Cannot read the ${kind.name} ${file}: ${path} ${problem}. The file was changed or is not what ${kind.origin} wrote; write it again.`,
    );
  };
  const wrong = (path: string, wanted: string, value: JsonValue | undefined) =>
    refuse(path, value === undefined ? 'is missing' : `is ${nameType(value)}, where ${wanted} is expected`);
  return {
    object: (value, path) => (isObject(value) ? value : wrong(path, 'an object', value)),
    list: (value, path) => (isList(value) ? value : wrong(path, 'a list', value)),
    string: (value, path) => (typeof value === 'string' && value !== '' ? value : wrong(path, 'a text', value)),
    optionalString: (value, path) => {
      if (value === undefined || value === null || value === '') return null;
      return typeof value === 'string' ? value : wrong(path, 'a text', value);
    },
    refuse,
  };
}

/** `a list`, `the number 3`: what a value is, for a message. */
export function nameType(value: JsonValue): string {
  if (value === null) return 'null';
  if (value === '') return 'an empty text';
  if (isList(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${value}`;
}
