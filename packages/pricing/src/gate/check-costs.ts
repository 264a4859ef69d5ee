import {
  type Decision,
  type Evidence,
  gateWork,
  type PolicySet,
  preparePolicies,
  type Run,
} from '@tollgate/policy-engine';
import {
  type CommentedResources,
  type ForeignExceptions,
  judgesOfGates,
  runExceptions,
  type UnreadRootModule,
  withUnreadRootModules,
} from '@tollgate/resources';
import type { CostChange } from '../changes/cost-change.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { costEvidence } from '../evidence/cost-evidence.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { costGate } from './cost-gate.ts';
import type { CostRun } from './cost-run.ts';
import { costSubjects } from './cost-subjects.ts';

/** A change of the cost that is to be judged. */
export interface CostsToJudge extends CostRun {
  readonly change: CostChange;
  /** What the resources of the root modules in it cost after the change; null where only the change is at hand. */
  readonly report: CostReport | null;
  /** The root modules in it with their files: comments can hold exceptions. */
  readonly commented: readonly CommentedResources[];
  /** Root modules that could not be evaluated. */
  readonly unread: readonly UnreadRootModule[];
}

/** What else is known of the run. */
export type CostsRun = Pick<Run, 'now' | 'repository' | 'environment' | 'commit'> & ForeignExceptions;

/**
 * Judges what a change costs by policies. They are looked through before anything is read: with a broken one nothing is judged. A root
 * module that could not be evaluated fails the run.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function checkCosts<Costs extends CostsToJudge>(
  set: PolicySet,
  files: PricingFiles,
  read: () => Costs | Promise<Costs>,
  run: CostsRun,
): Promise<{ readonly decision: Decision; readonly evidence: Evidence; readonly costs: Costs }> {
  let found: CostsToJudge | null = null;
  const work = gateWork(costGate(files), () => (found === null ? [] : costSubjects(found)));
  const works = [withUnreadRootModules(work, () => found?.unread ?? [])];
  const { rules, judge } = await preparePolicies(set, works, judgesOfGates);
  const costs = await read();
  found = costs;
  const decision = judge({ ...run, ...runExceptions(set.documents, costs.commented, run) });
  return { decision, evidence: costEvidence({ ...costs, decision, rules }), costs };
}
