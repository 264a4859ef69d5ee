import { readFileSync } from 'node:fs';
import {
  applySettings,
  awsModels,
  type CostReport,
  estimateCosts,
  type LivePrices,
  openPriceBook,
  type PriceSource,
  type PricingFiles,
  readUsageFile,
  type UsageRules,
  usageRules,
  usageVocabulary,
  type WatchedUsage,
  watchPriceAge,
  watchUsage,
  withLookUps,
} from '@tollgate/pricing';
import type { ResourceView } from '@tollgate/resources';
import { UsageError } from '../error.ts';
import type { RepositorySettings } from './repository-settings.ts';
import type { UsageSync } from './usage-sync.ts';

/** What an estimate of the command is made of, beside the resources. */
export interface EstimateSettings {
  readonly usageFile: string | undefined;
  /** A usage file that gets what the estimate lacks; it goes before `usageFile`. */
  readonly sync?: UsageSync | undefined;
  /** The day of the run. */
  readonly date: string;
  readonly files: PricingFiles;
  /** What the repository says about prices, hours and the currency; null for nothing. */
  readonly settings: RepositorySettings | null;
  /** How many days old a price may be without being reported; 180 unless told. */
  readonly maxPriceAge?: number;
  /** Takes the notice about old prices, which the report has in its dates. */
  readonly tell: (notice: string) => void;
  /** Completes the price book by look-ups in price lists; null for the book alone. */
  readonly lookUps: ((book: PriceSource) => LivePrices) | null;
}

/**
 * Estimates what resources cost a month, by the price book and by look-ups where these are wanted. Prices that are older than the
 * limit are told.
 * @throws UsageError when the usage file cannot be read, and PricingError when it is none.
 */
export async function estimate(resources: readonly ResourceView[], settings: EstimateSettings): Promise<CostReport> {
  const { usageFile, sync, date, files, maxPriceAge, lookUps, tell } = settings;
  const book = openPriceBook(files);
  const read = sync === undefined ? readUsage(usageFile, files) : rulesOf(sync.file, sync.text ?? '', files);
  // Watching costs time, and only a sync asks for what is missing.
  const { models, usage, needs } = sync === undefined ? unwatched(read) : watchUsage(awsModels, read);
  const live = lookUps?.(book) ?? null;
  const limit = maxPriceAge === undefined ? {} : { limitDays: maxPriceAge };
  const prices = watchPriceAge(live ?? book, { now: date, ...limit });
  const own = settings.settings;
  const settled = own === null ? { prices } : applySettings(own.rules, { ...own, prices, files });
  const priceSource = live === null ? 'embedded' : 'live';
  const once = () =>
    estimateCosts({ resources, models, ...settled, files, usage, date, priceSource, problems: book.problems });
  const report = live === null ? once() : await withLookUps(live, once);
  for (const notice of prices.notices()) tell(notice);
  if (sync !== undefined) tell(sync.add(needs()));
  return live === null ? report : { ...report, problems: [...report.problems, ...live.notices()] };
}

function readUsage(file: string | undefined, files: PricingFiles): UsageRules {
  const text = file === undefined ? 'version: 0.1\n' : textOf(file);
  return rulesOf(file ?? 'usage', text, files);
}

function rulesOf(file: string, text: string, files: PricingFiles): UsageRules {
  return usageRules(readUsageFile(file, text, usageVocabulary(files)));
}

function unwatched(usage: UsageRules): WatchedUsage {
  return { models: awsModels, usage, needs: () => [] };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot read the usage file ${file}: ${reason}. Name one that is there with --usage-file.`);
  }
}
