import type { Subject } from '@tollgate/policy-engine';
import { resourceInput } from './resource-input.ts';
import type { ResourceInput, ResourceView } from './resource-view.ts';
import { type ResourceOptions, resourceViews } from './views/resource-views.ts';

/**
 * Gives the resources of a plan or a configuration as subjects of policies.
 *
 * - The names that patterns are compared with are type and address. A data source has `data.TYPE` instead of its type, so that
 *   `aws_*` is about managed resources only.
 * - A replacement is the action `replace`, and `create` and `delete` too, as Terraform names its two halves.
 * - What the change takes away is judged only by policies whose `match.actions` names `delete` or `forget`.
 */
export function resourceSubjects(
  input: ResourceInput,
  options: ResourceOptions = {},
): readonly Subject<ResourceView>[] {
  return resourceViews(input, options).map(resourceSubject);
}

/** Makes the subject of one resource. */
export function resourceSubject(view: ResourceView): Subject<ResourceView> {
  const { address, mode, type, action, source } = view;
  return {
    reference: { kind: 'resource', id: address },
    ...(source === null ? {} : { source }),
    names: [mode === 'data' ? `data.${type}` : type, address],
    actions: action === null ? null : action === 'replace' ? ['replace', 'create', 'delete'] : [action],
    changed: action === null ? null : action !== 'no-op',
    ...(action === 'delete' || action === 'forget' ? { unlessAsked: true } : {}),
    input: { resource: resourceInput(view) },
    data: view,
  };
}
