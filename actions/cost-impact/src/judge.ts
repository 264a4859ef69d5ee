import type { GateContext, GateResult, GitChange } from '@tollgate/action-kit';
import { checkCosts, type PricedRun, priceRun, pricingFolder, runUsage } from '@tollgate/pricing';
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
  const { base: ref } = change;
  const roots = await rootsOf(inputs, ref, context);
  const set = await policySetOf(inputs, context);
  const base = ref === null ? null : ({ kind: 'commit', ref } as const);
  const files = pricingFolder(context.pricesFolder);
  const { settings, notices } = await costSettings({ currency: inputs.currency, ref, files }, context);
  const usageFile = inputs['usage-file'] === '' ? null : inputs['usage-file'];
  const usage = runUsage(usageFile === null ? null : { file: usageFile }, base, files, context);
  const now = inputs.now ?? context.today;
  let run: PricedRun | null = null;
  const read = async () => {
    run = await priceRun(
      {
        roots,
        gonePaths: inputs.path,
        base,
        saved: null,
        withoutBase: withoutBase(change),
        documentsBefore: ref === null ? null : await documentsBefore(ref, policyNames(inputs), context),
        usageFile,
        usage,
        tagsOf: (input) => tagLookup(input),
        pricing: { files, date: now, settings, lookUps: null },
      },
      context,
    );
    return run;
  };
  const report = await checkCosts(set, files, read, runOf(inputs, now, context));
  return found(run ?? (await read()), report, notices);
}

/** What a run gives, with what the reader must know beside it. */
function found(run: PricedRun, { decision, evidence }: FoundImpact['report'], notices: readonly string[]): FoundImpact {
  return {
    change: run.change,
    report: { decision, evidence: { ...evidence, unknowns: [...evidence.unknowns, ...notices] } },
    notices,
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

function withoutBase({ base, missing }: GitChange): string | null {
  if (base !== null) return null;
  return missing === null
    ? 'this run is about no change; the input "base-ref" names a commit to compare with'
    : `${missing}, or name the commit in the input "base-ref"`;
}
