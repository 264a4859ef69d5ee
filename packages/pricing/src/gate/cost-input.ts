import { type PlainObject, type Unknown, unknown } from '@tollgate/cel';
import type { ResourceChange } from '../changes/cost-change.ts';
import type { CostCoverage } from '../estimate/cost-report.ts';
import { type Amount, amount } from '../money/amount.ts';
import { type Bounds, rounded } from './bounds.ts';
import type { CostRun } from './cost-run.ts';
import type { CostSubject } from './cost-subject.ts';
import type { JudgedCost } from './judged-cost.ts';

/** What a subject tells conditions. */
export interface CostFacts extends Pick<CostSubject, 'scope' | 'cost'> {
  readonly name: string;
  readonly environment: string | null;
  readonly change: ResourceChange['change'];
  /** After the change. */
  readonly coverage: () => CostCoverage;
  /** What only some subjects have, as it is. */
  readonly more: PlainObject;
}

/** The variables of conditions, as `costSchema` describes them. Amounts are worked out when they are read. */
export function costInput({ currency, prices }: CostRun['change'], facts: CostFacts): PlainObject {
  const { scope, name, environment, change } = facts;
  return {
    ...facts.more,
    scope,
    name,
    environment,
    currency,
    change,
    prices: { source: prices.source, asOf: prices.asOf === null ? null : new Date(`${prices.asOf}T00:00:00Z`) },
    get cost() {
      return amountsInput(facts.cost('unknown'));
    },
    get coverage() {
      const coverage = facts.coverage();
      return { ...coverage, percent: coveragePercent(coverage) };
    },
  };
}

function amountsInput({ before, after, delta, percent, range }: JudgedCost): PlainObject {
  return {
    before: numberOf(before, moneyPlaces),
    after: numberOf(after, moneyPlaces),
    delta: numberOf(delta, moneyPlaces),
    percent: percent === null ? noPercent : numberOf(percent, percentPlaces),
    low: endOf(after, 'low'),
    high: endOf(after, 'high'),
    deltaLow: endOf(delta, 'low'),
    deltaHigh: endOf(delta, 'high'),
    range: range.round(moneyPlaces).toNumber(),
  };
}

/** Money is judged as it is shown. */
export const moneyPlaces = 2;
export const percentPlaces = 1;

const noPercent = unknown('nothing was paid before, of which a percentage could be told');

function numberOf(bounds: Bounds, places: number): number | Unknown {
  const value = rounded(bounds, places);
  return value === null ? unknown(...bounds.reasons) : value.toNumber();
}

function endOf(bounds: Bounds, end: 'low' | 'high'): number | Unknown {
  const value: Amount | null = bounds[end];
  return value === null ? unknown(...bounds.reasons) : value.round(moneyPlaces).toNumber();
}

/** Of the resources that are not free, how many have a price, with one place; 100 where there are none. */
export function coveragePercent({ priced, unpriced, unsupported }: CostCoverage): number {
  const billed = priced + unpriced + unsupported;
  return billed === 0 ? 100 : amount(priced).times(100).div(billed).round(percentPlaces, 0).toNumber();
}
