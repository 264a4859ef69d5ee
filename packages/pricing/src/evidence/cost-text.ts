import type { KnownCost } from '../estimate/known-cost.ts';
import { moneyText } from '../money/money-text.ts';

/** Writes a cost, and both of its ends where it is a range: `$420.40 to $910.96`. */
export function costText({ monthlyCost, range }: KnownCost, currency: string, places: 0 | 2 = 2): string {
  if (range === null) return moneyText(monthlyCost, currency, places);
  return `${moneyText(range.low, currency, places)} to ${moneyText(range.high, currency, places)}`;
}
