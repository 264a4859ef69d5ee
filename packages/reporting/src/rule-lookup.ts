import type { Evidence, Verdict } from '@tollgate/policy-engine';

/** A rule in the words of its policy. */
export type RuleDescription = NonNullable<Evidence['rules']>[number];

/** Looks up what a policy says of the rule of a verdict. */
export type DescribeRule = (verdict: Pick<Verdict, 'policy' | 'rule'>) => RuleDescription | undefined;

/** Makes the lookup for the rules that the evidence describes. */
export function ruleLookup({ rules = [] }: Evidence): DescribeRule {
  const known = new Map(rules.map((rule) => [JSON.stringify([rule.policy, rule.rule]), rule]));
  return ({ policy, rule }) => known.get(JSON.stringify([policy, rule]));
}
