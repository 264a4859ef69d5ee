import { constrainsValue, type TagRule } from './tag-rule.ts';
import { valueMistake } from './tag-value.ts';

/** Why no value keeps a rule; null when one may. */
export function selfConflict(rule: TagRule): string | null {
  if (rule.oneOf === null || rule.oneOf.some((value) => valueMistake(rule, value) === null)) return null;
  return `None of the values that "oneOf" allows for "${rule.key}" keeps the rest of the rule.`;
}

/** Sentences about two sets of rules that nothing can keep at once. */
export function ruleConflicts(one: readonly TagRule[], other: readonly TagRule[]): readonly string[] {
  return one.flatMap((rule) => other.flatMap((second) => conflictOf(rule, second) ?? []));
}

function conflictOf(one: TagRule, other: TagRule): string | null {
  const key = commonKey(one, other);
  if (key === null) return null;
  // Whatever is said of a key that may be left out can be kept by leaving it out.
  if (one.presence !== 'required' && other.presence !== 'required') return null;
  if (one.presence === 'forbidden' || other.presence === 'forbidden')
    return `The key "${key}" is required and forbidden.`;
  if (!constrainsValue(one) || !constrainsValue(other)) return null;
  const least = Math.max(one.minLength, other.minLength);
  const most = Math.min(one.maxLength, other.maxLength);
  if (least > most) return `The value of "${key}" needs at least ${least} characters, and may have at most ${most}.`;
  return valueConflict(key, one, other) ?? valueConflict(key, other, one);
}

/** The key that both are about; null when there is none. Of two patterns of keys none is certain to be there. */
function commonKey(one: TagRule, other: TagRule): string | null {
  if (one.keys === null) return one.key === other.key || other.keys?.(one.key) === true ? one.key : null;
  return other.keys === null && one.keys(other.key) ? other.key : null;
}

/** Whether none of the listed values keeps the other rule, in any writing that the list allows. */
function valueConflict(key: string, listed: TagRule, other: TagRule): string | null {
  if (listed.oneOf === null) return null;
  const caseInsensitive = listed.caseInsensitive || other.caseInsensitive;
  const second = { ...other, caseInsensitive };
  const writings = (value: string) =>
    listed.caseInsensitive ? [value, value.toLowerCase(), value.toUpperCase()] : [value];
  if (listed.oneOf.some((value) => writings(value).some((writing) => valueMistake(second, writing) === null)))
    return null;
  if (other.oneOf !== null) {
    return `The values allowed for "${key}" have none in common: ${list(listed.oneOf)} and ${list(other.oneOf)}.`;
  }
  const wanted = other.pattern === null ? 'the other rule' : `"${other.pattern.source}"`;
  return `None of the values allowed for "${key}" (${list(listed.oneOf)}) matches ${wanted}.`;
}

function list(values: readonly string[]): string {
  const shown = values.slice(0, 5).map((value) => `"${value}"`);
  return `${shown.join(', ')}${values.length > shown.length ? ', …' : ''}`;
}
