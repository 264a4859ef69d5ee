import { bareKey } from '../near-miss.ts';

/**
 * The value that a person may have meant: one that differs only in case or separators, else in one letter, else one that begins
 * as the given one does, as `production` and `prod`. Null when there is none.
 */
export function nearValue(given: string, allowed: readonly string[]): string | null {
  return nearValues(given, allowed)[0] ?? null;
}

/** All values that are as near to the given one as the nearest is. */
export function nearValues(given: string, allowed: readonly string[]): readonly string[] {
  const bare = bareKey(given);
  const candidates = allowed.filter((value) => !value.includes('*') && value !== '');
  for (const isNear of [isSame, isOneLetterOff, isBeginning]) {
    const found = candidates.filter((value) => isNear(bare, bareKey(value)));
    if (found.length > 0) return found;
  }
  return [];
}

function isSame(one: string, other: string): boolean {
  return one === other;
}

/** Whether two bare texts differ in one letter, or in the order of two. Short ones are too often different words. */
export function isOneLetterOff(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 3 && isOneEdit(one, other);
}

function isBeginning(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= 3 && longer.startsWith(shorter);
}

/** Whether one text becomes the other by adding, leaving out or changing one letter, or by changing two neighbours over. */
function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  if (rest.length !== otherRest.length) return rest.slice(1) === otherRest || rest === otherRest.slice(1);
  const isSwapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return isSwapped || rest.slice(1) === otherRest.slice(1);
}
