import type { Bounds } from '../gate/bounds.ts';
import { type Amount, amountText } from '../money/amount.ts';
import { deltaText } from '../money/money-text.ts';

/** Writes by how much a cost changes, as far as it is known: `+$100.00`, `+$100.00 to +$180.00`, `at least +$100.00`. */
export function deltaBoundsText({ low, high }: Bounds, currency: string): string {
  const endText = (end: Amount) => deltaText(amountText(end), currency);
  const [least, most] = [low === null ? null : endText(low), high === null ? null : endText(high)];
  if (least === null) return most === null ? 'not known' : `at most ${most}`;
  if (most === null) return low?.eq(0) === true ? 'not known' : `at least ${least}`;
  return least === most ? least : `${least} to ${most}`;
}
