import { parse } from '@tollgate/cel';
import { constantResult } from '../layers/constant-result.ts';
import type { LayeredPolicy, LayeredRule } from '../layers/layered-policy.ts';
import type { SourcePlace } from '../subject.ts';
import { compareText } from '../text-order.ts';
import type { RuleResult } from '../verdict.ts';
import type { JudgedTest } from './judge-tests.ts';
import type { RuleCoverage } from './test-report.ts';

type Counts = { -readonly [outcome in 'pass' | 'fail' | 'unknown' | 'error' | 'notApplicable']: number };

/** Counts how often the cases saw each outcome of the rules of some policies, by policy and id. */
export function coverageOf(policies: readonly LayeredPolicy[], tests: readonly JudgedTest[]): readonly RuleCoverage[] {
  const counts = new Map<string, Counts>();
  for (const { policy, cases } of tests) {
    for (const result of cases.flatMap(({ results }) => results)) {
      const key = keyOf(policy.name, result.rule);
      const known = counts.get(key) ?? { pass: 0, fail: 0, unknown: 0, error: 0, notApplicable: 0 };
      known[counterOf(result.outcome)] += 1;
      counts.set(key, known);
    }
  }
  const rules = new Map(
    policies.flatMap((policy) => policy.rules.map((rule) => [keyOf(policy.name, rule.id), { policy, rule }])),
  );
  const none: Counts = { pass: 0, fail: 0, unknown: 0, error: 0, notApplicable: 0 };
  return [...rules.values()]
    .map(({ policy, rule }) => {
      const seen = counts.get(keyOf(policy.name, rule.id)) ?? none;
      const isCovered = seen.fail > 0 && (seen.pass > 0 || isDenial(rule));
      return { policy: policy.name, rule: rule.id, source: ruleSource(rule), ...seen, isCovered };
    })
    .sort((a, b) => compareText(a.policy, b.policy) || compareText(a.rule, b.rule));
}

function counterOf(outcome: RuleResult['outcome']): keyof Counts {
  return outcome === 'not-applicable' ? 'notApplicable' : outcome;
}

/** Whether nothing that a rule is about can keep it: then no case can show that it passes. */
function isDenial({ clauses }: LayeredRule): boolean {
  return clauses.some(
    ({ condition }) =>
      condition.kind === 'assert' && constantResult(parse(condition.expression).root, condition.expression) === false,
  );
}

/** Where the uppermost layer writes a rule. */
function ruleSource({ clauses: [clause] }: LayeredRule): SourcePlace {
  // A rule without a clause is none: layers leave it out.
  if (clause === undefined) return { file: '', startLine: 1 };
  const { line, column } = clause.located.places.at(clause.path);
  return { file: clause.located.places.file, startLine: line, startColumn: column };
}

function keyOf(policy: string, rule: string): string {
  return JSON.stringify([policy, rule]);
}
