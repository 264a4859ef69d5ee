import { type Plan, type PlannedResource, providerCandidates, type ResourceSource } from '@tollgate/terraform';
import { once } from '../once.ts';
import type { ResourceView } from '../resource-view.ts';
import { marksByAttribute, withheldValues } from './withheld-values.ts';

/**
 * The resources of a plan, in its order: also those that it deletes, without what is left of failed replacements (deposed) and
 * what exists only while Terraform runs (ephemeral).
 */
export function planViews(plan: Plan, sources: ReadonlyMap<string, ResourceSource>): readonly ResourceView[] {
  const views: ResourceView[] = [];
  for (const resource of plan.resources) {
    const { mode } = resource;
    if (mode !== 'ephemeral' && resource.deposed === null) views.push(planView(plan, resource, mode, sources));
  }
  return views;
}

function planView(
  plan: Plan,
  resource: PlannedResource,
  mode: ResourceView['mode'],
  sources: ReadonlyMap<string, ResourceSource>,
): ResourceView {
  const { address, type, name, index, module, action, after, afterUnknown, before } = resource;
  // Most policies read few resources, and taking out secrets copies values.
  const later = once(() => withheldValues(after, resource.afterSensitive));
  const earlier = once(() => withheldValues(before, resource.beforeSensitive));
  return {
    origin: 'plan',
    address,
    ...(resource.previousAddress === null ? {} : { previousAddress: resource.previousAddress }),
    mode,
    type,
    name,
    index,
    module,
    provider: providerOf(plan, resource),
    action,
    expanded: true,
    get values() {
      return later().values;
    },
    unknown: marksByAttribute(afterUnknown, after ?? {}),
    get sensitive() {
      return later().sensitive;
    },
    reasons: [],
    get before() {
      return before === null ? null : earlier().values;
    },
    beforeUnknown: {},
    get beforeSensitive() {
      return earlier().sensitive;
    },
    source: sources.get(address) ?? null,
    ...(resource.expressions === undefined ? {} : { expressions: resource.expressions }),
  };
}

/** The provider configuration, as far as the plan tells which one it is. */
function providerOf(plan: Plan, resource: PlannedResource): ResourceView['provider'] {
  const [candidate, ...others] = providerCandidates(plan, resource) ?? [];
  const configuration = others.length === 0 ? candidate : undefined;
  return {
    name: resource.provider.name,
    alias: configuration?.alias ?? null,
    region: configuration?.region ?? null,
    source: resource.provider.source,
    key: resource.providerConfigKey,
  };
}
