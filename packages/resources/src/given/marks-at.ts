import type { JsonValue } from '@tollgate/policy-engine';
import { isList } from '@tollgate/terraform';
import { parsePlace, type ValuePath } from '../values/place-text.ts';

type Marks = boolean | { [name: string]: Marks } | Marks[];

/** The longest list that a place can be in: a test that marks the millionth element is a mistake. */
const mostElements = 1_000;

/**
 * Makes marks, as plans have them, of the places that a test case names.
 * @throws Error whose message is a sentence, for what is no place.
 */
export function marksAt(places: JsonValue | undefined, address: string): JsonValue {
  let marks: Marks = {};
  for (const place of isList(places) ? places : []) {
    const path = typeof place === 'string' ? parsePlace(place) : null;
    if (path === null || path.some((step) => typeof step === 'number' && step >= mostElements)) {
      throw new Error(
        `"${String(place)}" of ${address} is no place in its values, such as tags.Owner or disk[0].size.`,
      );
    }
    marks = withMark(marks, path);
  }
  return marks;
}

function withMark(marks: Marks, path: ValuePath): Marks {
  const [step, ...rest] = path;
  if (step === undefined || marks === true) return true;
  if (typeof step === 'number') {
    const list: Marks[] = Array.isArray(marks) ? [...marks] : [];
    while (list.length <= step) list.push(false);
    list[step] = withMark(list[step] ?? false, rest);
    return list;
  }
  const object = typeof marks === 'object' && !Array.isArray(marks) ? marks : {};
  const below = Object.hasOwn(object, step) ? (object[step] ?? false) : false;
  return Object.fromEntries([...Object.entries(object), [step, withMark(below, rest)]]);
}
