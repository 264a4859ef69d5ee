import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import type { Path } from './place.ts';

/** Where expressions of a plan refer to something, in all arguments and blocks. */
export function referencePaths(expressions: JsonValue | undefined, path: Path = []): readonly Path[] {
  if (isList(expressions)) return expressions.flatMap((each, index) => referencePaths(each, [...path, index]));
  if (!isObject(expressions)) return [];
  if (isList(expressions.references)) return [path];
  return Object.entries(expressions).flatMap(([name, each]) => referencePaths(each, [...path, name]));
}
