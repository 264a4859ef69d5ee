import { amountText, sumOf } from '../money/amount.ts';
import type { FoundPrice } from '../prices/price.ts';
import { settingUses } from '../settings/setting-uses.ts';
import type { CostReport, ResourceCost } from './cost-report.ts';
import { type EstimateInput, openEstimation } from './estimation.ts';
import type { CostedResource } from './resource-cost.ts';

/** Estimates what resources cost a month. */
export function estimateCosts(input: EstimateInput): CostReport {
  const { views, costOf } = openEstimation(input);
  return reportOf(views.map(costOf), input);
}

/** Sums up what single resources cost. */
export function reportOf(
  costed: readonly CostedResource[],
  { priceSource = 'embedded', currency = 'USD', usage, rules = [], problems }: EstimateInput,
): CostReport {
  const resources = costed.map(({ cost }) => cost);
  const [low, high] = [sumOf(costed.map((each) => each.low)), sumOf(costed.map((each) => each.high))];
  const prices = costed.flatMap((each) => each.prices);
  const count = (status: ResourceCost['status']) => resources.filter((resource) => resource.status === status).length;
  const needsUsage = ({ status, components }: ResourceCost) =>
    status === 'priced' && components.some((component) => component.status === 'usage-needed');
  return {
    kind: 'CostReport',
    version: 1,
    currency,
    prices: { source: priceSource, asOf: oldest(prices) },
    monthlyCost: amountText(high),
    range: low.eq(high) ? null : { low: amountText(low), high: amountText(high) },
    coverage: {
      priced: count('priced'),
      free: count('free'),
      usageNeeded: resources.filter(needsUsage).length,
      unpriced: count('unpriced'),
      unsupported: count('unsupported'),
    },
    ...(rules.length === 0 ? {} : { settings: settingUses(rules, resources) }),
    resources,
    problems: [
      ...usage.problems().map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
      ...(problems?.() ?? []),
    ],
  };
}

function oldest(prices: readonly FoundPrice[]): string | null {
  return prices.reduce<string | null>((found, { date }) => (found === null || date < found ? date : found), null);
}
