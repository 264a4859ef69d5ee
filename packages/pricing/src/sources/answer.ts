import { PricingError } from '../error.ts';

/** A mapping in an answer of a price list. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a mapping. @throws PricingError when it is none. */
export function fieldsOf(value: unknown, place: string, what: string): Fields {
  if (isFields(value)) return value;
  throw broken(place, `${what} is missing or no mapping`);
}

/** Reads a list. @throws PricingError when it is none. */
export function listOf(value: unknown, place: string, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw broken(place, `${what} is missing or no list`);
}

/** Reads a text that is not empty. @throws PricingError when it is none. */
export function textOf(value: unknown, place: string, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw broken(place, `${what} is missing or no text`);
}

/** Reads a number as the decimal text that it was written as: the shortest one that gives the same number. */
export function numberTextOf(value: unknown, place: string, what: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw broken(place, `${what} is missing or no number`);
}

/** The texts among the values of a mapping; flags and numbers become text, anything else is left out. */
export function textsOf(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      ['string', 'boolean', 'number'].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
}

/** The error for an answer that is not as the provider describes it. */
export function broken(place: string, what: string): PricingError {
  return new PricingError(
    place,
    `The answer of the price list is broken: ${what}. Nothing of it is used; try again later, or look for a newer version.`,
  );
}

/** More pages than any list has: an answer that never ends is an error, and not a run that never ends. */
const maxPages = 20_000;

/** Guards against pages that go in a circle. */
export function pageGuard(place: string): (next: string) => void {
  const seen = new Set<string>();
  return (next) => {
    if (seen.has(next) || seen.size === maxPages) throw broken(place, 'its pages go in a circle');
    seen.add(next);
  };
}
