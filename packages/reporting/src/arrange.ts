import {
  code,
  type Decision,
  type DecisionOutcome,
  type Evidence,
  type Inline,
  type Phrase,
  type Section,
  type Source,
  text,
  type Verdict,
} from '@tollgate/policy-engine';
import { inlines, messagePhrase } from './phrase.ts';

/** A decision with the evidence that its gate gives: what every kind of report is made from. */
export interface Report {
  readonly decision: Decision;
  readonly evidence: Evidence;
}

/** A report in reading order, before it gets a look. */
export interface ArrangedReport {
  readonly outcome: DecisionOutcome;
  readonly headline: Phrase;
  readonly sections: readonly Section[];
  readonly footer: readonly Phrase[];
}

/** How many violations of a rule stand open; the rest is folded. */
const openRows = 20;

/**
 * Puts a report into the order in which every reader meets it: verdict and number, the rules that decided, the way out,
 * the gate's own tables, what is not known, the sources.
 */
export function arrange({ decision, evidence }: Report): ArrangedReport {
  const decided = decision.verdicts.filter((verdict) => verdict.outcome === 'fail' || verdict.outcome === 'error');
  const unknown = decision.verdicts.filter((verdict) => verdict.outcome === 'unknown');
  return {
    outcome: decision.outcome,
    headline: [
      { kind: 'strong', text: `${evidence.gate}: ${decision.outcome}.` },
      text(' '),
      ...inlines(evidence.headline),
    ],
    sections: [
      ...byRule(decided).flatMap(ruleSections),
      ...list('How to mend it', evidence.remedies),
      ...evidence.sections,
      ...byRule(unknown).flatMap(unknownSections),
      ...list('Also to know', [...evidence.unknowns, ...decision.notices]),
    ],
    footer: [
      ...decision.policies.map((policy): Phrase => [text('policy '), code(`${policy.name} ${policy.version}`)]),
      ...evidence.sources,
    ],
  };
}

/** Verdicts by policy and rule, the most binding rule first. */
function byRule(verdicts: readonly Verdict[]): Verdict[][] {
  const groups = Map.groupBy(verdicts, (verdict) => JSON.stringify([verdict.policy, verdict.rule, verdict.outcome]));
  const weight = (group: Verdict[]) => ['fail', 'block', 'warn', 'none'].indexOf(group[0]?.effect ?? 'none');
  return [...groups.values()].sort((a, b) => weight(a) - weight(b));
}

function ruleSections(verdicts: Verdict[]): Section[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const what = first.outcome === 'error' ? 'could not be evaluated' : counted(verdicts.length, 'violation');
  const title = `${first.policy}/${first.rule} (${first.level}): ${what}`;
  const open: Section = { title, folded: false, blocks: [verdictTable(verdicts.slice(0, openRows))] };
  const rest = verdicts.slice(openRows);
  if (rest.length === 0) return [open];
  return [
    open,
    { title: `${counted(rest.length, 'more violation')} of ${first.rule}`, folded: true, blocks: [verdictTable(rest)] },
  ];
}

function unknownSections(verdicts: Verdict[]): Section[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const title = `${first.policy}/${first.rule}: ${counted(verdicts.length, first.subject.kind)} not known before apply`;
  return [{ title, folded: verdicts.length > openRows, blocks: [verdictTable(verdicts)] }];
}

function verdictTable(verdicts: readonly Verdict[]): Section['blocks'][number] {
  const placed = verdicts.some((verdict) => verdict.source !== undefined);
  const columns = [capitalized(verdicts[0]?.subject.kind ?? 'subject'), 'Finding', ...(placed ? ['Where'] : [])];
  return {
    kind: 'table',
    columns: columns.map((title) => ({ title, align: 'left' })),
    rows: verdicts.map(({ subject, message, source }) => [
      [code(subject.id)],
      messagePhrase(message),
      ...(placed ? [wherePhrase(source)] : []),
    ]),
  };
}

/** The place of a subject, and of the call in the root module that brings it in. */
function wherePhrase(source: Source | undefined): Inline[] {
  if (source === undefined) return [];
  const [outermost] = source.callers ?? [];
  const place: Inline = { kind: 'place', place: source };
  return outermost === undefined ? [place] : [place, text(', called at '), { kind: 'place', place: outermost }];
}

function list(title: string, items: readonly Phrase[]): Section[] {
  return items.length === 0 ? [] : [{ title, folded: false, blocks: [{ kind: 'list', items }] }];
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** `1 violation`, `3 violations`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
