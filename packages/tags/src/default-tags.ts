import { type DefaultTags, type Plan, type PlannedResource, providerCandidates } from '@tollgate/terraform';
import { attribute, attributesOf, elements, isPlanned } from './attribute.ts';
import type { Placement } from './placement.ts';
import { noTags, plainTags, readTags, type TagMap } from './tag-map.ts';

/** Why further tags than those known may be there after apply. */
export type OpenEnd =
  /** The resource's own tags are unknown as a whole. */
  | { readonly kind: 'own' }
  /** The provider's default tags are an expression, of which the plan has only what it refers to. */
  | { readonly kind: 'expression'; readonly references: readonly string[] }
  /** The plan does not tell which of several provider configurations counts, and their default tags differ. */
  | { readonly kind: 'provider' }
  /** The plan has no configuration. */
  | { readonly kind: 'no-configuration' };

/** The default tags that reach a resource, and why they may not be all. */
export interface Defaults {
  readonly tags: TagMap;
  readonly openEnd: OpenEnd | null;
}

const none: Defaults = { tags: noTags, openEnd: null };

/**
 * The provider's default tags for a resource, from the configuration in the plan. Default tags that a provider takes from the
 * environment or from a dynamic block do not show there; they are needed only for resources whose merged tags the plan does not have.
 */
export function defaultTagsFor(resource: PlannedResource, plan: Plan, placement: Placement): Defaults {
  if (placement.effective === null) return none;
  const override = overriddenDefaults(resource);
  if (override !== null) return override;
  const candidates = providerCandidates(plan, resource);
  if (candidates === null) {
    // Without a configuration only a provider that has default tags at all leaves a doubt.
    const doubt = isPlanned(attribute(placement.holder, placement.effective));
    return doubt ? open({ kind: 'no-configuration' }) : none;
  }
  const [first, ...others] = candidates.map((candidate) => candidate.defaultTags);
  if (first === undefined) return none;
  if (others.some((other) => !isSame(first, other))) return open({ kind: 'provider' });
  if (first.kind === 'unknown') return open({ kind: 'expression', references: first.references });
  return { tags: plainTags(first.tags), openEnd: null };
}

/** The block with which an S3 object replaces the provider's default tags; null without it. */
function overriddenDefaults(resource: PlannedResource): Defaults | null {
  if (!resource.type.startsWith('aws_s3_object')) return null;
  const [override] = elements(attribute(attributesOf(resource), 'override_provider'));
  if (override === undefined) return null;
  const tags = elements(attribute(override, 'default_tags')).map((block) => readTags(attribute(block, 'tags')));
  const [replaced = noTags] = tags;
  return { tags: replaced, openEnd: replaced.complete ? null : { kind: 'own' } };
}

function open(openEnd: OpenEnd): Defaults {
  return { tags: { tags: new Map(), complete: false }, openEnd };
}

function isSame(a: DefaultTags, b: DefaultTags): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind;
  const keys = Object.keys(a.tags);
  return (
    keys.length === Object.keys(b.tags).length &&
    keys.every((key) => Object.hasOwn(b.tags, key) && a.tags[key] === b.tags[key])
  );
}
