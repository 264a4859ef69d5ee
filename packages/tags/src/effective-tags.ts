import type { FindNamed } from './named-resources.ts';
import { type NestedTags, type NestedUnknown, nestedTags } from './nested-tags.ts';
import { resolveTags } from './resolve.ts';
import { shownTags } from './shown-tags.ts';
import type { Tag } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/** The tags that a resource has after apply, safe to show: secrets are left out. Lists are sorted. */
export interface EffectiveTags {
  /** Whether the resource can carry tags. If not, all else is empty. */
  readonly taggable: boolean;
  /** Tags whose value is known; a sensitive value is replaced by `(sensitive value)`. */
  readonly tags: Readonly<Record<string, string>>;
  /** Whether there may be keys that the input does not tell. */
  readonly unknownKeys: boolean;
  /** Keys that are there, with a value that is known only after apply. */
  readonly unknownValues: readonly string[];
  /** Keys that come from the provider's default tags alone. */
  readonly fromDefaults: readonly string[];
  /** Keys in `tags` whose value is sensitive. */
  readonly sensitiveValues: readonly string[];
  /** Whether there are further keys that are not shown, because the tags are sensitive as a whole. */
  readonly hiddenKeys: boolean;
  /** Tags of what the resource makes beside itself. */
  readonly nested: NestedTags;
  /** What of these is not known, by the same paths; absent when all is. */
  readonly nestedUnknown?: Readonly<Record<string, NestedUnknown>>;
}

/** Gives the tags of a resource after apply, with the provider's default tags merged in. */
export function effectiveTags(source: TagSource, find?: FindNamed): EffectiveTags {
  const resolved = resolveTags(source);
  const { nested, nestedUnknown } = nestedTags(source, find);
  const all = [...(resolved?.tags ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const visible = all.filter(([, tag]) => tag.secret !== 'key');
  return {
    taggable: resolved !== null,
    tags: shownTags(visible),
    unknownKeys: resolved !== null && resolved.openEnd !== null,
    unknownValues: keysOf(visible, (tag) => tag.value === null && !tag.withheld),
    fromDefaults: keysOf(visible, (_, key) => resolved?.fromDefaults.has(key) ?? false),
    sensitiveValues: keysOf(visible, (tag) => tag.secret === 'value' && (tag.value !== null || tag.withheld)),
    hiddenKeys: visible.length < all.length || resolved?.own.openEnd?.kind === 'withheld',
    nested,
    ...(Object.keys(nestedUnknown).length === 0 ? {} : { nestedUnknown }),
  };
}

function keysOf(tags: readonly (readonly [string, Tag])[], test: (tag: Tag, key: string) => boolean): string[] {
  return tags.filter(([key, tag]) => test(tag, key)).map(([key]) => key);
}
