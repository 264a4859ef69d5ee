import type { Located } from '../documents/places.ts';
import type { Policy } from '../documents/policy.ts';
import type { JsonValue } from '../json.ts';
import { layerPolicies } from '../layers/layer-policies.ts';
import type { LayeredPolicy } from '../layers/layered-policy.ts';
import { type ParamMistake, withParams } from '../layers/with-params.ts';
import type { ReadBeside } from '../packs/beside.ts';
import type { Problem } from '../problem.ts';
import type { PreparedPolicy, TestGate } from './test-gate.ts';

/** The same policies for every environment and with other parameters, each merged and compiled once. */
export interface PolicyVersions {
  /** All policies of an environment, by name; null for those without one. */
  inEnvironment(environment: string | null): readonly LayeredPolicy[];
  prepare(policy: LayeredPolicy, gate: TestGate, given: GivenParams): Promise<PolicyVersion>;
}

export interface PolicyVersion extends PreparedPolicy {
  readonly mistakes: readonly ParamMistake[];
  /** What is wrong with the policy whatever its parameters are. */
  readonly ownProblems: readonly Problem[];
}

/** The environment and the parameters of a case. */
export interface GivenParams {
  readonly environment: string | null;
  readonly params: { readonly [name: string]: JsonValue };
}

export function policyVersions(documents: readonly Located<Policy>[], readBeside?: ReadBeside): PolicyVersions {
  const byEnvironment = new Map<string | null, readonly LayeredPolicy[]>();
  const prepared = new Map<string, Promise<PreparedPolicy>>();
  const prepareOnce = (policy: LayeredPolicy, gate: TestGate, given: GivenParams) => {
    const key = JSON.stringify([policy.name, given.environment, given.params]);
    const known = prepared.get(key) ?? gate.prepare(policy, readBeside);
    prepared.set(key, known);
    return known;
  };
  return {
    inEnvironment(environment) {
      const known = byEnvironment.get(environment) ?? layerPolicies(documents, { environment }).policies;
      byEnvironment.set(environment, known);
      return known;
    },
    async prepare(policy, gate, given) {
      const { policy: changed, mistakes } = withParams(policy, given.params);
      const own = await prepareOnce(policy, gate, { ...given, params: {} });
      const version = own.problems.length > 0 ? own : await prepareOnce(changed, gate, given);
      return { ...version, mistakes, ownProblems: own.problems };
    },
  };
}
