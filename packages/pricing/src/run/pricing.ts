import type { ResourceView } from '@tollgate/resources';
import { awsModels } from '../aws/index.ts';
import { openPriceBook } from '../book/price-book.ts';
import type { EstimateInput } from '../estimate/estimation.ts';
import type { PriceSource } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { applySettings } from '../settings/apply-settings.ts';
import type { CostSettings } from '../settings/cost-settings.ts';
import type { ScheduleInput } from '../settings/scheduled-hours.ts';
import { watchPriceAge } from '../sources/age.ts';
import { type LivePrices, withLookUps } from '../sources/live/live-prices.ts';
import type { UsageRules } from '../usage/usage-rules.ts';

/** What resources are priced with, whatever they belong to. */
export interface PricingOptions {
  readonly files: PricingFiles;
  /** The day of the run, `2026-07-20`. */
  readonly date: string;
  /** What the repository says about prices, hours and the currency; null for nothing. */
  readonly settings: CostSettings | null;
  /** How many days old a price may be without being told; 180 unless given. */
  readonly maxPriceAge?: number;
  /** Completes the price book by look-ups in price lists; null for the book alone. */
  readonly lookUps: ((book: PriceSource) => LivePrices) | null;
  /** The models of all types unless given: those that watch what usage is missing. */
  readonly models?: EstimateInput['models'];
}

/** A root module whose resources are priced. */
export interface PricedRoot extends Pick<ScheduleInput, 'tagsOf' | 'environments'> {
  readonly resources: readonly ResourceView[];
}

/** Prices of a run: every estimate of it is made with the same. */
export interface Pricing {
  /** The estimate of a root module with its usage. */
  readonly inputOf: (root: PricedRoot, usage: UsageRules) => EstimateInput;
  /** Makes estimates, and makes them again as long as look-ups find prices that were missing. */
  readonly estimate: <T>(make: () => T) => Promise<T>;
  /** Which prices are old, as sentences. */
  readonly ageNotices: () => readonly string[];
  /** Why prices could not be looked up, as sentences: they are problems of every report that was made. */
  readonly lookUpNotices: () => readonly string[];
}

/** Opens the prices of a run. Shards of the book are read when an estimate first needs them. */
export function openPricing(options: PricingOptions): Pricing {
  const { files, date, settings, maxPriceAge, lookUps, models = awsModels } = options;
  const book = openPriceBook(files);
  const live = lookUps?.(book) ?? null;
  const limit = maxPriceAge === undefined ? {} : { limitDays: maxPriceAge };
  const prices = watchPriceAge(live ?? book, { now: date, ...limit });
  const priceSource = live === null ? 'embedded' : 'live';
  return {
    inputOf({ resources, ...root }, usage) {
      const settled = settings === null ? { prices } : applySettings(settings, { ...root, prices, files });
      return { resources, models, ...settled, files, usage, date, priceSource, problems: book.problems };
    },
    estimate: async (make) => (live === null ? make() : await withLookUps(live, make)),
    ageNotices: prices.notices,
    lookUpNotices: () => live?.notices() ?? [],
  };
}
