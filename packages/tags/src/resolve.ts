import { type Attribute, attribute } from './attribute.ts';
import { defaultTagsFor } from './default-tags.ts';
import type { OpenEnd } from './open-end.ts';
import { findPlacement, type Placement } from './placement.ts';
import { overlay, readTags, type Tag, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/** The tags that a resource has after apply, secrets included: never for output. */
export interface ResolvedTags {
  readonly placement: Placement;
  /** Those that the resource itself is given. */
  readonly own: TagMap;
  readonly tags: ReadonlyMap<string, Tag>;
  /** Keys that come from the provider alone. */
  readonly fromDefaults: ReadonlySet<string>;
  /** Why there may be further keys; null when these are all. */
  readonly openEnd: OpenEnd | null;
}

/** Finds the tags of a resource; null when it carries none. Nothing is guessed: what the input does not tell stays open. */
export function resolveTags(source: TagSource): ResolvedTags | null {
  const placement = findPlacement(source);
  if (placement === null) return null;
  const own = ownTags(placement);
  // What somebody writes into the merged tags the provider writes over; only a plan and a state tell the result.
  const merged = source.origin !== 'configuration' ? mergedTags(placement.holder, placement.effective) : null;
  if (merged !== null) {
    const managed = managedLabels(placement) ?? merged;
    const merging = [...merged.tags].map(([key, tag]): [string, Tag] => [key, keepSecret(tag, own.tags.get(key))]);
    return {
      placement,
      own,
      // Tags that the provider is told to ignore are set when the resource is created, and missing in the merged ones.
      tags: new Map([...own.tags, ...merging]),
      fromDefaults: own.openEnd === null ? without(managed, own) : new Set(),
      openEnd: own.openEnd,
    };
  }
  const defaults = defaultTagsFor(source, placement);
  return {
    placement,
    own,
    ...overlay(defaults, own),
    fromDefaults: own.openEnd === null ? without(defaults, own) : new Set(),
  };
}

/** Auto Scaling groups have blocks `tag`, and before version 5 of the provider also a list `tags`; both count. */
function ownTags({ holder, name, kind }: Placement): TagMap {
  const own = readTags(attribute(holder, name));
  return kind === 'tag-block' ? overlay(readTags(attribute(holder, 'tags')), own) : own;
}

/**
 * The tags with the default tags merged in, when they are there. AWS leaves them all unknown as soon as one value is, or when
 * there are none; own and default tags then tell as much.
 */
function mergedTags(holder: Attribute, name: string | null): TagMap | null {
  if (name === null) return null;
  const found = attribute(holder, name);
  if (found.value === undefined || found.value === null) return null;
  const merged = readTags(found);
  return merged.openEnd === null ? merged : null;
}

/** What Terraform manages of Google's labels: the effective ones also have those that others have put on the resource. */
function managedLabels({ holder, effective }: Placement): TagMap | null {
  return effective === 'effective_labels' ? mergedTags(holder, 'terraform_labels') : null;
}

/** Providers do not carry the sensitivity of own tags over to the merged ones. */
function keepSecret(tag: Tag, own: Tag | undefined): Tag {
  return own === undefined || own.secret === 'nothing' || tag.secret === 'key' ? tag : { ...tag, secret: own.secret };
}

function without(tags: TagMap, own: TagMap): ReadonlySet<string> {
  return new Set([...tags.tags.keys()].filter((key) => !own.tags.has(key)));
}
