import type { ResourceView } from '@tollgate/resources';
import { openEndText } from './open-end.ts';
import { resolveTags } from './resolve.ts';
import type { SuggestValues } from './suggestions/suggested-value.ts';
import type { Tag } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/** A thing with tags, as rules of the gate look at it: a resource, or the default tags of a provider. Holds secrets. */
export interface Tagged {
  readonly origin: ResourceView['origin'];
  readonly noun: 'tag' | 'label';
  /** Whose limits count; null when it is none of the three. */
  readonly cloud: Cloud | null;
  /** Where the tags are written: `tags`, `settings.user_labels`. */
  readonly label: string;
  readonly tags: ReadonlyMap<string, Tag>;
  /** Why there may be further keys, as the end of a sentence; null when these are all. */
  readonly openEnd: string | null;
  /** Suggests values for a tag; absent where nothing is at hand that could tell. */
  readonly suggest?: SuggestValues;
}

/** A resource with its tags. */
export interface TaggedResource extends Tagged {
  readonly address: string;
  readonly type: string;
  /** The tags that the resource itself is given. */
  readonly own: ReadonlyMap<string, Tag>;
  /** Why there may be further own keys. */
  readonly ownOpenEnd: string | null;
}

export type Cloud = 'aws' | 'azure' | 'google';

/** The resource with its tags; null when it carries none. */
export function taggedResource(source: TagSource): TaggedResource | null {
  const resolved = resolveTags(source);
  if (resolved === null) return null;
  const { placement, own, tags, openEnd } = resolved;
  const { label, name, effective } = placement;
  return {
    origin: source.origin,
    noun: name.includes('label') ? 'label' : 'tag',
    cloud: cloudOf(source.type),
    label,
    tags,
    openEnd: openEnd === null ? null : openEndText(openEnd, label, effective),
    address: source.address,
    type: source.type,
    own: own.tags,
    ownOpenEnd: own.openEnd === null ? null : openEndText(own.openEnd, label, null),
  };
}

/** The cloud of a resource type or of a provider. */
export function cloudOf(name: string): Cloud | null {
  if (/^(?:aws|awscc)(?:_|$)/.test(name)) return 'aws';
  if (/^(?:azurerm|azurestack|azapi)(?:_|$)/.test(name)) return 'azure';
  return /^google(?:_|-|$)/.test(name) ? 'google' : null;
}

/** Keys that may be shown, sorted. */
export function shownKeys(tags: ReadonlyMap<string, Tag>): string[] {
  return [...tags]
    .filter(([, tag]) => tag.secret !== 'key')
    .map(([key]) => key)
    .sort();
}
