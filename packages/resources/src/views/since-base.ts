import type { EvaluatedResource, Evaluation } from '@tollgate/terraform';
import { parseAddress, staticAddress } from '../address.ts';
import type { ResourceView } from '../resource-view.ts';
import { type Comparison, compareValues, type MarkedValue, worst } from './compare-values.ts';
import { configurationViews } from './configuration-views.ts';
import { pairWithBase } from './pair-with-base.ts';

/**
 * Says of each resource of a configuration what the change from the base does, and adds what it deletes. `action` stays null
 * where that depends on what is not known: known attributes that are the same do not make an unknown one the same.
 */
export function sinceBase(views: readonly ResourceView[], head: Evaluation, base: Evaluation): readonly ResourceView[] {
  const { before, left } = pairWithBase(
    views.map(({ address }) => address),
    base.resources.map(({ address }) => address),
    head.moved,
  );
  const resources = new Map(base.resources.map((resource) => [resource.address, resource]));
  const providers = { head: defaultTagsByKey(head), base: defaultTagsByKey(base) };
  const unexpanded = new Set([...unexpandedOf(head), ...unexpandedOf(base)]);
  const changed = views.map((view): ResourceView => {
    const earlier = resources.get(before.get(view.address) ?? '');
    if (earlier === undefined)
      return unexpanded.has(commonAddress(view.address)) ? view : { ...view, action: 'create' };
    if (earlier.expanded !== view.expanded) return view;
    const { values, unknown, sensitive } = earlier;
    const comparison = worst([
      compareResources(view, earlier),
      compareProviders(view, earlier, providers),
      view.expanded ? 'same' : 'unknown',
    ]);
    return {
      ...view,
      action: actionOf(comparison),
      before: values,
      beforeUnknown: unknown,
      beforeSensitive: sensitive,
    };
  });
  const gone = new Set(left.filter((address) => !unexpanded.has(commonAddress(address))));
  return [
    ...changed,
    ...configurationViews(base)
      .filter(({ address }) => gone.has(address))
      .map(deleted),
  ];
}

function actionOf(comparison: Comparison): ResourceView['action'] {
  if (comparison === 'unknown') return null;
  return comparison === 'same' ? 'no-op' : 'update';
}

function compareResources(view: ResourceView, earlier: EvaluatedResource): Comparison {
  return compareValues(
    { value: view.values, unknown: view.unknown, sensitive: view.sensitive },
    { value: earlier.values, unknown: earlier.unknown, sensitive: earlier.sensitive },
  );
}

/** Another region is another resource. Other default tags change the resources that can carry tags, which is not known here. */
function compareProviders(
  view: ResourceView,
  earlier: EvaluatedResource,
  defaultTags: Readonly<Record<'head' | 'base', ReadonlyMap<string, MarkedValue>>>,
): Comparison {
  if (view.provider.region !== earlier.provider.region) {
    return view.provider.region === null || earlier.provider.region === null ? 'unknown' : 'different';
  }
  const now = defaultTags.head.get(view.provider.key ?? '') ?? noTags;
  const then = defaultTags.base.get(earlier.provider.key ?? '') ?? noTags;
  return compareValues(now, then) === 'same' ? 'same' : 'unknown';
}

const noTags: MarkedValue = { value: {}, unknown: false, sensitive: false };

function defaultTagsByKey({ providers }: Evaluation): ReadonlyMap<string, MarkedValue> {
  const tags = new Map<string, MarkedValue>();
  for (const { key, defaultTags } of providers) {
    if (defaultTags === null) continue;
    const { values, unknown, sensitive } = defaultTags;
    tags.set(key, { value: values, unknown, sensitive });
  }
  return tags;
}

/** Resources of which nobody knows how many instances there are, so that none of them is new or gone. */
function unexpandedOf({ resources }: Evaluation): string[] {
  return resources.filter(({ expanded }) => !expanded).map(({ address }) => commonAddress(address));
}

function commonAddress(address: string): string {
  const parsed = parseAddress(address);
  return parsed === null ? address : staticAddress(parsed);
}

function deleted(view: ResourceView): ResourceView {
  const { values, unknown, sensitive } = view;
  return {
    ...view,
    action: 'delete',
    values: {},
    unknown: {},
    sensitive: {},
    reasons: [],
    before: values,
    beforeUnknown: unknown,
    beforeSensitive: sensitive,
  };
}
