import Big from 'big.js';

/**
 * An exact decimal: money in the currency of the report, a quantity, or hours. Sums and products are exact; a quotient is kept
 * to 20 places.
 */
export type Amount = Big;

const exact = Big();
exact.DP = 20;
/** The exponents between which a number is text without an exponent. */
exact.NE = -30;
exact.PE = 30;

/** Places of amounts in reports: more than any price list has, so that only quotients are rounded. */
const shownPlaces = 12;

const decimalPattern = /^-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?$/;

/** Makes an amount of what is known to be a number: a constant of a model, a count. */
export function amount(value: number | string | Amount): Amount {
  return exact(value);
}

/** Reads a decimal from text, undefined when it is none. */
export function parseAmount(text: string): Amount | undefined {
  return decimalPattern.test(text) ? exact(text) : undefined;
}

/** Adds amounts; zero for none. */
export function sumOf(amounts: Iterable<Amount>): Amount {
  let sum = exact(0);
  for (const each of amounts) sum = sum.plus(each);
  return sum;
}

/** Writes an amount as a plain decimal, without exponent and trailing zeros: `730`, `0.0832`. */
export function amountText(value: Amount): string {
  // An amount has no trailing zeros itself, and most have few places: then nothing needs rounding, which takes the most time.
  const isShort = value.c.length - 1 - value.e <= shownPlaces;
  const text = isShort ? value.toFixed() : value.toFixed(shownPlaces).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A quotient as text, rounded to so many places; quicker than `div`, which keeps twenty. */
export function quotientText(dividend: Amount, divisor: Amount, places: 0 | 1): string {
  return roundedTo[places](dividend).div(divisor).toFixed(places);
}

/** Made once: with a constructor for each quotient, everything that is done with amounts becomes slow. */
const roundedTo = { 0: rounding(0), 1: rounding(1) };

function rounding(places: number) {
  const rounded = Big();
  rounded.DP = places;
  return rounded;
}

/** The larger of two amounts. */
export function larger(a: Amount, b: Amount): Amount {
  return a.gt(b) ? a : b;
}

/** The smaller of two amounts. */
export function smaller(a: Amount, b: Amount): Amount {
  return a.lt(b) ? a : b;
}

/** The next whole number, for what is only had as a whole. */
export function roundUp(value: Amount): Amount {
  return value.round(0, exact.roundUp);
}
