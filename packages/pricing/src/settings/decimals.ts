import { type Amount, amount, parseAmount } from '../money/amount.ts';
import type { WrittenDecimal } from './written-settings.ts';

/** What a decimal may be, and how a mistake is told. */
export interface DecimalBounds {
  readonly least: number;
  readonly most: number;
  /** True when the least itself is too little. */
  readonly above?: boolean;
}

/** Reads a decimal of the settings; a text is what is wrong with it, as the end of a sentence. */
export function readDecimal(written: WrittenDecimal, { least, most, above = false }: DecimalBounds): Amount | string {
  const value = parseAmount(String(written));
  if (value?.lte(most) === true && (above ? value.gt(least) : value.gte(least))) return value;
  return `is ${written}, and must be ${above ? 'above' : 'at least'} ${least} and at most ${most}`;
}

/** The share that a percentage leaves: 0.88 for 12. */
export function leftBy(percent: Amount): Amount {
  return amount(1).minus(percent.div(100));
}
