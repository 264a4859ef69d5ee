import { readFileSync } from 'node:fs';
import {
  awsModels,
  type CostReport,
  estimateRootModules,
  openPricing,
  type PricedRoot,
  type PricingOptions,
  type RootModuleInput,
  readUsageFile,
  type UsageRules,
  usageRules,
  usageVocabulary,
  watchUsage,
} from '@tollgate/pricing';
import { UsageError } from '../error.ts';
import type { UsageSync } from './usage-sync.ts';

/** A root module that is to be estimated. */
export interface NamedRoot extends PricedRoot {
  readonly name: string;
}

/** What an estimate of the command is made of, beside the resources. */
export interface EstimateSettings extends Omit<PricingOptions, 'models'> {
  readonly usageFile: string | undefined;
  /** A usage file that gets what the estimate lacks; it goes before `usageFile`. */
  readonly sync?: UsageSync | undefined;
  /** Takes notices about prices, which the report has in its dates. */
  readonly tell: (notice: string) => void;
}

/**
 * Estimates what resources cost a month, by the price book and by look-ups where these are wanted. Prices that are older than the
 * limit are told.
 * @throws UsageError when the usage file cannot be read, and PricingError when it is none.
 */
export async function estimate(
  roots: readonly [NamedRoot, ...NamedRoot[]],
  { usageFile, sync, tell, ...options }: EstimateSettings,
): Promise<CostReport> {
  const { files } = options;
  const read = sync === undefined ? readUsage(usageFile, files) : usageOf(sync.file, sync.text ?? '', files);
  // Watching costs time, and only a sync asks for what is missing.
  const watched = sync === undefined ? null : watchUsage(awsModels, read);
  const usage = watched?.usage ?? read;
  const pricing = openPricing({ ...options, ...(watched === null ? {} : { models: watched.models }) });
  const [first, ...others] = roots;
  const inputOf = ({ name, ...root }: NamedRoot): RootModuleInput => ({ name, input: pricing.inputOf(root, usage) });
  const report = await pricing.estimate(() => estimateRootModules([inputOf(first), ...others.map(inputOf)]));
  for (const notice of pricing.ageNotices()) tell(notice);
  if (sync !== undefined && watched !== null) tell(sync.add(watched.needs()));
  const silent = pricing.lookUpNotices();
  return silent.length === 0 ? report : { ...report, problems: [...report.problems, ...silent] };
}

/**
 * Reads the usage file; without one, nothing is used.
 * @throws UsageError when it cannot be read, and PricingError when it is none.
 */
export function readUsage(file: string | undefined, files: PricingOptions['files']): UsageRules {
  const text = file === undefined ? 'version: 0.1\n' : textOf(file);
  return usageOf(file ?? 'usage', text, files);
}

function usageOf(file: string, text: string, files: PricingOptions['files']): UsageRules {
  return usageRules(readUsageFile(file, text, usageVocabulary(files)));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot read the usage file ${file}: ${reason}. Name one that is there with --usage-file.`);
  }
}
