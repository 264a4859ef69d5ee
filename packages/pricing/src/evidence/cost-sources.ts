import type { Phrase } from '@tollgate/policy-engine';
import { priceDates, settingTexts } from '../estimate/cost-gaps.ts';
import type { CostReport } from '../estimate/cost-report.ts';

/** Where the numbers come from: prices with their dates, and the rules of the settings. */
export function costSources(
  { currency, prices }: Pick<CostReport, 'currency' | 'prices'>,
  report: CostReport | null,
): readonly Phrase[] {
  const dates = report === null ? null : priceDates(report);
  const [from, to] = [dates?.from ?? prices.asOf, dates?.to ?? null];
  const span = from === null ? '' : to === null || to === from ? ` of ${from}` : ` of ${from} to ${to}`;
  return [
    ...(from === null ? [] : [`${prices.source} prices${span}${currency === 'USD' ? '' : `, in ${currency}`}`]),
    ...(report === null ? [] : settingTexts(report)),
  ];
}
