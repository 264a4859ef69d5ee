import { type Amount, quotientText } from '../money/amount.ts';

/** A part of a whole in percent, with one place; null of nothing, of which no percentage can be told. */
export function percentText(part: Amount, whole: Amount): string | null {
  if (whole.lte(0)) return null;
  const text = quotientText(part.times(100), whole, 1);
  return text === '-0.0' ? '0.0' : text;
}
