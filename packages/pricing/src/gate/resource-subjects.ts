import type { Subject } from '@tollgate/policy-engine';
import type { ResourceChange } from '../changes/cost-change.ts';
import { costTotals } from '../estimate/cost-totals.ts';
import { rootModuleInput } from './cost-group.ts';
import { costInput } from './cost-input.ts';
import type { CostRoot, CostRun } from './cost-run.ts';
import type { CostSubject } from './cost-subject.ts';
import { onceFor } from './once-for.ts';
import { resourceCosts } from './resource-costs.ts';
import { resourceVariable } from './resource-variable.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** Gives the resources of a root module as subjects. */
export function resourceSubjects(
  { change: whole, environmentOf }: CostRun,
  root: CostRoot,
  changes: readonly ResourceChange[],
): readonly Subject<CostSubject>[] {
  const prefix = whole.rootModules.length > 1 ? `${root.name}:` : '';
  const environment = environmentOf(root.name);
  const rootModule = rootModuleInput(root.name, changes);
  const [before, after] = [root.before, root.after].map(
    (side) => new Map(side?.resources.map((resource) => [resource.view.address, resource])),
  );
  const status = whole.rootModules.find(({ name }) => name === root.name);
  const unknownBefore = status !== undefined && 'reason' in status ? status.reason : null;
  return changes.flatMap((change): readonly Subject<CostSubject>[] => {
    const { address, type, source, previous } = change;
    // Of a plan, both sides have the addresses after the change.
    const was = before?.get(previous?.address ?? address) ?? before?.get(address) ?? null;
    const is = after?.get(address) ?? null;
    const [shown, side] = is === null ? [was, root.before] : [is, root.after];
    if (shown === null || side === null) return [];
    const { view } = shown;
    const costs = { before: was?.costed ?? null, after: is?.costed ?? null, unknownBefore };
    const cost = onceFor((usage: UntoldUsage) => resourceCosts(change, costs, usage));
    return [
      {
        reference: { kind: 'resource', id: `${prefix}${address}` },
        ...(source === null ? {} : { source }),
        names: [type, address],
        ...effectOf(change),
        input: costInput(whole, {
          scope: 'resource',
          name: address,
          environment,
          change: change.change,
          cost,
          coverage: () => costTotals(is === null ? [] : [is.costed]).coverage,
          more: { rootModule, resource: resourceVariable(view, side) },
        }),
        data: { scope: 'resource', currency: whole.currency, cost, view, estimation: side },
      },
    ];
  });
}

/** What happens to the cost, as `match.actions` and `changedOnly` see it. */
function effectOf({ change }: ResourceChange): Pick<Subject<unknown>, 'actions' | 'changed' | 'unlessAsked'> {
  switch (change) {
    case 'added':
      return { actions: ['create'], changed: true, unlessAsked: 'name' };
    case 'removed':
      return { actions: ['delete'], changed: true, unlessAsked: 'action' };
    case 'changed':
      return { actions: ['update'], changed: true, unlessAsked: 'name' };
    case 'moved':
    case 'unchanged':
      return { actions: ['no-op'], changed: false, unlessAsked: 'name' };
    case 'present':
      return { actions: null, changed: null, unlessAsked: 'name' };
  }
}
