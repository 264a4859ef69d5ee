import { nearest } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';

/** A rule of a policy. */
export interface RuleReference {
  readonly policy: string;
  readonly rule: string;
}

/** A policy with the ids of its rules. */
export interface PolicyRules {
  readonly name: string;
  readonly rules: readonly { readonly id: string }[];
}

/** The rules that a name means: `policy/rule`, `policy/*`, or a bare id, which means the rules of that id in all policies. */
export function rulesNamed(name: string, policies: readonly PolicyRules[]): readonly RuleReference[] {
  const slash = name.lastIndexOf('/');
  const policyName = slash === -1 ? null : name.slice(0, slash);
  const id = name.slice(slash + 1);
  return policies
    .filter((policy) => policyName === null || policy.name === policyName)
    .flatMap((policy) =>
      policy.rules
        .filter((rule) => rule.id === id || (policyName !== null && id === '*'))
        .map((rule) => ({ policy: policy.name, rule: rule.id })),
    );
}

/** The end of a sentence about a name that means no rule: `is for the rule "x", which …`. */
export function unknownRule(name: string, policies: readonly PolicyRules[]): string {
  const known = policies.flatMap((policy) => [
    ...policy.rules.flatMap(({ id }) => [`${policy.name}/${id}`, ...(name.includes('/') ? [] : [id])]),
    `${policy.name}/*`,
  ]);
  const near = nearest(name, known);
  const mend = near === undefined ? '' : ` Did you mean ${quote(near)}?`;
  return `is for the rule ${quote(name)}, which no policy of this run has.${mend}`;
}
