import { quoted } from '../open-end.ts';
import { nearValue } from './near-value.ts';
import type { TagRule } from './tag-rule.ts';

/** What is wrong with a value, as the rest of a sentence that begins with the value; null when nothing is. */
export function valueMistake(rule: TagRule, value: string): string | null {
  if (rule.noneOf.length > 0 && includes(rule.noneOf, value, rule)) return 'is not allowed';
  if (rule.oneOf !== null && !includes(rule.oneOf, value, rule)) return notAllowed(value, rule.oneOf);
  if (rule.like !== null && !rule.like.some(({ matches }) => matches(value))) {
    return notAllowed(
      value,
      rule.like.map(({ wildcard }) => wildcard),
    );
  }
  if (rule.pattern !== null && !rule.pattern.matches(value)) return `does not match ${quoted(rule.pattern.source)}`;
  if (rule.format !== null && !rule.format.fits(value)) return `is not ${rule.format.wanted}`;
  const length = rule.minLength > 0 || rule.maxLength < Number.POSITIVE_INFINITY ? [...value].length : 0;
  if (length < rule.minLength) return `has ${characters(length)}, and needs at least ${rule.minLength}`;
  if (length > rule.maxLength) return `has ${characters(length)}, and may have at most ${rule.maxLength}`;
  return null;
}

/** Whether a list has a value, as the rule compares values. */
function includes(list: readonly string[], value: string, { caseInsensitive }: TagRule): boolean {
  if (list.includes(value)) return true;
  return caseInsensitive && list.some((one) => one.toLowerCase() === value.toLowerCase());
}

const MAX_SHOWN = 8;

function notAllowed(value: string, allowed: readonly string[]): string {
  const near = nearValue(value, allowed);
  const hint = near === null ? '' : ` (did you mean ${quoted(near)}?)`;
  const shown = allowed.slice(0, MAX_SHOWN).map(quoted).join(', ');
  const more = allowed.length > MAX_SHOWN ? ` and ${allowed.length - MAX_SHOWN} more` : '';
  return `is not allowed${hint}; allowed: ${shown}${more}`;
}

function characters(count: number): string {
  return `${count} ${count === 1 ? 'character' : 'characters'}`;
}
