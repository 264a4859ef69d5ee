import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';

/** Where a value stands in a resource: `['root_block_device', 0, 'volume_size']`. */
export type Path = readonly (string | number)[];

/** Writes a path as people do: `root_block_device[0].volume_size`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

/** The part of a JSON value at a path; undefined when it is not there. */
export function partAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  let part = value;
  for (const step of path) {
    if (typeof step === 'number') {
      part = isList(part) ? part[step] : undefined;
    } else {
      part = isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
    }
  }
  return part;
}

/** Whether a mark holds for the value at a path: marks are true for all that is below them. */
export function isMarked(marks: JsonValue | undefined, path: Path): boolean {
  let mark = marks;
  for (const step of path) {
    if (mark === true) return true;
    mark = partAt(mark, [step]);
  }
  return mark === true;
}

/** The reasons why the value at a path is unknown, or those of the nearest value around it. */
export function reasonsAt({ reasons }: ResourceView, path: Path): readonly string[] {
  for (let length = path.length; length > 0; length--) {
    const key = pathText(path.slice(0, length));
    const found = reasons.find((reason) => pathText(reason.path) === key);
    if (found !== undefined) return found.reasons;
  }
  return [];
}

/** Whether the configuration of a plan has an argument or a block; null when the plan does not tell. */
export function isWritten({ expressions }: ResourceView, path: Path): boolean | null {
  if (expressions === undefined) return null;
  // Dynamic blocks are not here: of what is below a block that is not here it cannot be told.
  for (let length = 1; length <= path.length; length++) {
    if (partAt(expressions, path.slice(0, length)) === undefined) return length === path.length ? false : null;
  }
  return true;
}
