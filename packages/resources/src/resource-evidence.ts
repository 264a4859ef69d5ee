import {
  code,
  type Decision,
  type Evidence,
  type Inline,
  type Phrase,
  type RuleDescription,
  text,
  type Verdict,
} from '@tollgate/policy-engine';
import type { EvaluationDiagnostic } from '@tollgate/terraform';
import type { ResourceInput } from './resource-view.ts';

/** What a report on policies is made of. */
export interface ResourceEvidence {
  readonly decision: Decision;
  /** What the policies say of their rules, also of those that found nothing. */
  readonly rules: readonly RuleDescription[];
  readonly input: ResourceInput;
  /** The folder of the configuration, from the root of the repository. */
  readonly folder?: string;
}

/** How many things that are not known are told one by one. */
const mostUnknowns = 20;

/** Gives what reports show beside a decision about resources: the number that matters, the ways out, what is not known. */
export function resourceEvidence(given: ResourceEvidence): Evidence {
  const { decision, rules, input, folder = '' } = given;
  const failed = decision.verdicts.filter(({ outcome }) => outcome === 'fail');
  return {
    gate: 'Policies',
    headline: headline(given),
    // Each rule tells its own way out.
    remedies: [],
    sections: [],
    unknowns: [...unplaced(failed, input), ...unknowns(input)],
    sources: [sourceOf(input, folder)],
    rules,
  };
}

function headline({ decision, rules }: ResourceEvidence): string {
  const verdicts = decision.verdicts.filter(({ outcome }) => outcome !== 'not-applicable');
  const all = counted(rules.length, 'rule');
  const judged = subjects(verdicts);
  if (judged === 0) return `No resource is judged by the ${all}.`;
  const by = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome);
  const [failed, unknown, excepted, broken] = [by('fail'), by('unknown'), by('excepted'), by('error')];
  const asides = [
    ...(unknown.length === 0 ? [] : [`${counted(unknown.length, 'verdict')} cannot be told before apply.`]),
    ...(excepted.length === 0 ? [] : [`${counted(excepted.length, 'finding')} excepted.`]),
    ...(broken.length === 0 ? [] : [`${counted(rulesOf(broken), 'rule')} could not be evaluated.`]),
  ];
  const resources = counted(judged, 'resource');
  if (failed.length > 0) {
    const violate = subjects(failed) === 1 ? 'violates' : 'violate';
    const main = `${number(subjects(failed))} of ${resources} ${violate} ${number(rulesOf(failed))} of ${all}.`;
    return [main, ...asides].join(' ');
  }
  if (asides.length > 0) return [`${resources} judged by ${all}, no violation.`, ...asides].join(' ');
  return `${resources} ${judged === 1 ? 'keeps' : 'keep'} ${all}.`;
}

function subjects(verdicts: readonly Verdict[]): number {
  return new Set(verdicts.map(({ subject }) => subject.id)).size;
}

function rulesOf(verdicts: readonly Verdict[]): number {
  return new Set(verdicts.map(ruleName)).size;
}

function ruleName({ policy, rule }: Pick<Verdict, 'policy' | 'rule'>): string {
  return `${policy}/${rule}`;
}

/** Why findings have no lines, when the configuration that was looked at is not the one of the plan. */
function unplaced(failed: readonly Verdict[], input: ResourceInput): Phrase[] {
  if (failed.length === 0 || input.kind !== 'plan' || input.sources.size > 0) return [];
  return [
    'Findings have no lines: no configuration was found that defines a resource of the plan. Name the folder of its root module.',
  ];
}

/** What was not judged, and why. */
function unknowns(input: ResourceInput): Phrase[] {
  if (input.kind === 'plan') {
    if (input.plan.complete) return [];
    return ['The plan is not complete: changes that it targets away or defers to a later plan were not judged.'];
  }
  const { diagnostics, notices } = input.evaluation;
  const all = [...diagnostics, ...notices];
  const shown = all.slice(0, mostUnknowns).map(diagnosticPhrase);
  const rest = all.length - shown.length;
  return rest === 0 ? shown : [...shown, `${counted(rest, 'more notice')} of the evaluation.`];
}

function diagnosticPhrase({ summary, detail, source }: EvaluationDiagnostic): Inline[] {
  const words = detail === '' ? `${summary}.` : `${summary}: ${detail}`;
  return [text(words), ...(source === null ? [] : [text(' '), { kind: 'place' as const, place: source }])];
}

function sourceOf(input: ResourceInput, folder: string): Phrase {
  if (input.kind === 'plan') {
    const { file, terraformVersion } = input.plan;
    return [text('plan '), code(file), text(terraformVersion === null ? '' : ` (Terraform ${terraformVersion})`)];
  }
  const { terraformVersion } = input.evaluation;
  return [
    text('configuration in '),
    code(folder === '' ? '.' : folder),
    text(` (as Terraform ${terraformVersion} evaluates it)`),
  ];
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
