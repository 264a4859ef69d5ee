import { compareEstimates } from '../changes/compare-estimates.ts';
import { compareWithReport, type ReportComparison } from '../changes/compare-with-report.ts';
import { costChange, type RunRoot } from '../changes/cost-change-of-run.ts';
import { type EstimatedRoot, estimateRoot } from '../changes/estimated-root.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { type ReportedInput, reportProblems } from '../estimate/estimate-costs.ts';
import { openEstimation } from '../estimate/estimation.ts';
import { reportRootModules } from '../estimate/report-root-modules.ts';
import type { CostsToJudge } from '../gate/check-costs.ts';
import type { ReadyRootModule, RunRootModule } from './run-root-module.ts';

/** What the costs of a run are made of. */
export interface RunCostsInput {
  readonly roots: readonly RunRootModule[];
  /** What is told beside the root modules. */
  readonly reported: ReportedInput;
  /** A saved report, which takes the place of what was before; null for none. */
  readonly saved: Pick<ReportComparison, 'before' | 'file'> | null;
}

/** The costs of a run that evaluated its root modules. */
export interface RunCosts extends CostsToJudge {
  readonly report: CostReport;
}

/**
 * Estimates the root modules of a run, before and after the change, and compares them.
 * @throws PricingError when a saved report cannot be compared with them.
 */
export function runCosts({ roots, reported, saved }: RunCostsInput): RunCosts {
  const { currency = 'USD', priceSource = 'embedded' } = reported;
  const estimated = roots.flatMap((root) => (root.kind === 'ready' ? [estimateBoth(root, saved !== null)] : []));
  const compared =
    saved === null ? estimated.map(compareBoth) : compareWithReport({ ...saved, after: estimated, currency });
  const environments = new Map(estimated.map(({ name, environment }) => [name, environment]));
  return {
    change: costChange({
      roots: inOrder(roots, compared),
      currency,
      priceSource,
      problems: reportProblems(reported),
    }),
    report: reportRootModules(
      estimated.map(({ name, root }) => ({ name, costed: root.resources.map(({ costed }) => costed) })),
      reported,
    ),
    environmentOf: (name) => environments.get(name) ?? null,
    roots: estimated.map(({ name, root, past }) => ({ name, after: root, before: past })),
    commented: estimated.map(({ commented }) => commented),
    unread: roots.flatMap((root) => (root.kind === 'failed' ? [root.unread] : [])),
  };
}

/** A root module with both sides estimated. */
type Estimated = ReadyRootModule & { readonly root: EstimatedRoot; readonly past: EstimatedRoot | null };

function estimateBoth(root: ReadyRootModule, isSaved: boolean): Estimated {
  const { after, before } = root;
  return {
    ...root,
    root: estimateRoot(openEstimation(after)),
    past: isSaved || before.kind === 'unknown' ? null : estimateRoot(openEstimation(before.input)),
  };
}

function compareBoth({ name, root, past, before, moved, previousName }: Estimated): RunRoot {
  if (past === null) {
    const after = root.resources.map(({ costed }) => costed);
    return { name, status: 'without-base', after, reason: before.kind === 'unknown' ? before.why : '' };
  }
  const compared = compareEstimates({ before: past, after: root, moved });
  return { name, status: 'compared', compared, ...(previousName === undefined ? {} : { previousName }) };
}

/** Root modules in the order of the run; what only a saved report has comes last. */
function inOrder(roots: readonly RunRootModule[], compared: readonly RunRoot[]): readonly RunRoot[] {
  const byName = new Map(compared.map((root) => [root.name, root]));
  const own = roots.map((root) => byName.get(root.name) ?? notEstimated(root)).filter((root) => root !== null);
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...compared.filter(({ name }) => !names.has(name))];
}

function notEstimated(root: RunRootModule): RunRoot | null {
  const { name } = root;
  switch (root.kind) {
    case 'ready':
      return null;
    case 'unaffected':
      return { name, status: 'unaffected' };
    case 'failed':
      return { name, status: 'failed', reason: root.unread.errors.map(({ message }) => message).join(' ') };
  }
}
