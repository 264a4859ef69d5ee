import { nearMiss } from '../near-miss.ts';
import { quoted } from '../open-end.ts';
import { nearValues } from '../rules/near-value.ts';
import type { TagRule } from '../rules/tag-rule.ts';
import { valueMistake } from '../rules/tag-value.ts';
import type { Tag } from '../tag-map.ts';
import { shownKeys, type Tagged } from '../tagged.ts';
import { mendText } from './mend-text.ts';
import type { Want } from './want.ts';

/** What broken rules of the form `tags` want. What is only unknown is no violation, and wants nothing. */
export function wantsOfTagRules(tagged: Tagged, rules: readonly TagRule[]): readonly Want[] {
  return rules.flatMap((rule) => [
    ...missingKey(tagged, rule, rules),
    ...presentKeys(tagged, rule),
    ...spellings(tagged, rule),
  ]);
}

function missingKey({ tags, openEnd }: Tagged, rule: TagRule, rules: readonly TagRule[]): Want[] {
  const { key, presence, oneOf } = rule;
  if (presence !== 'required' || tags.has(key) || openEnd !== null) return [];
  // A key that another rule is about is meant as it is written.
  const free = shownKeys(tags).filter((other) => !rules.some((about) => about.key === other));
  const near = nearMiss(key, free);
  if (near !== null) return [{ kind: 'rename', key: near, to: key }];
  const only = oneOf?.length === 1 ? (oneOf[0] ?? null) : null;
  return [{ kind: 'add', key, only, mistake: (value) => valueMistake(rule, value) }];
}

function presentKeys({ tags }: Tagged, rule: TagRule): Want[] {
  const found = rule.keys === null ? [rule.key] : [...tags.keys()].filter(rule.keys).sort();
  return found.flatMap((key): Want[] => {
    const tag = tags.get(key);
    if (tag === undefined) return [];
    if (rule.presence === 'forbidden') {
      const hidden = 'the key is sensitive, and must not be shown: remove it by hand.';
      return [tag.secret === 'key' ? { kind: 'none', key: null, reason: hidden } : { kind: 'remove', key }];
    }
    return wrongValue(rule, key, tag);
  });
}

function wrongValue(rule: TagRule, key: string, { value, secret }: Tag): Want[] {
  const mistake = value === null ? null : valueMistake(rule, value);
  if (value === null || mistake === null) return [];
  if (secret !== 'nothing') {
    const reason = 'the value is sensitive, and must not be shown: change it by hand.';
    return [{ kind: 'none', key: secret === 'key' ? null : key, reason }];
  }
  const near = nearValues(value, rule.oneOf ?? []).filter((candidate) => valueMistake(rule, candidate) === null);
  const [first, ...others] = near;
  if (first !== undefined && others.length === 0) return [{ kind: 'set', key, to: first }];
  if (first !== undefined) {
    const reason = `several allowed values are near ${quoted(start(value))}: ${near.map(quoted).join(', ')}. Write the one that is meant.`;
    return [{ kind: 'none', key, reason }];
  }
  const mended = rule.oneOf === null ? mendText(value, (text) => valueMistake(rule, text) === null) : null;
  if (mended !== null) return [{ kind: 'set', key, to: mended }];
  return [{ kind: 'none', key, reason: `${quoted(start(value))} ${mistake}. Write the value that is meant.` }];
}

/** Keys in another case. One that stands in for a required key is renamed already. */
function spellings({ tags }: Tagged, rule: TagRule): Want[] {
  if (!rule.exactCase || rule.keys !== null) return [];
  const folded = rule.key.toLowerCase();
  const others = shownKeys(tags).filter((key) => key !== rule.key && key.toLowerCase() === folded);
  const wanted = tags.get(rule.key);
  return others.flatMap((key): Want[] => {
    if (wanted === undefined) return rule.presence === 'required' ? [] : [{ kind: 'rename', key, to: rule.key }];
    const value = tags.get(key)?.value ?? null;
    if (value !== null && value === wanted.value) return [{ kind: 'remove', key }];
    const reason = `${quoted(rule.key)} is there too, with another value. Keep the one that is meant.`;
    return [{ kind: 'none', key, reason }];
  });
}

/** A value that is too long is still told apart. */
function start(value: string): string {
  const characters = [...value];
  return characters.length <= 60 ? value : `${characters.slice(0, 60).join('')}…`;
}
