import { PricingError } from '../error.ts';
import { amount, amountText } from '../money/amount.ts';
import type { CostSettings } from './cost-settings.ts';

const noSettings: CostSettings = {
  currency: null,
  hoursPerMonth: null,
  freeTier: null,
  discounts: [],
  commitments: [],
  prices: [],
  schedules: [],
};

/** A currency of a report, with what one US dollar is worth in it as decimal text. */
export interface GivenCurrency {
  readonly code: string;
  readonly rate: string;
}

/**
 * Gives settings another currency than the one of the repository.
 *
 * @param origin where the currency is given, as people call it
 * @throws PricingError when the settings have prices of their own, which are in the currency of the repository.
 */
export function withCurrency(
  settings: CostSettings | null,
  { code, rate }: GivenCurrency,
  origin: string,
): CostSettings {
  const own = settings ?? noSettings;
  const isOther = (own.currency?.code ?? 'USD') !== code;
  if (isOther && own.prices.length > 0) {
    throw new PricingError(
      origin,
      `The settings have own prices in ${own.currency?.code ?? 'USD'}, so that the cost cannot be told in ${code}. Leave the currency out, or write the prices in ${code}.`,
    );
  }
  const value = amount(rate);
  return { ...own, currency: { code, rate: value, text: `1 USD = ${amountText(value)} ${code} (${origin})` } };
}
