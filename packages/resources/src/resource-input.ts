import { type PlainObject, type Resolver, type Unknown, unknown } from '@tollgate/cel';
import { once } from './once.ts';
import type { ResourceView } from './resource-view.ts';
import { explainBefore, explainValues } from './values/explain-values.ts';
import { resourceValues } from './values/resource-values.ts';

const untoldAction = unknown('a configuration does not tell what changes; give a plan');
const untoldRegion = unknown('the configuration does not tell the region of the provider');

/** The variable `resource` of conditions, as `resourceSchema` describes it. Its values are read when they are needed. */
export function resourceInput(view: ResourceView): PlainObject {
  const { provider, action, source } = view;
  const before = once(() => beforeInput(view));
  return {
    address: view.address,
    mode: view.mode,
    type: view.type,
    name: view.name,
    index: view.index,
    module: view.module,
    provider: {
      name: provider.name,
      alias: provider.alias,
      region: provider.region ?? untoldRegion,
      source: provider.source,
    },
    action: action ?? untoldAction,
    actions: action === null ? untoldAction : action === 'replace' ? ['delete', 'create'] : [action],
    values: resourceValues(view, explainValues(view)),
    get before() {
      return before();
    },
    expanded: view.expanded,
    file: source?.file ?? null,
    line: source?.startLine ?? null,
  };
}

function beforeInput(view: ResourceView): Resolver | Unknown | null {
  const { before, beforeUnknown, beforeSensitive } = view;
  if (before === null) return view.action === null ? untoldAction : null;
  return resourceValues({ values: before, unknown: beforeUnknown, sensitive: beforeSensitive }, explainBefore(view));
}
