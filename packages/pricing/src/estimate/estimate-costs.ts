import type { FoundPrice } from '../prices/price.ts';
import { settingUses } from '../settings/setting-uses.ts';
import type { CostReport } from './cost-report.ts';
import { costTotals } from './cost-totals.ts';
import { type EstimateInput, openEstimation } from './estimation.ts';
import type { CostedResource } from './resource-cost.ts';

/** Estimates what resources cost a month. */
export function estimateCosts(input: EstimateInput): CostReport {
  const { views, costOf } = openEstimation(input);
  return costReport(views.map(costOf), input);
}

/** What is told of an estimate beside its resources. */
export interface ReportedInput
  extends Pick<EstimateInput, 'priceSource' | 'currency' | 'usage' | 'rules' | 'problems'> {
  /** Whether the usage file is for more than what is reported, so that a name without a resource is no mistake. */
  readonly isPart?: boolean;
}

/** Reports what resources cost. */
export function costReport(costed: readonly CostedResource[], input: ReportedInput): CostReport {
  const { priceSource = 'embedded', currency = 'USD', rules = [] } = input;
  const resources = costed.map(({ cost }) => cost);
  return {
    kind: 'CostReport',
    version: 1,
    currency,
    prices: { source: priceSource, asOf: oldest(costed.flatMap(({ prices }) => prices)) },
    ...costTotals(costed),
    ...(rules.length === 0 ? {} : { settings: settingUses(rules, resources) }),
    resources,
    problems: reportProblems(input),
  };
}

/** What is wrong with the usage file and with prices, as sentences with their places. */
export function reportProblems({
  usage,
  problems,
  isPart = false,
}: Pick<ReportedInput, 'usage' | 'problems' | 'isPart'>): readonly string[] {
  return [
    ...[...usage.problems(), ...(isPart ? [] : usage.unused())].map(
      ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
    ),
    ...(problems?.() ?? []),
  ];
}

function oldest(prices: readonly FoundPrice[]): string | null {
  return prices.reduce<string | null>((found, { date }) => (found === null || date < found ? date : found), null);
}
