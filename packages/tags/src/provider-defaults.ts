import {
  type DefaultTags,
  type EvaluatedProvider,
  type Evaluation,
  type Plan,
  type PlannedResource,
  providerCandidates,
} from '@tollgate/terraform';
import type { OpenEnd } from './open-end.ts';
import { noTags, plainTags, readTags, type TagMap } from './tag-map.ts';

/** What a provider adds to the tags of its resources. Null when a plan has no configuration, so that nothing is known of it. */
export type ProviderDefaults = TagMap | null;

/**
 * The default tags for a resource of a plan, from the configuration in the plan. Default tags that a provider takes from the
 * environment or from a dynamic block do not show there; they are needed only for resources whose merged tags the plan does not have.
 */
export function defaultsOfPlan(resource: PlannedResource, plan: Plan): ProviderDefaults {
  const candidates = providerCandidates(plan, resource);
  if (candidates === null) return null;
  const [first, ...others] = candidates.map((candidate) => candidate.defaultTags);
  if (first === undefined) return noTags;
  if (others.some((other) => !isSame(first, other))) return openTags({ kind: 'provider' });
  return plannedDefaults(first);
}

/** Default tags as a plan has them. */
export function plannedDefaults(found: DefaultTags): TagMap {
  if (found.kind === 'known') return plainTags(found.tags);
  return openTags({ kind: 'expression', references: found.references });
}

/** The default tags of a configuration, by the key of the provider configuration. Without a key nobody wrote one. */
export function defaultsOfEvaluation({ providers }: Evaluation): (key: string | null) => TagMap {
  const byKey = new Map(providers.map((provider) => [provider.key, evaluatedDefaults(provider)]));
  return (key) => (key === null ? noTags : (byKey.get(key) ?? noTags));
}

/** Default tags as a configuration gives them. */
export function evaluatedDefaults({ defaultTags }: EvaluatedProvider): TagMap {
  if (defaultTags === null) return noTags;
  const { values, unknown, sensitive, reasons } = defaultTags;
  const read = readTags({ value: values, unknown, sensitive, within: null, reading: { withheld: true, reasons } });
  return read.openEnd?.kind === 'own'
    ? { ...read, openEnd: { kind: 'defaults', reasons: read.openEnd.reasons } }
    : read;
}

/** Tags of which nothing is known but why. */
export function openTags(openEnd: OpenEnd): TagMap {
  return { tags: new Map(), openEnd };
}

function isSame(a: DefaultTags, b: DefaultTags): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind;
  const keys = Object.keys(a.tags);
  return (
    keys.length === Object.keys(b.tags).length &&
    keys.every((key) => Object.hasOwn(b.tags, key) && a.tags[key] === b.tags[key])
  );
}
