import { loadPolicySet, type PolicySet, readPolicySet } from '@tollgate/policy-engine';
import type { CostsRun } from '@tollgate/pricing';
import { policySources } from '@tollgate/resources';
import type { CostImpactInputs } from './inputs.ts';
import type { JudgeContext } from './judge.ts';

/** What is read as policies, with what is written beside them. */
export function policyNames({ policies, exceptions, overrides }: CostImpactInputs): readonly string[] {
  return [...policies, ...exceptions, ...overrides];
}

/**
 * The policies that the inputs name. Without any the cost is only told.
 * @throws PolicyEngineError with every mistake at its place.
 */
export async function policySetOf(inputs: CostImpactInputs, context: JudgeContext): Promise<PolicySet> {
  const { environment, params, policies } = inputs;
  const request = { names: policyNames(inputs), environment: environment === '' ? null : environment, params };
  const sources = policySources(context);
  return policies.length === 0 ? readPolicySet({ ...request, names: [] }, sources) : loadPolicySet(request, sources);
}

/** What is known of the run beside the policies, on a day. */
export function runOf({ environment }: CostImpactInputs, now: string, { event }: JudgeContext): CostsRun {
  return {
    now,
    repository: `${event.repository.owner}/${event.repository.name}`,
    environment: environment === '' ? null : environment,
    commit: event.sha,
    imported: [],
  };
}
