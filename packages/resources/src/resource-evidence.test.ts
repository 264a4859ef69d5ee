import { type AppliedResult, type Decision, decide } from '@tollgate/policy-engine';
import { describe, expect, it } from 'vitest';
import { configurationOf, planOf } from '../test/conditions.ts';
import type { ResourceInput } from './index.ts';
import { resourceEvidence } from './resource-evidence.ts';

const rules = ['encrypted', 'small', 'private'].map((id) => ({
  id,
  level: 'hard-mandatory' as const,
  onUnknown: 'warn' as const,
}));
const policy = { name: 'storage', version: '1.0.0', rules, document: {} };
const descriptions = rules.map(({ id, level }) => ({ policy: 'storage', rule: id, level, remedy: `make it ${id}` }));
const input = configurationOf('resource "aws_x" "a" {}');

type Finding = readonly [rule: string, resource: string, outcome: AppliedResult['outcome']];

function decisionOf(findings: readonly Finding[]): Decision {
  const results = findings.map(
    ([rule, id, outcome]): AppliedResult => ({
      rule,
      subject: { kind: 'resource', id },
      outcome,
      message: outcome,
    }),
  );
  return decide([{ policy, results }]);
}

function evidenceOf(findings: readonly Finding[], given: ResourceInput = input, folder?: string) {
  const decision = decisionOf(findings);
  return resourceEvidence({
    decision,
    rules: descriptions,
    input: given,
    ...(folder === undefined ? {} : { folder }),
  });
}

describe('the headline', () => {
  it.each<[string, readonly Finding[]]>([
    ['No resource is judged by the 3 rules.', []],
    ['No resource is judged by the 3 rules.', [['small', 'a', 'not-applicable']]],
    ['1 resource keeps 3 rules.', [['small', 'a', 'pass']]],
    [
      '2 resources keep 3 rules.',
      [
        ['small', 'a', 'pass'],
        ['small', 'b', 'pass'],
      ],
    ],
    [
      '1 of 2 resources violates 2 of 3 rules.',
      [
        ['small', 'a', 'fail'],
        ['private', 'a', 'fail'],
        ['small', 'b', 'pass'],
      ],
    ],
    [
      '2 of 2 resources violate 1 of 3 rules.',
      [
        ['small', 'a', 'fail'],
        ['small', 'b', 'fail'],
      ],
    ],
    [
      '1 of 2 resources violates 1 of 3 rules. 1 verdict cannot be told before apply. 1 rule could not be evaluated.',
      [
        ['small', 'a', 'fail'],
        ['private', 'a', 'unknown'],
        ['encrypted', 'b', 'error'],
      ],
    ],
    [
      '1 resource judged by 3 rules, no violation. 1 verdict cannot be told before apply.',
      [['private', 'a', 'unknown']],
    ],
    ['1 resource judged by 3 rules, no violation. 1 finding excepted.', [['small', 'a', 'excepted']]],
  ])('says: %s', (headline, findings) => {
    expect(evidenceOf(findings)).toMatchObject({ gate: 'Policies', headline });
  });
});

describe('beside the decision', () => {
  it('stands what the policies say of their rules', () => {
    expect(evidenceOf([['small', 'a', 'fail']])).toMatchObject({ remedies: [], rules: descriptions });
  });

  it('stands what was not evaluated, with its place', () => {
    const text = 'variable "n" {\n  type = number\n}\nresource "aws_x" "a" {\n  count = var.n\n}\n';
    const { unknowns } = evidenceOf([], configurationOf(text));
    expect(JSON.stringify(unknowns)).toContain('Number of instances not known');
    expect(unknowns.at(-1)?.at(-1)).toMatchObject({ kind: 'place', place: { file: 'main.tf', startLine: 5 } });
  });

  it('stands why findings have no lines', () => {
    expect(evidenceOf([['small', 'a', 'fail']], planOf({})).unknowns).toEqual([
      expect.stringMatching(/^Findings have no lines/),
    ]);
    expect(evidenceOf([['small', 'a', 'pass']], planOf({})).unknowns).toEqual([]);
  });

  it('stands what was read', () => {
    const words = (evidence: ReturnType<typeof evidenceOf>) =>
      evidence.sources.map((phrase) =>
        typeof phrase === 'string' ? phrase : phrase.map((part) => ('text' in part ? part.text : '')).join(''),
      );
    expect(words(evidenceOf([], input, 'infra'))).toEqual(['configuration in infra (as Terraform 1.11 evaluates it)']);
    expect(words(evidenceOf([], planOf({})))).toEqual(['plan plan.json (Terraform 1.11.4)']);
  });
});
