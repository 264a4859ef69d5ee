import { redacted } from '@tollgate/terraform';
import type { Tag } from './tag-map.ts';

/** Tags with a known value, for output. */
export function shownTags(tags: Iterable<readonly [string, Tag]>): Record<string, string> {
  return Object.fromEntries(
    [...tags].flatMap(([key, tag]) => {
      if (tag.secret === 'key') return [];
      if (tag.withheld || (tag.value !== null && tag.secret === 'value')) return [[key, redacted]];
      return tag.value === null ? [] : [[key, tag.value]];
    }),
  );
}
