import type { Evaluation } from '@tollgate/terraform';
import type { ResourceView } from '../resource-view.ts';

/** The resources of a configuration, in the order of its evaluation. Alone it does not tell what changes. */
export function configurationViews(evaluation: Evaluation): readonly ResourceView[] {
  return evaluation.resources.map((resource) => ({
    origin: 'configuration',
    address: resource.address,
    mode: resource.mode,
    type: resource.type,
    name: resource.name,
    index: resource.index,
    module: resource.module,
    provider: resource.provider,
    action: null,
    expanded: resource.expanded,
    values: resource.values,
    unknown: resource.unknown,
    sensitive: resource.sensitive,
    reasons: resource.reasons,
    before: null,
    beforeUnknown: {},
    beforeSensitive: {},
    source: resource.source,
  }));
}
