import type { DecidingPolicy, Decision } from '../decide.ts';
import { compareText } from '../text-order.ts';
import type { Verdict } from '../verdict.ts';

/** A decision, and those of its verdicts that are told. */
interface ToldDecision {
  readonly decision: Pick<Decision, 'policies'>;
  readonly verdicts: readonly Pick<Verdict, 'policy' | 'outcome'>[];
}

/** The policies of several decisions, by name; of one name with different texts there are several, and a notice names them. */
export function unitedPolicies(all: readonly ToldDecision[]): {
  readonly policies: readonly DecidingPolicy[];
  readonly notices: readonly string[];
} {
  const told = all.flatMap(({ decision, verdicts }) => {
    const applicable = verdicts.filter(({ outcome }) => outcome !== 'not-applicable');
    const counts = Map.groupBy(applicable, ({ policy }) => policy);
    return decision.policies.map((policy) => ({ ...policy, matched: counts.get(policy.name)?.length ?? 0 }));
  });
  const identities = Map.groupBy(told, ({ name, version, digest }) => JSON.stringify([name, version, digest]));
  const policies = [...identities.values()].flatMap(counted).sort(comparePolicies);
  const byName = Map.groupBy(policies, ({ name }) => name);
  return { policies, notices: [...byName.values()].flatMap(differences) };
}

function counted(policies: readonly DecidingPolicy[]): readonly DecidingPolicy[] {
  const matched = policies.reduce((sum, policy) => sum + policy.matched, 0);
  return policies.slice(0, 1).map((policy) => ({ ...policy, matched }));
}

function comparePolicies(a: DecidingPolicy, b: DecidingPolicy): number {
  return compareText(a.name, b.name) || compareText(a.version, b.version) || compareText(a.digest, b.digest);
}

/** So much of a digest tells two policies apart for a person. */
const digestLength = 'sha256:'.length + 12;

function differences(policies: readonly DecidingPolicy[]): readonly string[] {
  const [first, ...others] = policies;
  if (first === undefined || others.length === 0) return [];
  const texts = policies.map(({ version, digest }) => `${version} (${digest.slice(0, digestLength)})`);
  return [`Policy "${first.name}" is not the same in all jobs: ${texts.join(', ')}. Give all jobs the same policies.`];
}
