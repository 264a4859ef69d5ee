import { type PlainObject, type Resolver, type Unknown, unknown } from '@tollgate/cel';
import { once } from './once.ts';
import type { ResourceView } from './resource-view.ts';
import { explainBefore, explainValues } from './values/explain-values.ts';
import { resourceValues } from './values/resource-values.ts';
import type { ResourceOptions } from './views/resource-views.ts';

const untoldAction = unknown('a configuration does not tell what changes; give a plan');
const untoldUpdate = unknown('a configuration does not tell an update from a replacement; give a plan');
const untoldIndex = unknown('the number of instances is not known');
const untoldRegion = unknown('the configuration does not tell the region of the provider');

/** The variable `resource` of conditions, as `resourceSchema` describes it. Its values are read when they are needed. */
export function resourceInput(view: ResourceView, { pathOf }: Pick<ResourceOptions, 'pathOf'> = {}): PlainObject {
  const { provider, source } = view;
  const before = once(() => beforeInput(view));
  return {
    address: view.address,
    mode: view.mode,
    type: view.type,
    name: view.name,
    // What stands for an unknown number of instances has no key yet, which is not to have none.
    index: view.expanded ? view.index : (view.index ?? untoldIndex),
    module: view.module,
    provider: {
      name: provider.name,
      alias: provider.alias,
      region: provider.region ?? untoldRegion,
      source: provider.source,
    },
    ...actionInput(view),
    values: resourceValues(view, explainValues(view)),
    get before() {
      return before();
    },
    expanded: view.expanded,
    file: source === null ? null : (pathOf?.(source.file) ?? source.file),
    line: source?.startLine ?? null,
  };
}

/** Only a provider knows which changes it can make in place, so that a configuration never tells an update for certain. */
function actionInput({ action, origin }: ResourceView): PlainObject {
  if (action === null) return { action: untoldAction, actions: untoldAction };
  if (action === 'update' && origin === 'configuration') return { action: untoldUpdate, actions: untoldUpdate };
  return { action, actions: action === 'replace' ? ['delete', 'create'] : [action] };
}

function beforeInput(view: ResourceView): Resolver | Unknown | null {
  const { before, beforeUnknown, beforeSensitive } = view;
  if (before === null) return view.action === null ? untoldAction : null;
  return resourceValues({ values: before, unknown: beforeUnknown, sensitive: beforeSensitive }, explainBefore(view));
}
