import { ActionError } from '@tollgate/action-kit';
import { mergeDecisions, type PartialDecision, type PolicySet } from '@tollgate/policy-engine';
import { checkCosts, costEvidence, environmentOf, mergeCostChanges, pricingFolder } from '@tollgate/pricing';
import type { FoundImpact } from '../cost-result.ts';
import type { CostImpactInputs } from '../inputs.ts';
import type { JudgeContext } from '../judge.ts';
import { policySetOf, runOf } from '../policies.ts';
import { failedRootModules } from './failed-root-modules.ts';
import { type JobResult, readResults } from './read-results.ts';
import { unjudgedResources } from './resource-rules.ts';
import { readResultFiles } from './result-files.ts';
import { subjectPlace } from './subject-place.ts';

/**
 * Merges what other jobs found into one change and one decision, and judges the merged change by the policies of this job: its total,
 * environments and root modules. Resources were judged in the jobs that evaluated them.
 * @throws ActionError, PricingError and PolicyEngineError for results that cannot be read or do not go together.
 */
export async function judgeResults(inputs: CostImpactInputs, context: JudgeContext): Promise<FoundImpact> {
  refuseOthers(inputs);
  const set = await policySetOf(inputs, context);
  refuseExceptions(set);
  const results = await readResults(readResultFiles(inputs.results, context.workingFolder));
  const change = mergeCostChanges(results);
  const costs = {
    change,
    report: null,
    environmentOf: (folder: string) => environmentOf({ folder }),
    roots: [],
    commented: [],
    unread: failedRootModules(results),
  };
  const run = runOf(inputs, inputs.now ?? context.today, context);
  const whole = await checkCosts(set, pricingFolder(context.pricesFolder), () => costs, run);
  const decision = mergeDecisions(results.flatMap(partOf(results.length > 1)), whole.decision);
  const { rules = [] } = whole.evidence;
  const evidence = costEvidence({ change, report: null, decision, rules });
  const notices = unjudgedResources(set, results);
  // Whoever reads the report has to know it too.
  return {
    change,
    report: { decision, evidence: { ...evidence, unknowns: [...evidence.unknowns, ...notices] } },
    notices,
  };
}

function partOf(isOneOfSeveral: boolean): (result: JobResult) => readonly PartialDecision[] {
  return ({ change, decision }) => {
    if (decision === null) return [];
    const job = { rootModules: change.rootModules.map(({ name }) => name), isOneOfSeveral };
    return [{ decision, placeOf: (subject) => subjectPlace(subject, job) }];
  };
}

/** What says how root modules are evaluated. */
const evaluating = ['plan-file', 'base-ref', 'usage-file', 'currency', 'var-files', 'workspace'] as const;

function refuseOthers(inputs: CostImpactInputs): void {
  const idle = evaluating.find((name) => String(inputs[name] ?? '') !== '');
  if (idle === undefined) return;
  throw new ActionError(
    `Input "${idle}" cannot be used with "results": nothing is evaluated. Give it to the jobs that wrote the results.`,
  );
}

/** Which exceptions the change itself adds, results do not tell; a policy that denies these must not let them pass. */
function refuseExceptions({ policies, documents }: PolicySet): void {
  const denying = policies.find(({ exceptions }) => exceptions.sameChange === 'deny');
  if (denying === undefined || documents.exceptions.length === 0) return;
  throw new ActionError(
    `Policy "${denying.name}" denies exceptions that the change itself adds, and results do not tell which ones these are. Give the exceptions to the jobs that wrote the results.`,
  );
}
