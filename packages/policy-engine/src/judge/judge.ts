import type { JudgedPolicy } from '../decide.ts';
import type { Subject } from '../gates/subject.ts';
import { compareText } from '../text-order.ts';
import type { RuleResult } from '../verdict.ts';
import type { CompiledPolicy, CompiledRule } from './compiled-policy.ts';
import { type ClauseResult, isMatched, judgeClause, type RuleName } from './judge-clause.ts';
import { PolicyInput, timestampOf } from './policy-input.ts';

/**
 * judge lets policies of one gate judge its subjects: one result for each rule and each subject that the rule matches.
 * `now` is the day of the run, `2026-10-01`. The results are in the order of a decision, whatever the order of the input.
 * @throws PolicyEngineError when `now` is not a day.
 */
export function judge<Data>(
  policies: readonly CompiledPolicy<Data>[],
  subjects: readonly Subject<Data>[],
  { now }: { readonly now: string },
): JudgedPolicy[] {
  const day = timestampOf(now);
  const ordered = [...policies].sort((a, b) => compareText(a.name, b.name));
  const works = ordered.flatMap((policy) => worksOf(policy, new PolicyInput(policy.params, day)));
  // Subject by subject, not rule by rule: what is read of a subject is still at hand for the next rule.
  for (const subject of [...subjects].sort(compareSubjects)) {
    for (const { rule, name, input, results } of works) {
      const found = judgeSubject(rule, subject, input, name);
      if (found !== null) results.push(resultOf(rule.id, subject, found));
    }
  }
  return ordered.map((policy) => ({
    policy,
    results: works.filter((work) => work.policy === policy).flatMap(({ results }) => results),
  }));
}

/** A rule at work, with what it has found so far. */
interface Work<Data> {
  readonly policy: CompiledPolicy<Data>;
  readonly rule: CompiledRule<Data>;
  readonly name: RuleName;
  readonly input: PolicyInput;
  readonly results: RuleResult[];
}

function worksOf<Data>(policy: CompiledPolicy<Data>, input: PolicyInput): Work<Data>[] {
  return policy.rules.map((rule) => ({
    policy,
    rule,
    name: { policy: policy.name, rule: rule.id },
    input,
    results: [],
  }));
}

/** By what the order of a decision goes; what it leaves open is closed by the place in the source. */
function compareSubjects(a: Subject<unknown>, b: Subject<unknown>): number {
  return (
    compareText(a.reference.kind, b.reference.kind) ||
    compareText(a.reference.id, b.reference.id) ||
    compareText(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.startLine ?? 0) - (b.source?.startLine ?? 0) ||
    (a.source?.startColumn ?? 0) - (b.source?.startColumn ?? 0)
  );
}

/** What a rule says of a subject; null when the rule is not about it. */
export function judgeSubject<Data>(
  rule: CompiledRule<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  name: RuleName,
): ClauseResult | null {
  if (rule.isExcluded?.(subject.names) === true) return null;
  input.subject = subject.input;
  let united: ClauseResult | null = null;
  for (const clause of rule.clauses) {
    if (!isMatched(clause, subject)) continue;
    const result = judgeClause(clause, subject, input, name);
    united = united === null ? result : unite(united, result);
  }
  return united;
}

/**
 * The outcomes of clauses from the one that decides to the one that gives way. An error comes before a violation: whoever
 * mends the violation would still have a gate that could not do its work. A clause that does not apply says nothing as
 * long as another one does.
 */
const deciding: readonly ClauseResult['outcome'][] = ['error', 'fail', 'unknown', 'pass', 'not-applicable'];

/** Both clauses must be kept. */
function unite(one: ClauseResult, other: ClauseResult): ClauseResult {
  if (one.outcome !== other.outcome) {
    return deciding.indexOf(one.outcome) < deciding.indexOf(other.outcome) ? one : other;
  }
  if (one.outcome === 'pass' || one.outcome === 'not-applicable') return one;
  const missing = distinct([...(one.missing ?? []), ...(other.missing ?? [])], (name) => name);
  const evidence = distinct([...(one.evidence ?? []), ...(other.evidence ?? [])], (item) => JSON.stringify(item));
  return {
    outcome: one.outcome,
    message: one.message.includes(other.message) ? one.message : `${one.message} ${other.message}`,
    ...(missing.length === 0 ? {} : { missing }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function resultOf(rule: string, { reference, source }: Subject<unknown>, found: ClauseResult): RuleResult {
  const { outcome, message, missing, evidence } = found;
  if (missing === undefined && evidence === undefined) {
    if (source === undefined) return { rule, subject: reference, outcome, message };
    return { rule, subject: reference, outcome, message, source };
  }
  return {
    rule,
    subject: reference,
    outcome,
    message,
    ...(source === undefined ? {} : { source }),
    ...(missing === undefined ? {} : { missing }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
