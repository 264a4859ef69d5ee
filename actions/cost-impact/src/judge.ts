import { type GateContext, type GateResult, type GitChange, refuseUnknownPast } from '@tollgate/action-kit';
import { checkCosts, type PriceRunRequest, priceRun, pricingFolder, runUsage } from '@tollgate/pricing';
import { documentsBefore, inputNames, treeBefore, type WantedRoot, wantedRoots } from '@tollgate/resources';
import { tagLookup } from '@tollgate/tags';
import { costResult, type FoundImpact } from './cost-result.ts';
import { costSettings } from './cost-settings.ts';
import type { CostImpactInputs } from './inputs.ts';
import type { OwnFolders } from './main.ts';
import type { OutputName } from './metadata.gen.ts';
import { policyNames, policySetOf, runOf } from './policies.ts';

/** Where the action runs, and what comes with it. */
export interface JudgeContext extends GateContext, OwnFolders {}

/** Prices and judges what the change costs, or merges what other jobs found. */
export async function judge(inputs: CostImpactInputs, context: JudgeContext): Promise<GateResult<OutputName>> {
  if (inputs.results.length === 0) return costResult(await priceChange(inputs, context), inputs);
  // Loaded late: most runs merge nothing.
  const { judgeResults } = await import('./results/judge-results.ts');
  return costResult(await judgeResults(inputs, context), inputs);
}

async function priceChange(inputs: CostImpactInputs, context: JudgeContext): Promise<FoundImpact> {
  const change = await context.findChange({ baseRef: inputs['base-ref'], push: true });
  const set = await policySetOf(inputs, context);
  const files = pricingFolder(context.pricesFolder);
  const { settings, notices } = await costSettings({ currency: inputs.currency, ref: change.base, files }, context);
  const date = inputs.now ?? context.today;
  const request = await requestOf(inputs, change, { files, settings, date, lookUps: null }, context);
  const read = () => priceRun(request, context);
  const { decision, evidence, costs } = await checkCosts(set, files, read, runOf(inputs, date, context));
  refuseUnknownPast(set, decision, { change, isRead: costs.commented.some(({ base }) => base !== null) });
  return {
    change: costs.change,
    report: { decision, evidence: { ...evidence, unknowns: [...evidence.unknowns, ...notices] } },
    notices,
  };
}

/** What is to be priced, and what it is compared with. */
async function requestOf(
  inputs: CostImpactInputs,
  change: GitChange,
  pricing: PriceRunRequest['pricing'],
  context: JudgeContext,
): Promise<PriceRunRequest> {
  const { base: ref } = change;
  const { path: paths, 'usage-file': usageName } = inputs;
  const base = ref === null ? null : ({ kind: 'commit', ref } as const);
  const usageFile = usageName === '' ? null : usageName;
  return {
    roots: await rootsOf(inputs, ref, context),
    // A job of a matrix prices a part of the root modules that the usage file is for.
    isPart: !paths.includes('auto'),
    gonePaths: paths,
    base,
    saved: null,
    wantsBefore: true,
    withoutBase: withoutBase(change),
    documentsBefore: ref === null ? null : await documentsBefore(ref, policyNames(inputs), context),
    usageFile,
    usage: runUsage(usageFile === null ? null : { file: usageFile }, base, pricing.files, context),
    tagsOf: (input) => tagLookup(input),
    pricing,
  };
}

function rootsOf(
  inputs: CostImpactInputs,
  ref: string | null,
  { workingFolder }: JudgeContext,
): Promise<readonly WantedRoot[]> {
  return wantedRoots({
    paths: inputs.path,
    plans: inputs['plan-file'],
    workspace: inputs.workspace,
    varFiles: inputs['var-files'],
    workingFolder,
    before: treeBefore(ref, workingFolder),
    names: inputNames,
  });
}

/** Empty for a run that is about no change. */
function withoutBase({ base, missing }: GitChange): string | null {
  if (base !== null) return null;
  return missing === null ? '' : `${missing}, or name the commit in the input "base-ref"`;
}
