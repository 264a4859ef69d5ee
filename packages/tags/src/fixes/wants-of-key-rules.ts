import { quoted } from '../open-end.ts';
import { type CloudLimits, cloudLimits, keyLimit, valueLimit } from '../rules/cloud-limits.ts';
import { isWritten, written } from '../rules/key-case.ts';
import type { KeysRule } from '../rules/keys-form.ts';
import type { Tag } from '../tag-map.ts';
import { shownKeys, type Tagged } from '../tagged.ts';
import { mendText } from './mend-text.ts';
import type { Want } from './want.ts';

/** What a broken rule of the form `tagKeys` wants. */
export function wantsOfKeyRules(tagged: Tagged, rule: KeysRule): readonly Want[] {
  const limits = rule.cloudLimits && tagged.cloud !== null ? cloudLimits[tagged.cloud] : null;
  const wants = shownKeys(tagged.tags).flatMap((key) => [
    ...wantsOfKey(key, tagged, rule, limits),
    ...wantsOfValue(key, tagged.tags.get(key), limits),
  ]);
  if (limits?.caseInsensitiveKeys === true) wants.push(...twins(tagged));
  const count = tagged.tags.size;
  const most = Math.min(rule.maxCount, limits?.maxTags ?? Number.POSITIVE_INFINITY);
  const none = (reason: string): Want => ({ kind: 'none', key: null, reason });
  if (count > most) wants.push(none(`nobody but you knows which of ${count} ${tagged.noun}s may go.`));
  if (count < rule.minCount && tagged.openEnd === null)
    wants.push(none(`nobody but you knows which ${tagged.noun}s are wanted.`));
  return wants;
}

function wantsOfKey(key: string, { tags, noun }: Tagged, rule: KeysRule, limits: CloudLimits | null): Want[] {
  if (rule.forbid.some(({ matches }) => matches(key))) return [{ kind: 'remove', key }];
  const isFree = rule.except.some((matches) => matches(key));
  const isRight = (candidate: string) =>
    (isFree || rule.writing === null || isWritten(candidate, rule.writing.keyCase)) &&
    (isFree || rule.pattern === null || rule.pattern.matches(candidate)) &&
    (limits === null || keyLimit(candidate, limits) === null);
  if (isRight(key)) return [];
  const cased = rule.writing === null || isFree ? key : written(key, rule.writing.keyCase);
  const to = isRight(cased) ? cased : mendText(cased, isRight);
  if (to === null) {
    return [{ kind: 'none', key, reason: `no other writing of the key ${quoted(key)} is as required. Rename it.` }];
  }
  if (tags.has(to)) {
    const reason = `the ${noun} ${quoted(to)}, as the key should be written, is there too. Remove one of them.`;
    return [{ kind: 'none', key, reason }];
  }
  return [{ kind: 'rename', key, to }];
}

/** Keys that are one to the cloud: the first of them is kept. */
function twins({ tags }: Tagged): Want[] {
  const keys = shownKeys(tags);
  return keys.flatMap((key): Want[] => {
    const twin = keys.find((other) => other < key && other.toLowerCase() === key.toLowerCase());
    if (twin === undefined) return [];
    const value = tags.get(key)?.value ?? null;
    if (value !== null && value === tags.get(twin)?.value) return [{ kind: 'remove', key }];
    const reason = `${quoted(twin)} is there too, which is the same key, with another value. Keep the one that is meant.`;
    return [{ kind: 'none', key, reason }];
  });
}

function wantsOfValue(key: string, tag: Tag | undefined, limits: CloudLimits | null): Want[] {
  if (limits === null || typeof tag?.value !== 'string' || valueLimit(tag.value, limits) === null) return [];
  if (tag.secret !== 'nothing') {
    return [{ kind: 'none', key, reason: 'the value is sensitive, and must not be shown: change it by hand.' }];
  }
  const to = mendText(tag.value, (text) => valueLimit(text, limits) === null);
  if (to !== null) return [{ kind: 'set', key, to }];
  const reason = `no other writing of the value of ${quoted(key)} is what the cloud takes. Write another one.`;
  return [{ kind: 'none', key, reason }];
}
