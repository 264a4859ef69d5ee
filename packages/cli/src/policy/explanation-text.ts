import { styleText } from 'node:util';
import type {
  ExplainedClause,
  ExplainedExpression,
  ExplainedForm,
  ExplainedRule,
  PolicyExplanation,
} from '@tollgate/policy-engine';
import { clip, counted, messagePhrase, plainText, visible } from '@tollgate/reporting';
import { placeText } from './test-report-text.ts';

/** How an explanation looks. */
export interface ExplanationOptions {
  readonly color: boolean;
}

type Trace = NonNullable<ExplainedExpression['trace']>;

/** Expressions and values are cut beyond this width, in UTF-16 units. */
const maxWidth = 160;
/** Parts of a condition below this depth say little that those above do not. */
const maxDepth = 12;

/** Writes why policies judge a subject as they do: the verdict, then each rule with its conditions as trees. */
export function explanationText(explanation: PolicyExplanation, { color }: ExplanationOptions): string {
  const { subject, source, outcome, rules, elsewhere } = explanation;
  const bold = (text: string) => (color ? styleText('bold', text, { validateStream: false }) : text);
  const about = rules.filter((rule) => rule.outcome !== null);
  const failing = about.filter(({ effect }) => effect !== 'none').length;
  const head = `${visible(subject.id)}: ${outcome}. ${tally(about.length, failing, rules.length - about.length)}`;
  const place = source === null ? [] : [`Defined at ${visible(placeText(source))}${callers(source)}`];
  const others = elsewhere.map(
    ({ policy, gate }) => `${policy}: its gate ${gate} does not know this ${visible(subject.kind)}`,
  );
  const parts = [
    [bold(head), ...place],
    ...rules.map((rule) => ruleLines(rule, bold)),
    ...(others.length === 0 ? [] : [others]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function tally(about: number, objecting: number, others: number): string {
  const rest = others === 0 ? '' : ` ${counted(others, 'rule')} ${others === 1 ? 'is' : 'are'} not about it.`;
  if (about === 0) return `No rule is about it.${rest}`;
  if (about === 1) return `The one rule about it ${objecting === 0 ? 'does not object' : 'objects'}.${rest}`;
  const who = objecting === 0 ? 'None' : String(objecting);
  return `${who} of ${counted(about, 'rule')} about it ${objecting < 2 ? 'objects' : 'object'}.${rest}`;
}

function callers({ callers = [] }: NonNullable<PolicyExplanation['source']>): string {
  return callers.map((caller) => `, called at ${visible(placeText(caller))}`).join('');
}

function ruleLines(rule: ExplainedRule, bold: (text: string) => string): string[] {
  const { remedy, outcome, message, clauses, exception, override } = rule;
  const isKept = outcome === null || outcome === 'pass' || outcome === 'not-applicable';
  return [
    bold(`${rule.policy}/${rule.rule} (${rule.level}): ${verdictText(rule)}`),
    ...(isKept && !rule.isExcluded ? [] : [`  ${sentence(message)}`]),
    ...clauses.flatMap((clause) => clauseLines(clause, rule)),
    ...(exception === null ? [] : [`  ${sentence(exception.message)} Reason: ${sentence(exception.reason)}`]),
    ...(override === null
      ? []
      : [`  Overridden by ${override.approvers.map(({ name }) => visible(name)).join(', ')}.`]),
    ...changeLines(rule),
    ...(isKept || remedy === null ? [] : [`  How to mend it: ${sentence(remedy)}`]),
  ];
}

/** What the rule says, and what follows from it. */
function verdictText({ outcome, effect, exception }: ExplainedRule): string {
  if (outcome === null) return 'is not about it';
  const said = {
    pass: 'passes',
    fail: 'fails',
    unknown: 'is unknown',
    error: 'has an error',
    'not-applicable': 'does not apply',
  };
  if (exception?.status === 'active') return `${said[outcome]}, and an exception lets it pass`;
  const follows = { none: '', warn: ' and warns', block: ' and blocks', fail: ', so that the gate fails' };
  return `${said[outcome]}${follows[effect]}`;
}

function clauseLines(clause: ExplainedClause, { message: told, clauses }: ExplainedRule): string[] {
  const { layer, place, leftOutBy, whens, condition } = clause;
  const where = `  at ${visible(placeText(place))}${clauses.length > 1 ? ` (layer ${layer})` : ''}`;
  // What is demanded says nothing about a subject that `when` leaves out.
  const isLeftOut = whens.some(({ outcome }) => outcome === 'false');
  return [
    where,
    ...leftOutBy.map(({ place: at, reason }) => `    left out at ${visible(placeText(at))}: ${sentence(reason)}`),
    ...whens.flatMap((when) => expressionLines('when', when, told)),
    ...(condition === null || isLeftOut ? [] : conditionLines(condition, told)),
  ];
}

function conditionLines(condition: ExplainedExpression | ExplainedForm, told: string): string[] {
  if (condition.kind === 'expression') return expressionLines('assert', condition, told);
  const { form, outcome, message, evidence } = condition;
  return [
    `    ${form} → ${outcome}${message === told && outcome !== 'pass' ? '' : `: ${sentence(message)}`}`,
    ...evidence.map(({ expression, value }) => `      ${shown(expression)} → ${shown(value)}`),
  ];
}

/** A condition and below it, each further in, the parts that decided it. What was told above is not said again. */
function expressionLines(
  key: 'when' | 'assert',
  { source, outcome, reason, trace }: ExplainedExpression,
  told: string,
): string[] {
  const because = trace === null ? [] : trace.because.flatMap((part) => traceLines(part, 1));
  return [
    `    ${key} ${shown(source)} → ${outcome}`,
    ...because.map((line) => `    ${line}`),
    ...(reason === '' || reason === told ? [] : [`    ${sentence(reason)}`]),
  ];
}

function traceLines({ expression, value, because }: Trace, depth: number): string[] {
  const below = depth >= maxDepth ? [] : because.flatMap((part) => traceLines(part, depth + 1));
  // A large value that is not shown says nothing.
  if (value === '{…}' || value === '[…]') return below;
  return [`${'  '.repeat(depth)}${shown(expression)} → ${sentence(shown(plainValue(value)))}`, ...below];
}

/** The value that an optional one holds is what a reader knows it by. */
function plainValue(value: string): string {
  if (value === 'optional.none()') return 'not set';
  return /^optional\.of\((.*)\)$/s.exec(value)?.[1] ?? value;
}

function changeLines({ smallestChanges, clauses }: ExplainedRule): string[] {
  // The message of a form says what it wants.
  const isForm = clauses.every(({ condition }) => condition === null || condition.kind === 'form');
  if (smallestChanges === null || isForm) return [];
  const { changes, gaps } = smallestChanges;
  const ways = changes.map(({ edits }) => edits.map(editText).join(', and '));
  if (ways.length === 0) return gaps.map((gap) => `  ${sentence(gap)}`);
  const [only] = ways;
  if (ways.length === 1) return [`  Smallest change that passes: ${only}`];
  return ['  Smallest changes that pass:', ...ways.map((way) => `    - ${way}`)];
}

type Edit = NonNullable<ExplainedRule['smallestChanges']>['changes'][number]['edits'][number];

function editText({ path, action, wanted, value, isExample }: Edit): string {
  if (action === 'remove') return `take out ${shown(path)}`;
  const example = isExample && !wanted.startsWith('a text that') ? `, such as ${shown(JSON.stringify(value))}` : '';
  return `set ${shown(path)} to ${sentence(wanted)}${example}`;
}

/** A sentence from the engine, with names as they are. */
function sentence(message: string): string {
  return plainText(messagePhrase(message));
}

function shown(text: string): string {
  return clip(visible(text.trim().replaceAll(/\s+/g, ' ')), maxWidth);
}
