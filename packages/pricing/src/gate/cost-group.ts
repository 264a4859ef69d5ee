import type { Subject } from '@tollgate/policy-engine';
import type { ResourceChange, RootModuleChange } from '../changes/cost-change.ts';
import type { CostCoverage } from '../estimate/cost-report.ts';
import { sumOfCoverages } from '../estimate/sum-of-totals.ts';
import { amount } from '../money/amount.ts';
import { costInput } from './cost-input.ts';
import type { CostRun } from './cost-run.ts';
import type { CostSubject } from './cost-subject.ts';
import { onceFor } from './once-for.ts';
import { rootModulesCost } from './root-modules-cost.ts';
import type { UntoldUsage } from './untold-usage.ts';

/** Root modules that are judged as one. */
export interface CostGroup {
  readonly place: {
    readonly scope: 'total' | 'environment' | 'root-module';
    readonly name: string;
    readonly environment: string | null;
  };
  readonly rootModules: readonly RootModuleChange[];
  /** What is in them. */
  readonly resources: readonly ResourceChange[];
}

/** Makes the subject of the total, of an environment, or of a root module. */
export function groupSubject(run: CostRun, { place, rootModules, resources }: CostGroup): Subject<CostSubject> {
  const { scope, name } = place;
  const cost = onceFor((usage: UntoldUsage) => rootModulesCost(rootModules, resources, usage));
  const changed = isChanged(rootModules);
  return {
    reference: { kind: scope === 'total' ? 'change' : scope, id: name },
    names: scope === 'total' ? ['total'] : [scope, `${scope}:${name}`],
    actions: null,
    changed,
    ...(scope === 'total' ? {} : { unlessAsked: 'name' }),
    input: costInput(run.change, {
      ...place,
      cost,
      change: changed === false ? 'unchanged' : 'changed',
      coverage: () => coverageOf(rootModules),
      more: scope === 'root-module' ? { rootModule: rootModuleInput(name, resources) } : {},
    }),
    data: { scope, currency: run.change.currency, cost },
  };
}

/** Whether the cost of any of them changes; null when that is not known. */
function isChanged(rootModules: readonly RootModuleChange[]): boolean | null {
  if (rootModules.some((root) => root.status === 'compared' && !amount(root.monthlyDelta).eq(0))) return true;
  return rootModules.every(({ status }) => status === 'compared' || status === 'unaffected') ? false : null;
}

function coverageOf(rootModules: readonly RootModuleChange[]): CostCoverage {
  const all = rootModules.flatMap((root) => ('after' in root ? [root.after.coverage] : []));
  return sumOfCoverages(all);
}

/** The variable `rootModule`, with what is there after the change. */
export function rootModuleInput(name: string, resources: readonly ResourceChange[]) {
  return {
    name,
    get resources(): Readonly<Record<string, number>> {
      const present = resources.filter(({ change }) => change !== 'removed');
      const byType = Map.groupBy(present, ({ type }) => type);
      return Object.fromEntries([...byType].map(([type, all]) => [type, all.length]));
    },
  };
}
