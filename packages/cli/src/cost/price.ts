import {
  awsModels,
  type PricedRun,
  type PricingOptions,
  priceRun,
  repositorySettings,
  runUsage,
  watchUsage,
} from '@tollgate/pricing';
import { openConfiguration, type WantedRoot } from '@tollgate/resources';
import { tagLookup } from '@tollgate/tags';
import { baseDocuments } from '../policy/base-documents.ts';
import type { PolicyOptions } from '../policy/policy-options.ts';
import type { Terminal } from '../terminal.ts';
import type { ComparedWith } from './compared-with.ts';
import { openUsageSync } from './usage-sync.ts';

/** What the command prices, and with what. */
export interface PriceRequest extends ComparedWith, PolicyOptions {
  readonly roots: readonly WantedRoot[];
  /** The commit that is priced; undefined for the working tree. */
  readonly ref?: string | undefined;
  /** `auto` and patterns by which they were found. */
  readonly gonePaths: readonly string[];
  readonly usageFile?: string;
  /** A usage file that gets what the estimate lacks; it goes before `usageFile`. */
  readonly syncUsage?: string;
  /** Whether anybody asks what was before. */
  readonly wantsBefore: boolean;
  readonly pricing: Omit<PricingOptions, 'settings' | 'models'>;
}

/**
 * Prices root modules, by the price book and by look-ups where these are wanted. Notices about prices, and what was added to a usage
 * file, go to the terminal.
 * @throws TerraformError and PricingError for what cannot be read.
 */
export async function price(request: PriceRequest, terminal: Terminal): Promise<PricedRun> {
  const { roots, ref, gonePaths, base, saved, syncUsage, usageFile, wantsBefore, pricing } = request;
  const { files } = pricing;
  const sync = syncUsage === undefined ? null : openUsageSync(syncUsage, terminal.workingFolder);
  const named = sync === null ? namedFile(usageFile) : { file: sync.file, text: sync.text ?? 'version: 0.1\n' };
  const usage = runUsage(named, base, files, terminal);
  // Watching costs time, and only a sync asks for what is missing.
  const watched = sync === null ? null : watchUsage(awsModels, usage.after);
  const run = await priceRun(
    {
      roots,
      isPart: false,
      ref,
      gonePaths,
      base,
      saved,
      documentsBefore: base?.kind === 'commit' ? (await baseDocuments(base.ref, request, terminal)).documents : null,
      wantsBefore,
      withoutBase: 'there is nothing to compare with; name a commit, a folder or a report with --compare-to',
      usageFile: named?.file ?? null,
      usage: { ...usage, ...(watched === null ? {} : { after: watched.usage }) },
      tagsOf: (input) => tagLookup(input),
      pricing: {
        ...pricing,
        settings: await settingsOf(request, terminal),
        ...(watched === null ? {} : { models: watched.models }),
      },
    },
    terminal,
  );
  for (const notice of run.notices) terminal.writeError(`${notice}\n`);
  if (sync !== null && watched !== null) terminal.writeError(`${sync.add(watched.needs())}\n`);
  return run;
}

function namedFile(file: string | undefined) {
  return file === undefined ? null : { file };
}

/** The settings are those of the repository that the first root module is in. */
async function settingsOf({ roots: [first], ref, pricing }: PriceRequest, { workingFolder }: Terminal) {
  const { tree } = openConfiguration({ folder: first?.path ?? '.', ref, workingFolder });
  return repositorySettings(tree, pricing.files);
}
