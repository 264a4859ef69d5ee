import { nearest } from '../documents/nearest.ts';
import type { ExpectedVerdict } from '../documents/policy-test.ts';
import { asCode } from '../judge/shown.ts';
import type { SourcePlace } from '../subject.ts';
import type { RuleResult } from '../verdict.ts';
import type { FoundVerdict, TestFailure } from './test-report.ts';

/** What a case expects, with its places. */
export interface Expectations {
  readonly place: SourcePlace;
  readonly verdicts: readonly { readonly expected: ExpectedVerdict; readonly place: SourcePlace }[];
  /** The ids of the rules that the policy has. */
  readonly rules: readonly string[];
}

/** The most verdicts that one failure shows. */
const MAX_SHOWN = 5;

/**
 * compareCase says where the verdicts of a policy are not those that a case expects. An expectation is met by any number of
 * verdicts of its rule and, where it names one, of its subject; at least by one. Every verdict other than `pass` and
 * `not-applicable` has to meet one.
 */
export function compareCase(results: readonly RuleResult[], expectations: Expectations): readonly TestFailure[] {
  const { place, verdicts } = expectations;
  const isNamed = (result: RuleResult) => verdicts.some(({ expected }) => isMet(expected, result));
  const told = new Set<RuleResult>();
  const failures: TestFailure[] = [];
  for (const { expected, place: source } of verdicts) {
    if (results.some((result) => isMet(expected, result))) continue;
    const near = nearResults(expected, results, isNamed);
    for (const result of near) told.add(result);
    failures.push(unmet(expected, near, results, expectations, source));
  }
  for (const result of results) {
    if (isSilent(result) || isNamed(result) || told.has(result)) continue;
    failures.push({
      kind: 'unexpected',
      source: place,
      message: `The case does not expect that rule ${asCode(result.rule)} ${said[result.outcome]} for ${asCode(result.subject.id)}: ${result.message}`,
      expected: null,
      found: [shown(result)],
    });
  }
  return failures;
}

function isMet({ rule, subject, outcome, message }: ExpectedVerdict, result: RuleResult): boolean {
  return (
    rule === result.rule &&
    outcome === result.outcome &&
    (subject === undefined || subject === result.subject.id) &&
    (message === undefined || result.message.includes(message))
  );
}

/** Whether a case need not name a verdict. */
function isSilent({ outcome }: RuleResult): boolean {
  return outcome === 'pass' || outcome === 'not-applicable';
}

/** The verdicts that an expectation may be about: of its rule and subject, first of all those that no other one names. */
function nearResults(
  { rule, subject }: ExpectedVerdict,
  results: readonly RuleResult[],
  isNamed: (result: RuleResult) => boolean,
): readonly RuleResult[] {
  const near = results.filter((one) => one.rule === rule && (subject === undefined || subject === one.subject.id));
  const open = near.filter((result) => !isNamed(result));
  const loud = open.filter((result) => !isSilent(result));
  return [loud, open, near].find((some) => some.length > 0) ?? [];
}

function unmet(
  expected: ExpectedVerdict,
  near: readonly RuleResult[],
  results: readonly RuleResult[],
  { rules }: Expectations,
  source: SourcePlace,
): TestFailure {
  const kind = near.length === 0 ? 'missing' : 'different';
  const message = `${wantedText(expected)} ${near.length === 0 ? absence(expected, results, rules) : difference(expected, near)}`;
  return { kind, source, message, expected, found: near.slice(0, MAX_SHOWN).map(shown) };
}

function wantedText({ rule, subject, outcome, message }: ExpectedVerdict): string {
  const whom = subject === undefined ? '' : ` for ${asCode(subject)}`;
  const words = message === undefined ? '' : ` with ${asCode(message)} in its message`;
  return `Expected that rule ${asCode(rule)} ${said[outcome]}${whom}${words}.`;
}

/** What came instead, where there is something. */
function difference(expected: ExpectedVerdict, near: readonly RuleResult[]): string {
  const sentences = near.slice(0, MAX_SHOWN).map((result) => {
    const whom = expected.subject === undefined ? ` for ${asCode(result.subject.id)}` : '';
    return `It ${said[result.outcome]}${whom}: ${result.message}`;
  });
  const rest = near.length - sentences.length;
  return [...sentences, ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

/** Why there is nothing that an expectation could be about. */
function absence(
  { rule, subject, outcome }: ExpectedVerdict,
  results: readonly RuleResult[],
  rules: readonly string[],
) {
  if (!rules.includes(rule)) {
    const near = nearest(rule, rules);
    return `The policy has no such rule; ${near === undefined ? `it has ${rules.map(asCode).join(', ')}.` : `did you mean ${asCode(near)}?`}`;
  }
  if (outcome === 'excepted') return 'Exceptions are left out in tests: expect what the rule itself says.';
  const judged = results.filter((result) => result.rule === rule).map((result) => result.subject.id);
  if (judged.length === 0) return 'The rule looks at nothing that the case gives.';
  const near = subject === undefined ? undefined : nearest(subject, judged);
  if (near !== undefined) return `The rule does not look at it; did you mean ${asCode(near)}?`;
  const rest = judged.length > MAX_SHOWN ? ` and ${judged.length - MAX_SHOWN} more` : '';
  return `The rule does not look at it, only at ${judged.slice(0, MAX_SHOWN).map(asCode).join(', ')}${rest}.`;
}

/** What a rule does, as the end of a sentence. */
const said: Readonly<Record<ExpectedVerdict['outcome'], string>> = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is unknown',
  error: 'cannot be evaluated',
  excepted: 'is excepted',
  'not-applicable': 'does not apply',
};

function shown({ rule, subject, outcome, message }: RuleResult): FoundVerdict {
  return { rule, subject: subject.id, outcome, message };
}
