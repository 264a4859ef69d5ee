import type { Subject } from '@tollgate/policy-engine';
import { resourceInput } from './resource-input.ts';
import type { ResourceInput, ResourceView } from './resource-view.ts';
import { type ResourceOptions, resourceViews } from './views/resource-views.ts';

/**
 * Gives the resources of a plan or a configuration as subjects of policies.
 *
 * - The names that patterns are compared with are type and address. A data source has `data.TYPE` instead of its type, so that
 *   `aws_*` is about managed resources only, and is judged only where `match.resources` takes it in.
 * - What is in a configuration counts as created or updated, because it does not tell which, and never as deleted.
 * - A replacement is the action `replace`, and `create` and `delete` too, as Terraform names its two halves.
 * - What the change takes away is judged only by policies whose `match.actions` names `delete` or `forget`.
 */
export function resourceSubjects(
  input: ResourceInput,
  options: ResourceOptions = {},
): readonly Subject<ResourceView>[] {
  return resourceViews(input, options).map((view) => resourceSubject(view, options));
}

/** Makes the subject of one resource. */
export function resourceSubject(
  view: ResourceView,
  options: Pick<ResourceOptions, 'pathOf'> = {},
): Subject<ResourceView> {
  const { address, mode, type, action, source } = view;
  return {
    reference: { kind: 'resource', id: address },
    ...(source === null ? {} : { source }),
    names: [mode === 'data' ? `data.${type}` : type, address],
    actions: actionsOf(view),
    changed: action === null ? null : action !== 'no-op',
    ...unlessAsked(view),
    input: { resource: resourceInput(view, options) },
    data: view,
  };
}

/**
 * What happens to a resource, or may: of what a configuration has, it does not tell whether it is new, and it is certain that
 * nothing takes it away.
 */
function actionsOf({ action, mode }: ResourceView): readonly string[] {
  if (action === null) return mode === 'data' ? ['read'] : ['create', 'update'];
  return action === 'replace' ? ['replace', 'create', 'delete'] : [action];
}

function unlessAsked({ mode, action }: ResourceView): Pick<Subject<ResourceView>, 'unlessAsked'> {
  if (action === 'delete' || action === 'forget') return { unlessAsked: 'action' };
  return mode === 'data' ? { unlessAsked: 'name' } : {};
}
