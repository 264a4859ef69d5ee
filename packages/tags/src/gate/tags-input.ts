import { type Resolver, type Unknown, unknown } from '@tollgate/cel';
import type { Tag } from '../tag-map.ts';

/**
 * Gives tags to conditions as a map. A key that is not there is missing, unless further keys may come to light: then it is
 * unknown. Sensitive values are unknown too, so that no message tells them.
 */
export function tagsInput(tags: ReadonlyMap<string, Tag>, openEnd: string | null): Resolver {
  const further: Unknown | null = openEnd === null ? null : unknown(openEnd);
  return {
    get: (key) => {
      const tag = tags.get(key);
      return tag === undefined ? (further ?? undefined) : tagValue(tag);
    },
    has: (key) => (tags.has(key) ? true : (further ?? false)),
    keys: () =>
      further ?? (hasSecretKey(tags) ? unknown('the tags are sensitive as a whole') : [...tags.keys()].sort()),
  };
}

function tagValue({ value, secret, withheld, reasons }: Tag): string | Unknown {
  if (secret !== 'nothing' || withheld) return unknown('the value of the tag is sensitive');
  if (value !== null) return value;
  return reasons.length === 0 ? unknown('the value of the tag is known only after apply') : unknown(...reasons);
}

function hasSecretKey(tags: ReadonlyMap<string, Tag>): boolean {
  return [...tags.values()].some(({ secret }) => secret === 'key');
}
