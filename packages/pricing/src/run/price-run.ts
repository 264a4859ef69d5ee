import {
  type Base,
  type PlanInput,
  pathFromTop,
  type ReadPlace,
  readPlanOrStateWithSources,
  readRootModules,
  type StateInput,
  type WantedRoot,
} from '@tollgate/resources';
import { settingsFile } from '@tollgate/terraform';
import type { ReportComparison } from '../changes/compare-with-report.ts';
import { openPricing, type PricingOptions } from './pricing.ts';
import { type RunCosts, runCosts } from './run-costs.ts';
import { type RunOptions, runRootModules } from './run-root-module.ts';
import type { RunUsage } from './run-usage.ts';

/** What a run prices. */
export interface PriceRunRequest
  extends Pick<RunOptions, 'tagsOf' | 'wantsBefore' | 'withoutBase' | 'documentsBefore'> {
  readonly roots: readonly WantedRoot[];
  /** Whether the usage file may be for more root modules than these. */
  readonly isPart: boolean;
  /** The commit that is priced, without a checkout; undefined for the working tree. */
  readonly ref?: string | undefined;
  /** `auto` and patterns by which the root modules were found: those that are gone are compared too. */
  readonly gonePaths: readonly string[];
  /** What the change is compared with; null for nothing, or for a saved report. */
  readonly base: Base | null;
  /** A saved report to compare with; null for none. */
  readonly saved: Pick<ReportComparison, 'before' | 'file'> | null;
  /** The usage file of the run; null for none. */
  readonly usageFile: string | null;
  readonly usage: RunUsage;
  readonly pricing: PricingOptions;
}

/** What a run found. */
export interface PricedRun extends RunCosts {
  /** What is to be told beside it: prices that are old. */
  readonly notices: readonly string[];
}

/**
 * Reads the root modules of a run, estimates them before and after the change, and compares. With nothing to compare with, all of
 * them are estimated.
 * @throws TerraformError when the only root module cannot be read, and PricingError when a saved report cannot be compared with.
 */
export async function priceRun(request: PriceRunRequest, place: ReadPlace): Promise<PricedRun> {
  const { roots, isPart, ref, gonePaths, base, saved, usageFile, usage, pricing: options } = request;
  const pricing = openPricing(options);
  const outcomes = readRootModules<PlanInput | StateInput>(
    roots,
    {
      base,
      ref,
      followRenames: true,
      gonePaths,
      onlyAffected: base === null ? null : { shared: sharedFiles(usageFile, place) },
      readFile: readPlanOrStateWithSources,
    },
    place,
  );
  const ready = await runRootModules(outcomes, { ...request, pricing });
  // What is told beside root modules is the same for all of them.
  const reported = {
    ...pricing.inputOf({ resources: [], environments: null, tagsOf: () => null }, usage.after),
    isPart: isPart || ready.some(({ kind }) => kind !== 'ready'),
  };
  const costs = await pricing.estimate(() => runCosts({ roots: ready, reported, saved }));
  const more = [...(usage.problem === null ? [] : [usage.problem]), ...pricing.lookUpNotices()];
  return {
    ...costs,
    change: { ...costs.change, problems: [...costs.change.problems, ...more] },
    report: { ...costs.report, problems: [...costs.report.problems, ...more] },
    notices: pricing.ageNotices(),
  };
}

/** Files that matter to all root modules, from the top of the repository. */
function sharedFiles(usageFile: string | null, { workingFolder }: ReadPlace): readonly string[] {
  const usage = usageFile === null ? null : pathFromTop(usageFile, workingFolder);
  return [settingsFile, ...(usage === null ? [] : [usage])];
}
