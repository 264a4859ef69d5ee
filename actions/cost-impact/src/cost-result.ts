import type { GateResult } from '@tollgate/action-kit';
import { type CostChange, changeRemarks } from '@tollgate/pricing';
import { plainText, type Report } from '@tollgate/reporting';
import type { CostImpactInputs } from './inputs.ts';
import { isWorthComment } from './is-worth-comment.ts';
import type { OutputName } from './metadata.gen.ts';

/** What a run found, whether it evaluated or merged. */
export interface FoundImpact {
  readonly change: CostChange;
  readonly report: Report;
  /** Sentences about the run, for whoever looks after the workflow. */
  readonly notices: readonly string[];
}

/** What becomes of a run: comment, outputs, files and remarks on the lines that cost. */
export function costResult({ change, report, notices }: FoundImpact, inputs: CostImpactInputs): GateResult<OutputName> {
  const { decision } = report;
  return {
    report,
    document: decision.policies.length === 0 ? change : { ...change, decision },
    outputs: {
      'monthly-cost': change.after.monthlyCost,
      delta: change.monthlyDelta ?? '',
      percent: change.percent ?? '',
    },
    isFinding: decision.outcome !== 'passed' || isWorthComment(change, inputs),
    annotations: changeRemarks(change).map(({ place, title, message }) => ({
      path: place.file,
      startLine: place.startLine,
      endLine: place.endLine ?? place.startLine,
      level: 'notice',
      title,
      message: plainText(message),
    })),
    notices,
  };
}
