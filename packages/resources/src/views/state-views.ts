import type { ResourceSource, State, StateResource } from '@tollgate/terraform';
import { once } from '../once.ts';
import type { ResourceView } from '../resource-view.ts';
import { withheldValues } from './withheld-values.ts';

/**
 * The resources of a state, in its order, without what is left of failed replacements (deposed) and what exists only while
 * Terraform runs (ephemeral). Everything is known, and nothing changes.
 */
export function stateViews(
  { resources }: State,
  sources: ReadonlyMap<string, ResourceSource>,
): readonly ResourceView[] {
  return resources.flatMap((resource) => {
    const { mode } = resource;
    return mode === 'ephemeral' || resource.deposed !== null ? [] : [stateView(resource, mode, sources)];
  });
}

function stateView(
  resource: StateResource,
  mode: ResourceView['mode'],
  sources: ReadonlyMap<string, ResourceSource>,
): ResourceView {
  const { address, type, name, index, module, provider } = resource;
  const shown = once(() => withheldValues(resource.values, resource.sensitive));
  return {
    origin: 'state',
    address,
    mode,
    type,
    name,
    index,
    module,
    // Which configuration of the provider it was, and its region, a state does not tell.
    provider: { ...provider, alias: null, region: null, key: null },
    action: null,
    expanded: true,
    get values() {
      return shown().values;
    },
    unknown: {},
    get sensitive() {
      return shown().sensitive;
    },
    reasons: [],
    before: null,
    beforeUnknown: {},
    beforeSensitive: {},
    source: sources.get(address) ?? null,
  };
}
