import {
  code,
  type DecisionOutcome,
  type Inline,
  isNewlyBlocked,
  type Phrase,
  type PolicySimulation,
  type Section,
  type SimulatedChange,
  type SimulatedPolicies,
  text,
} from '@tollgate/policy-engine';
import { type ArrangedReport, counted } from '@tollgate/reporting';
import { shortId } from './change-name.ts';
import { flipSections } from './flip-sections.ts';

/**
 * Puts a simulation into reading order: how many changes are decided otherwise, by which rules, which changes, verdict by
 * verdict, and what was not judged. All texts of changes are data.
 */
export function simulationReport(simulation: PolicySimulation): ArrangedReport {
  const { totals, changes, notices, before, after, now } = simulation;
  const differing = changes.filter(isDifferent);
  return {
    outcome: totals.newlyBlocked > 0 || totals.incomplete > 0 ? 'warned' : 'passed',
    headline: [{ kind: 'strong', text: 'Policy simulation:' }, text(` ${headline(simulation)}`)],
    sections: [
      ...ruleSections(simulation),
      ...changeSections(differing),
      ...flipSections(differing),
      ...unjudgedSections(changes),
      ...list('Also to know', [
        ...(totals.unchanged === 0
          ? []
          : [
              `${counted(totals.unchanged, 'commit')} ${totals.unchanged === 1 ? 'changes' : 'change'} nothing that policies judge.`,
            ]),
        ...notices,
      ]),
    ],
    footer: [...policiesPhrases('old', before), ...policiesPhrases('new', after), `exceptions as of ${now}`],
  };
}

function headline({ totals, changes }: PolicySimulation): string {
  const noun = changes.every(({ kind }) => kind === 'commit')
    ? 'commit'
    : changes.every(({ kind }) => kind === 'input')
      ? 'input'
      : 'change';
  const { newlyBlocked, noLongerBlocked, blockedBefore, blockedAfter, flips } = totals;
  const asked = `of ${counted(totals.changes, noun)}, ${newlyBlocked.toLocaleString('en-US')} would be newly blocked and ${noLongerBlocked.toLocaleString('en-US')} no longer`;
  return `${asked} (blocked: ${blockedBefore.toLocaleString('en-US')} → ${blockedAfter.toLocaleString('en-US')}). ${flips === 0 ? 'No verdict differs.' : `${counted(flips, 'verdict')} ${flips === 1 ? 'differs' : 'differ'}.`}`;
}

function isDifferent({ parts, before, after }: SimulatedChange): boolean {
  return before !== after || parts.some((part) => part.kind === 'judged' && part.flips.length > 0);
}

function ruleSections({ rules, changes }: PolicySimulation): readonly Section[] {
  const quiet = new Map<string, { readonly name: string; readonly what: string; count: number }>();
  for (const { policy, rule, kind, count } of changes.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'judged' ? part.quiet : [])),
  )) {
    const name = `${policy}/${rule}`;
    const known = quiet.get(`${name} ${kind}`) ?? { name, what: quietKinds[kind], count: 0 };
    quiet.set(`${name} ${kind}`, { ...known, count: known.count + count });
  }
  const decisive: Section[] =
    rules.length === 0
      ? []
      : [
          {
            title: 'Rules that decide otherwise, in verdicts',
            folded: false,
            blocks: [
              {
                kind: 'table',
                columns: [
                  { title: 'Rule', align: 'left' },
                  { title: 'Newly blocking', align: 'right' },
                  { title: 'No longer', align: 'right' },
                  { title: 'Other', align: 'right' },
                  { title: 'Changes', align: 'right' },
                ],
                rows: rules.map(({ policy, rule, newlyBlocking, noLongerBlocking, other, changes }) => [
                  [code(`${policy}/${rule}`)],
                  ...[newlyBlocking, noLongerBlocking, other, changes].map((count) => count.toLocaleString('en-US')),
                ]),
              },
            ],
          },
        ];
  const silent = [...quiet.values()].map(
    ({ name, what, count }): Phrase => [code(name), text(`: ${counted(count, 'verdict')} ${what}`)],
  );
  return [
    ...decisive,
    ...list(`${counted(silent.length, 'difference')} without effect`, silent).map((section) => ({
      ...section,
      folded: true,
    })),
  ];
}

const quietKinds = {
  outcome: 'with another outcome',
  level: 'at another level',
  new: 'only with the new policies',
  gone: 'only with the old policies',
} as const;

function changeSections(changes: readonly SimulatedChange[]): readonly Section[] {
  if (changes.length === 0) return [];
  const rows = changes.map((change): readonly Phrase[] => [
    [code(shortId(change))],
    change.pullRequest === null ? '' : `#${change.pullRequest}`,
    change.title ?? '',
    outcomes(change.before, change.after, isNewlyBlocked(change)),
    change.parts
      .reduce((sum, part) => sum + (part.kind === 'judged' ? part.flips.length : 0), 0)
      .toLocaleString('en-US'),
  ]);
  return [
    {
      title: 'Changes that are decided otherwise',
      folded: false,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'Change', align: 'left' },
            { title: 'Pull request', align: 'left' },
            { title: 'Title', align: 'left' },
            { title: 'Old → new', align: 'left' },
            { title: 'Verdicts', align: 'right' },
          ],
          rows,
        },
      ],
    },
  ];
}

function outcomes(before: DecisionOutcome | null, after: DecisionOutcome | null, isStrong: boolean): Phrase {
  if (before === after) return before ?? 'not judged';
  const shown = `${before ?? 'not judged'} → ${after ?? 'not judged'}`;
  return isStrong ? [{ kind: 'strong', text: shown }] : shown;
}

function unjudgedSections(changes: readonly SimulatedChange[]): readonly Section[] {
  const items = changes.flatMap((change) =>
    change.parts.flatMap((part): Phrase[] => {
      if (part.kind === 'judged') return [];
      const title: Inline[] = change.title === null ? [] : [text(` ${change.title}`)];
      const name = part.name === change.id ? [] : [text(', '), code(part.name)];
      return [[code(shortId(change)), ...title, ...name, text(`: ${part.reason}`)]];
    }),
  );
  return list('Not judged', items);
}

function policiesPhrases(which: string, { names, policies }: SimulatedPolicies): Phrase[] {
  const versions = policies.flatMap(({ name, version }) => [text(', '), code(`${name} ${version}`)]).slice(1);
  return [[text(`${which}: `), code(names.join(' ')), ...(versions.length === 0 ? [] : [text(' with '), ...versions])]];
}

function list(title: string, items: readonly Phrase[]): Section[] {
  return items.length === 0 ? [] : [{ title, folded: false, blocks: [{ kind: 'list', items }] }];
}
