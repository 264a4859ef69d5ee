import type { FoundPrice, PriceSource } from '../prices/price.ts';

/** A price that is older than this is reported, unless a run says otherwise. */
export const defaultAgeLimitDays = 180;

/** How many days lie between two dates, such as `2026-01-31` and `2026-02-02`. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000);
}

export interface AgeLimit {
  /** The date of the run. */
  readonly now: string;
  readonly limitDays?: number;
}

/** Prices of which the age is watched. */
export interface WatchedPrices extends PriceSource {
  /** A sentence when prices that were given are older than the limit; none otherwise. */
  readonly notices: () => readonly string[];
}

/** Passes prices on, and tells which of them are older than a limit. */
export function watchPriceAge(prices: PriceSource, { now, limitDays = defaultAgeLimitDays }: AgeLimit): WatchedPrices {
  // The book gives the same object for the same price, so that an estimate of many resources keeps few.
  const given = new Set<FoundPrice>();
  return {
    priceOf(query) {
      const price = prices.priceOf(query);
      if (price.kind === 'priced') given.add(price);
      return price;
    },
    notices() {
      const dates = [...given].map(({ date }) => date);
      const old = dates.filter((date) => daysBetween(date, now) > limitDays).sort();
      const [oldest] = old;
      if (oldest === undefined) return [];
      const some = old.length === 1 ? '1 price is' : `${old.length} prices are`;
      return [
        `${some} older than ${limitDays} days, of ${dates.length} that were looked up; the oldest is of ${oldest}. Run "tollgate prices update", or install a newer release.`,
      ];
    },
  };
}
