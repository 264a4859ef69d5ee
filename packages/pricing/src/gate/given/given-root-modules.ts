import type { JsonObject } from '@tollgate/policy-engine';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import type { RootModuleChange } from '../../changes/cost-change.ts';
import type { CostCoverage } from '../../estimate/cost-report.ts';
import type { CostTotals } from '../../estimate/cost-totals.ts';
import { type Amount, amount, amountText } from '../../money/amount.ts';
import type { CostRun } from '../cost-run.ts';

/**
 * Takes the root modules of a test case as they are told.
 * @throws Error whose message is a sentence, when they contradict themselves.
 */
export function givenRootModules({ rootModules, pricesAsOf = '2026-01-01' }: JsonObject): CostRun {
  const given = isList(rootModules) ? rootModules.filter(isObject) : [];
  const environments = new Map(given.map(({ name, environment = null }) => [name, environment]));
  return {
    change: {
      currency: 'USD',
      prices: { source: 'embedded', asOf: String(pricesAsOf) },
      rootModules: given.map(rootModuleOf),
      resources: [],
    },
    environmentOf(name) {
      const environment = environments.get(name);
      return typeof environment === 'string' ? environment : null;
    },
    roots: [],
  };
}

function rootModuleOf(given: JsonObject): RootModuleChange {
  const name = String(given.name);
  const [after, least] = [moneyOf(given.after), moneyOf(given.low ?? given.after)];
  if (least.gt(after)) throw new Error(`"low" of ${name} is more than "after": it is the least that "after" can be.`);
  const afterwards = totalsOf(least, after, coverageOf(given.coverage));
  if (given.before === null) {
    return { name, status: 'without-base', after: afterwards, reason: 'the case does not tell it' };
  }
  const before = moneyOf(given.before);
  return {
    name,
    status: 'compared',
    before: totalsOf(before, before, coverageOf({})),
    after: afterwards,
    monthlyDelta: amountText(after.minus(before)),
    deltaRange: rangeOf(least.minus(before), after.minus(before)),
  };
}

function totalsOf(low: Amount, high: Amount, coverage: CostCoverage): CostTotals {
  return { monthlyCost: amountText(high), range: rangeOf(low, high), coverage };
}

function rangeOf(low: Amount, high: Amount): CostTotals['range'] {
  return low.eq(high) ? null : { low: amountText(low), high: amountText(high) };
}

function coverageOf(given: JsonValue | undefined): CostCoverage {
  const counts = isObject(given) ? given : {};
  const count = (name: keyof CostCoverage, otherwise = 0) => Number(counts[name] ?? otherwise);
  return {
    priced: count('priced', 1),
    free: count('free'),
    usageNeeded: count('usageNeeded'),
    unpriced: count('unpriced'),
    unsupported: count('unsupported'),
  };
}

function moneyOf(value: JsonValue | undefined): Amount {
  return amount(typeof value === 'number' ? value : 0);
}
