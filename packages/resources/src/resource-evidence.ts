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

/** What a report on several root modules is made of. */
export interface ResourcesEvidence extends Pick<ResourceEvidence, 'decision' | 'rules'> {
  /** What was judged; none when nothing could be evaluated. */
  readonly roots: readonly Pick<ResourceEvidence, 'input' | 'folder'>[];
}

/** How many root modules are named one by one. */
const mostSources = 5;

/** How many things that are not known are told one by one. */
const mostUnknowns = 20;

/** Gives what reports show beside a decision about resources: the number that matters, the ways out, what is not known. */
export function resourceEvidence({ decision, rules, input, folder = '' }: ResourceEvidence): Evidence {
  return resourcesEvidence({ decision, rules, roots: [{ input, folder }] });
}

/** Gives the same for a decision about several root modules. */
export function resourcesEvidence(given: ResourcesEvidence): Evidence {
  const { decision, rules, roots } = given;
  const failed = decision.verdicts.filter(({ outcome }) => outcome === 'fail');
  return {
    gate: 'Policies',
    headline: headline(given),
    // Each rule tells its own way out.
    remedies: [],
    sections: [],
    unknowns: [...unplaced(failed, roots), ...unknowns(roots)],
    sources: sources(roots),
    rules,
  };
}

function headline({ decision, rules }: ResourcesEvidence): string {
  const verdicts = decision.verdicts.filter(
    ({ outcome, subject }) => outcome !== 'not-applicable' && subject.kind !== 'root-module',
  );
  const unread = subjects(decision.verdicts.filter(({ subject }) => subject.kind === 'root-module'));
  const all = counted(rules.length, 'rule');
  const judged = subjects(verdicts);
  const by = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome);
  const [failed, unknown, excepted, broken] = [by('fail'), by('unknown'), by('excepted'), by('error')];
  const asides = [
    ...(unread === 0 ? [] : [`${counted(unread, 'root module')} could not be evaluated.`]),
    ...(unknown.length === 0 ? [] : [`${counted(unknown.length, 'verdict')} cannot be told before apply.`]),
    ...(excepted.length === 0 ? [] : [`${counted(excepted.length, 'finding')} excepted.`]),
    ...(broken.length === 0 ? [] : [`${counted(rulesOf(broken), 'rule')} could not be evaluated.`]),
  ];
  if (judged === 0) return [`No resource is judged by the ${all}.`, ...asides].join(' ');
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
function unplaced(failed: readonly Verdict[], roots: ResourcesEvidence['roots']): Phrase[] {
  const isUnplaced = roots.some(({ input }) => input.kind === 'plan' && input.sources.size === 0);
  if (failed.every(({ source }) => source !== undefined) || !isUnplaced) return [];
  return [
    'Findings have no lines: no configuration was found that defines a resource of the plan. Name the folder of its root module.',
  ];
}

/** What was not judged, and why. */
function unknowns(roots: ResourcesEvidence['roots']): Phrase[] {
  const isIncomplete = roots.some(({ input }) => input.kind === 'plan' && !input.plan.complete);
  // What two root modules say in the same words of the same place is said once.
  const all = new Map(
    roots.flatMap(({ input }) =>
      input.kind === 'plan'
        ? []
        : [...input.evaluation.diagnostics, ...input.evaluation.notices].map((one) => [JSON.stringify(one), one]),
    ),
  );
  const shown = [...all.values()].slice(0, mostUnknowns).map(diagnosticPhrase);
  const rest = all.size - shown.length;
  return [
    ...(isIncomplete
      ? ['The plan is not complete: changes that it targets away or defers to a later plan were not judged.']
      : []),
    ...shown,
    ...(rest === 0 ? [] : [`${counted(rest, 'more notice')} of the evaluation.`]),
  ];
}

function sources(roots: ResourcesEvidence['roots']): Phrase[] {
  const named = roots.slice(0, mostSources).map(({ input, folder }) => sourceOf(input, folder ?? ''));
  const rest = roots.length - named.length;
  return [...named, ...(rest === 0 ? [] : [`${counted(rest, 'more root module')}`])];
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
