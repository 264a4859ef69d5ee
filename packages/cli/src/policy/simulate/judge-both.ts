import {
  compareDecisions,
  type Decision,
  PolicyEngineError,
  type PolicySet,
  type SimulatedPart,
  type SimulatedPolicies,
} from '@tollgate/policy-engine';
import { type JudgedResources, type PreparedResources, prepareResources, type ResourcesRun } from '@tollgate/tags';

/** One of the two sets of policies, ready to judge. */
export interface ReadyPolicies {
  readonly set: PolicySet;
  readonly prepared: PreparedResources;
  /** As they were asked for. */
  readonly names: readonly string[];
}

/** What is judged: as for `check`, but the documents of policies are not those of the change. */
export type BothJudged = Omit<JudgedResources, 'base'> & {
  readonly base: Pick<NonNullable<JudgedResources['base']>, 'evaluation' | 'tree'> | null;
};

/** Two sets of policies on the same things. */
export interface BothPolicies {
  readonly judge: JudgeBoth;
  /** The two sets, with what they said of all that was judged so far. */
  readonly shown: () => { readonly before: SimulatedPolicies; readonly after: SimulatedPolicies };
}

/** Judges a part of a change by one set of policies and by the other. */
export type JudgeBoth = (name: string, found: BothJudged, run: Partial<ResourcesRun>) => SimulatedPart;

/**
 * Makes a set of policies ready.
 * @throws PolicyEngineError for mistakes in them, each at its place.
 */
export async function readyPolicies(names: readonly string[], set: PolicySet): Promise<ReadyPolicies> {
  return { set, prepared: await prepareResources(set), names };
}

/** Compares two sets of policies on whatever they are given. */
export function judgeBoth(before: ReadyPolicies, after: ReadyPolicies, common: ResourcesRun): BothPolicies {
  const counts = { before: new Map<string, number>(), after: new Map<string, number>() };
  const shown = (which: 'before' | 'after', { names, prepared }: ReadyPolicies): SimulatedPolicies => ({
    names,
    policies: prepared.policies.map((policy) => ({ ...policy, matched: counts[which].get(policy.name) ?? 0 })),
  });
  return {
    judge(name, found, run) {
      // The policies are what is tried, not what the change changes: only its comments can add an exception.
      const decide = ({ set, prepared }: ReadyPolicies) =>
        prepared.judge(
          { ...found, base: found.base === null ? null : { ...found.base, documents: set.documents } },
          { ...common, ...run },
        );
      try {
        const decisions = { before: decide(before), after: decide(after) };
        count(decisions.before, counts.before);
        count(decisions.after, counts.after);
        return { kind: 'judged', name, ...compareDecisions(decisions.before, decisions.after) };
      } catch (error) {
        if (error instanceof PolicyEngineError) return { kind: 'not-judged', name, reason: error.message };
        throw error;
      }
    },
    shown: () => ({ before: shown('before', before), after: shown('after', after) }),
  };
}

function count({ policies }: Decision, counts: Map<string, number>): void {
  for (const { name, matched } of policies) counts.set(name, (counts.get(name) ?? 0) + matched);
}
