import { bareKey } from '../near-miss.ts';

/**
 * The value that a person may have meant: one that differs only in case or separators, else in one letter, else one that begins
 * as the given one does, as `production` and `prod`. Null when there is none.
 */
export function nearValue(given: string, allowed: readonly string[]): string | null {
  const bare = bareKey(given);
  const candidates = allowed
    .filter((value) => !value.includes('*') && value !== '')
    .map((value) => [value, bareKey(value)] as const);
  const found =
    candidates.find(([, other]) => other === bare) ??
    candidates.find(([, other]) => Math.min(other.length, bare.length) >= 3 && isOneEdit(bare, other)) ??
    candidates.find(([, other]) => {
      const [shorter, longer] = bare.length < other.length ? [bare, other] : [other, bare];
      return shorter.length >= 3 && longer.startsWith(shorter);
    });
  return found?.[0] ?? null;
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
