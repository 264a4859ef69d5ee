import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locatedPolicy } from '../../test/located-policy.ts';
import {
  type Layer,
  layers,
  type OverrideTerms,
  type Policy,
  type Rule,
  type RuleLoosening,
} from '../documents/policy.ts';
import { compilePatterns } from '../judge/pattern.ts';
import { levels, onUnknownValues } from '../verdict.ts';
import { type LayeredPolicies, layerPolicies } from './layer-policies.ts';
import type { LayeredPolicy, LayeredRule } from './layered-policy.ts';

/**
 * What a layer says, in a small language: a condition `a`, `b` or `c` demands that a subject has this letter in its name.
 * A chain has one policy a layer, of which the first declares rules and the others may say anything about them.
 */
const looseningKinds: readonly RuleLoosening[] = ['level', 'onUnknown', 'disable', 'exclude', 'override'];
const letters = ['a', 'b', 'c'] as const;
const names = ['', 'a', 'b', 'c', 'ab', 'ac', 'bc', 'abc'];

const terms: fc.Arbitrary<OverrideTerms> = fc.record(
  { approvers: fc.subarray(['user:a', 'user:b', 'team:c']), minApprovals: fc.integer({ min: 1, max: 3 }) },
  { requiredKeys: ['approvers'] },
);
const id = fc.constantFrom('one', 'two');
const header = {
  level: fc.constantFrom(...levels),
  onUnknown: fc.constantFrom(...onUnknownValues),
  override: terms,
  childMay: fc.subarray([...looseningKinds]),
};
const declared: fc.Arbitrary<Rule> = fc.record(
  { id, ...header, assert: fc.constantFrom(...letters), match: fc.record({ resources: fc.constant(['?*']) }) },
  { requiredKeys: ['id', 'assert'] },
);
const changed: fc.Arbitrary<Rule> = fc.record(
  { id, ...header, assert: fc.constantFrom(...letters), disable: fc.boolean(), exclude: fc.subarray(['a*', '*c']) },
  { requiredKeys: ['id'] },
);

const byId = { selector: (rule: Rule) => rule.id };
const chains: fc.Arbitrary<readonly Policy[]> = fc
  .tuple(
    fc.uniqueArray(declared, { ...byId, minLength: 1 }),
    fc.array(fc.uniqueArray(changed, { ...byId }), { maxLength: 2 }),
  )
  .map(([top, below]) => {
    const ids = new Set(top.map((rule) => rule.id));
    return [top, ...below.map((rules) => rules.filter((rule) => ids.has(rule.id)))].map((rules, index) =>
      policyOf(layers[index] ?? 'repository', rules),
    );
  });

function policyOf(layer: Layer, rules: readonly Rule[]): Policy {
  const metadata = { name: 'p', layer, ...(layer === 'environment' && { environment: 'e' }) };
  return { apiVersion: 'tollgate/v1', kind: 'Policy', metadata, spec: { gate: 'g', rules } };
}

function layered(chain: readonly Policy[]): LayeredPolicies {
  const located = chain.map((policy) => locatedPolicy(policy, `${policy.metadata.layer}.yml`));
  return layerPolicies(located, { environment: 'e' });
}

function merge(chain: readonly Policy[]): LayeredPolicy {
  const { policies, problems } = layered(chain);
  const [policy] = policies;
  expect(problems).toEqual([]);
  if (policy === undefined) throw new Error('there is no policy');
  return policy;
}

/** Whether a subject keeps a rule: every clause whose match takes it in, unless the rule leaves it out. */
function keeps(rule: LayeredRule | undefined, name: string): boolean {
  if (rule === undefined || compilePatterns(rule.exclude)([name])) return true;
  return rule.clauses.every(({ condition, matches }) => {
    const isMatched = matches.every(({ match }) => compilePatterns(match.resources ?? ['*'])([name]));
    return !isMatched || condition.kind !== 'assert' || name.includes(condition.expression);
  });
}

function ruleOf(policy: LayeredPolicy, ruleId: string): LayeredRule | undefined {
  return policy.rules.find((rule) => rule.id === ruleId);
}

