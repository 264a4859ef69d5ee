import type { ResourceView } from '@tollgate/resources';
import type { CostModel } from '../model.ts';
import { type Amount, larger, smaller, sumOf } from '../money/amount.ts';
import type { FoundPrice } from '../prices/price.ts';
import { BilledResource, type Surroundings } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { RunningHours } from '../settings/running-hours.ts';
import { allCases, type Case } from './all-cases.ts';
import { type BilledComponent, type BillOptions, openBill } from './bill.ts';
import type { Assumption, ResourceCost } from './cost-report.ts';
import { knownCost } from './known-cost.ts';

/** Everything but the resource. */
export type CostSurroundings = Omit<Surroundings, 'prefix' | 'choose' | 'assume' | 'target' | 'referrers' | 'hours'> & {
  target(...wanted: Parameters<Surroundings['target']>): ResourceView | null;
  referrers(...wanted: Parameters<Surroundings['referrers']>): readonly ResourceView[];
  hoursOf(view: ResourceView): RunningHours;
  readonly prices: BillOptions['prices'];
  readonly freeTier: boolean;
  readonly currency: string;
};

/** The cost of a resource, with what totals are made of: amounts that are not rounded. */
export interface CostedResource {
  readonly cost: ResourceCost;
  readonly low: Amount;
  readonly high: Amount;
  /** What it costs by what attributes that are not known can be; none where nothing tells. */
  readonly cases: readonly CostCase[];
  /** The prices that were used. */
  readonly prices: readonly FoundPrice[];
}

/** The cost when attributes that are not known are what is chosen, as text by attribute. */
export interface CostCase extends Pick<Case<Amount>, 'unknowns' | 'chosen'> {
  readonly total: Amount;
}

interface Run {
  readonly components: readonly BilledComponent[];
  readonly total: Amount;
  readonly assumptions: readonly Assumption[];
  readonly schedule: string | null;
}

/**
 * Gives the cost of a resource. Where attributes that are not known can have few values, the model runs for each, and the cost is
 * that of the dearest, with the range.
 */
export function resourceCost(model: CostModel, view: ResourceView, surroundings: CostSurroundings): CostedResource {
  const cases = allCases((choose) => runModel(model, view, { ...surroundings, choose }));
  const totals = cases.map(({ result }) => result.total);
  const [low, high] = [totals.reduce(smaller), totals.reduce(larger)];
  const { components, assumptions, schedule } = dearest(cases, high).result;
  const shown = [...components, ...unpricedElsewhere(cases, components)].map(({ component }) => component);
  const isUnpriced = shown.some(({ status }) => status === 'unpriced');
  return {
    cost: {
      address: view.address,
      type: view.type,
      region: surroundings.regionOf(view),
      status: isUnpriced ? 'unpriced' : shown.length === 0 ? 'free' : 'priced',
      ...knownCost(low, high),
      source: view.source,
      components: shown,
      assumptions,
      unknowns: [...new Set(cases.flatMap(({ unknowns }) => [...unknowns.values()]))],
      ...(schedule === null ? {} : { schedule }),
    },
    low,
    high,
    cases: cases.map(({ result, unknowns, chosen }) => ({ unknowns, chosen, total: result.total })),
    prices: components.flatMap(({ price }) => (price === null ? [] : [price])),
  };
}

/** Of cases that cost the same, the one that tells more: a line without usage costs nothing, and must be seen nevertheless. */
function dearest(cases: readonly [Case<Run>, ...Case<Run>[]], high: Amount): Case<Run> {
  const [first, ...others] = cases;
  return others.reduce((best, each) => {
    if (!each.result.total.eq(high)) return best;
    if (!best.result.total.eq(high)) return each;
    return each.result.components.length > best.result.components.length ? each : best;
  }, first);
}

/** What has no price in some case is not hidden by a case in which it is not needed. */
function unpricedElsewhere(cases: readonly Case<Run>[], shown: readonly BilledComponent[]): readonly BilledComponent[] {
  const named = new Set(shown.map(({ component }) => component.reason));
  return cases
    .flatMap(({ result }) => result.components)
    .filter(({ component: { status, reason } }) => {
      if (status !== 'unpriced' || named.has(reason)) return false;
      named.add(reason);
      return true;
    });
}

function runModel(
  model: CostModel,
  view: ResourceView,
  surroundings: CostSurroundings & Pick<Surroundings, 'choose'>,
): Run {
  const assumptions = new Map<string, string>();
  const { prices, freeTier, currency } = surroundings;
  const region = surroundings.regionOf(view);
  const running = surroundings.hoursOf(view);
  let schedule: string | null = null;
  const complete: Surroundings = {
    ...surroundings,
    prefix: '',
    // What it refers to, such as its launch template, runs as long as the resource itself.
    hours: () => {
      const { cases, reason } = running;
      const chosen = reason === null ? cases[0] : surroundings.choose('schedule', reason, cases);
      schedule = chosen.schedule;
      return chosen.hours;
    },
    assume: (attribute, value) => assumptions.set(attribute, value),
    target: (...wanted) => billed(surroundings.target(...wanted)),
    referrers: (...wanted) => surroundings.referrers(...wanted).map((found) => new BilledResource(found, about(found))),
  };
  /** What is read of another resource is told with its address. */
  const about = ({ address }: ResourceView): Surroundings => ({ ...complete, prefix: `${address}.` });
  const billed = (found: ResourceView | null) => (found === null ? null : new BilledResource(found, about(found)));

  const { bill, components, undetermined } = openBill({ prices, region, freeTier, currency });
  try {
    model.bill(new BilledResource(view, complete), bill);
  } catch (error) {
    if (!(error instanceof Undetermined)) throw error;
    undetermined(components.length === 0 ? 'All costs' : 'Further costs', [], error.reason);
  }
  return {
    components,
    total: sumOf(components.map(({ cost }) => cost)),
    assumptions: [...assumptions].map(([attribute, value]) => ({ attribute, value })),
    schedule,
  };
}
