import { type Block, codes, type Inline, type Phrase, type Section, text, type Verdict } from '@tollgate/policy-engine';
import { type AlikeVerdicts, alikeVerdicts, subjectsPhrase } from './alike-verdicts.ts';
import { capitalized, counted, kindWord } from './counted.ts';
import { findingPhrase, namesPhrase, wherePhrase } from './finding.ts';
import { messagePhrase, sentences } from './phrase.ts';
import type { DescribeRule, RuleDescription } from './rule-lookup.ts';

/** How many verdicts of a rule stand open; the rest is folded. */
export const openRows = 20;

/** A rule with verdicts of one kind on it: a section for what it found, the rest folded. */
export function ruleSections(verdicts: readonly Verdict[], describe: DescribeRule): Section[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const name = `${first.policy}/${first.rule}`;
  const rule = describe(first);
  const alike = alikeVerdicts(verdicts);
  const open: Section = {
    title: `${name} (${first.level}): ${found(first, verdicts)}`,
    folded: false,
    blocks: [...aboutRule(first, rule), verdictTable(alike.slice(0, openRows), columnsOf(verdicts))],
  };
  const folded = alike.slice(openRows);
  const rest = folded.flat();
  if (rest.length === 0) return [open];
  const title = `${counted(rest.length, `more ${noun(first)}`)} of ${first.rule}`;
  return [open, { title, folded: true, blocks: [verdictTable(folded, columnsOf(verdicts))] }];
}

/** A rule that cannot be judged before apply, when that does not decide. */
export function unknownSections(verdicts: readonly Verdict[]): Section[] {
  const [first] = verdicts;
  if (first === undefined) return [];
  const title = `${first.policy}/${first.rule}: ${found(first, verdicts)}`;
  const alike = alikeVerdicts(verdicts);
  return [{ title, folded: alike.length > openRows, blocks: [verdictTable(alike, columnsOf(verdicts))] }];
}

/** What the title of a rule says of its verdicts. */
function found(first: Verdict, verdicts: readonly Verdict[]): string {
  // What cannot be read can have several mistakes, each with a verdict.
  const subjects = counted(new Set(verdicts.map(({ subject }) => subject.id)).size, kindWord(first.subject.kind));
  if (first.outcome === 'error') return `could not be evaluated for ${subjects}`;
  if (first.outcome !== 'unknown') {
    return `${counted(verdicts.length, 'violation')}${first.override === undefined ? '' : ', overridden'}`;
  }
  if (first.override !== undefined) return `${subjects} that cannot be told, overridden`;
  return `${subjects} that cannot be told${first.effect === 'block' ? ', which blocks' : ''}`;
}

function noun({ outcome, subject }: Verdict): string {
  return outcome === 'fail' ? 'violation' : kindWord(subject.kind);
}

/** What the rule is for, and the way out; nothing more is to be done about what is overridden. */
function aboutRule(verdict: Verdict, rule: RuleDescription | undefined): Block[] {
  if (verdict.override !== undefined) return [];
  const description = rule?.description ?? '';
  const controls = rule?.controls ?? [];
  const purpose: Phrase[] = [
    ...(description === '' ? [] : [messagePhrase(description)]),
    ...(controls.length === 0 ? [] : [[text('Controls: '), ...codes(controls), text('.')]]),
  ];
  const way = wayOut(verdict, rule);
  return [...(purpose.length === 0 ? [] : [sentences(purpose)]), ...(way.length === 0 ? [] : [way])].map(
    (content): Block => ({ kind: 'paragraph', content }),
  );
}

function wayOut(verdict: Verdict, rule: RuleDescription | undefined): Inline[] {
  const remedy = verdict.outcome === 'fail' ? (rule?.remedy ?? '') : '';
  const ask = whomToAsk(verdict, rule);
  const ways: Phrase[] = [
    ...(remedy === '' ? [] : [messagePhrase(remedy)]),
    ...(ask.length === 0 ? [] : [[text(remedy === '' ? 'Ask ' : 'Or ask '), ...ask]]),
  ];
  return ways.length === 0 ? [] : [{ kind: 'strong', text: 'Way out:' }, text(' '), ...sentences(ways)];
}

/** Whom to ask, and for what, when a verdict stops the change. */
function whomToAsk({ outcome, effect, level, policy, rule: id }: Verdict, rule: RuleDescription | undefined): Inline[] {
  const owners = rule?.owners ?? [];
  const approvers = rule?.approvers ?? [];
  if (outcome === 'error')
    return owners.length === 0 ? [] : [...namesPhrase(owners, 'or'), text(' to mend the policy.')];
  if (effect !== 'block') return [];
  if (level === 'soft-mandatory' && approvers.length > 0) {
    return [...namesPhrase(approvers, 'or'), text(' for an override.')];
  }
  if (owners.length === 0) return [];
  return [...namesPhrase(owners, 'or'), text(' for an exception from '), ...codes([`${policy}/${id}`]), text('.')];
}

/** A column of a table about verdicts. */
export interface VerdictColumn {
  readonly title: string;
  readonly cell: (verdict: Verdict) => Phrase;
}

function columnsOf(verdicts: readonly Verdict[]): VerdictColumn[] {
  return [
    { title: 'Finding', cell: findingPhrase },
    ...(verdicts.some(({ source }) => source !== undefined)
      ? [{ title: 'Where', cell: ({ source }: Verdict) => wherePhrase(source) }]
      : []),
    ...(verdicts.some(({ override }) => override !== undefined)
      ? [{ title: 'Overridden by', cell: overridePhrase }]
      : []),
  ];
}

/** A table with the subjects of alike verdicts in front. */
export function verdictTable(groups: readonly AlikeVerdicts[], columns: readonly VerdictColumn[]): Block {
  const subject = capitalized(kindWord(groups[0]?.[0].subject.kind ?? 'subject'));
  return {
    kind: 'table',
    columns: [subject, ...columns.map(({ title }) => title)].map((title) => ({ title, align: 'left' })),
    rows: groups.map((group) => [subjectsPhrase(group), ...columns.map(({ cell }) => cell(group[0]))]),
  };
}

/** A commit as people write it. */
const shortCommit = 12;

function overridePhrase({ override }: Verdict): Phrase {
  if (override === undefined) return '';
  const approvals = override.approvers.flatMap(({ name, at }, index): Inline[] => [
    ...(index === 0 ? [] : [text(', ')]),
    ...codes([name]),
    text(` at ${at}`),
  ]);
  return [...approvals, text(' for commit '), ...codes([override.commit.slice(0, shortCommit)])];
}