/** The loosenings of a rule that every one of these layers lists, if it says anything of the rule. */
function listed(above: readonly Policy[], ruleId: string): Set<RuleLoosening> {
  const said = above.flatMap(({ spec }) => spec.rules.filter((rule) => rule.id === ruleId));
  return new Set(looseningKinds.filter((kind) => said.every((rule) => rule.childMay?.includes(kind) === true)));
}

/** Who could override by some terms, as sets of approvers that would be enough. */
function enough(override: OverrideTerms | null): string[] {
  const groups = [['user:a'], ['user:b'], ['team:c'], ['user:a', 'user:b'], ['user:a', 'team:c'], ['user:b', 'team:c']];
  return [...groups, ['user:a', 'user:b', 'team:c']]
    .filter(
      (group) =>
        group.filter((approver) => override?.approvers.includes(approver) === true).length >=
        (override?.minApprovals ?? 1),
    )
    .map((group) => group.join());
}

describe('merging layers', () => {
  it('never makes a rule weaker than the layers above have it, except where all of them list it', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        for (let length = 1; length < chain.length; length += 1) {
          const above = merge(chain.slice(0, length));
          const below = merge(chain.slice(0, length + 1));
          for (const rule of above.rules) {
            const may = listed(chain.slice(0, length), rule.id);
            const merged = ruleOf(below, rule.id);
            if (merged === undefined) {
              expect(may).toContain('disable');
              continue;
            }
            if (!may.has('level')) {
              expect(levels.indexOf(merged.level)).toBeGreaterThanOrEqual(levels.indexOf(rule.level));
            }
            if (!may.has('onUnknown')) {
              expect(onUnknownValues.indexOf(merged.onUnknown)).toBeGreaterThanOrEqual(
                onUnknownValues.indexOf(rule.onUnknown),
              );
            }
            if (!may.has('override')) {
              const before = enough(rule.override);
              expect(enough(merged.override).filter((group) => !before.includes(group))).toEqual([]);
            }
            if (!may.has('exclude')) expect(merged.exclude).toEqual(rule.exclude);
            if (!may.has('exclude') && !may.has('disable')) {
              for (const name of names) expect(keeps(merged, name) && !keeps(rule, name)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with a layer that only tightens never turns what does not pass into what does', () => {
    const tightening: fc.Arbitrary<Rule> = fc.record(
      { id, assert: fc.constantFrom(...letters), level: fc.constant('hard-mandatory'), onUnknown: fc.constant('fail') },
      { requiredKeys: ['id', 'assert'] },
    );
    fc.assert(
      fc.property(chains, fc.uniqueArray(tightening, byId), (chain, rules) => {
        const above = merge(chain);
        const tightened = merge([...chain, policyOf('environment', rules)]);
        for (const rule of above.rules) {
          const merged = ruleOf(tightened, rule.id);
          for (const name of names) expect(keeps(merged, name) && !keeps(rule, name)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of one layer gives what it says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(declared, { ...byId, minLength: 1 }), (rules) => {
        const merged = merge([policyOf('org', rules)]);
        expect(
          merged.rules.map(({ id, level, onUnknown, override, exclude, clauses }) => ({
            id,
            level,
            onUnknown,
            override,
            exclude,
            asserts: clauses.map(({ condition }) => condition.kind === 'assert' && condition.expression),
          })),
        ).toEqual(
          rules.map((rule) => ({
            id: rule.id,
            level: rule.level ?? 'hard-mandatory',
            onUnknown: rule.onUnknown ?? 'warn',
            override: rule.override ?? null,
            exclude: [],
            asserts: [rule.assert],
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        chains.chain((chain) =>
          fc.tuple(fc.constant(chain), fc.shuffledSubarray([...chain], { minLength: chain.length })),
        ),
        ([chain, shuffled]) => {
          expect(JSON.stringify(layered(shuffled))).toBe(JSON.stringify(layered(chain)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves what a further layer says nothing of as the layers above made it', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const [further, ...above] = chain.toReversed();
        fc.pre(further !== undefined && above.length > 0);
        const said = new Set(further?.spec.rules.map((rule) => rule.id));
        const others = (policy: LayeredPolicy): unknown =>
          JSON.parse(JSON.stringify(policy.rules.filter((rule) => !said.has(rule.id))));
        expect(others(merge(chain))).toEqual(others(merge(above.toReversed())));
      }),
      { numRuns: 200 },
    );
  });
});
