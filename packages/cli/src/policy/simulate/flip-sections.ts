import {
  code,
  type Effect,
  type Phrase,
  type Section,
  type SimulatedChange,
  text,
  type VerdictFlip,
  type VerdictState,
} from '@tollgate/policy-engine';
import { messagePhrase } from '@tollgate/reporting';
import { shortId } from './change-name.ts';

/** So many verdicts of a change are shown; the JSON has all. */
const shownFlips = 20;

/** What an effect makes of a change, for people. */
const effectWords: Readonly<Record<Effect, string>> = {
  none: 'passed',
  warn: 'warned',
  block: 'blocked',
  fail: 'failed',
};

/** The verdicts that differ, change by change, those that block first. */
export function flipSections(changes: readonly SimulatedChange[]): readonly Section[] {
  const rows = changes.flatMap(flipRows);
  if (rows.length === 0) return [];
  return [
    {
      title: 'Verdicts that differ',
      folded: false,
      blocks: [
        {
          kind: 'table',
          columns: ['Change', 'Subject', 'Place', 'Rule', 'Old → new', 'Why'].map((title) => ({
            title,
            align: 'left',
          })),
          rows,
        },
      ],
    },
  ];
}

function flipRows(change: SimulatedChange): readonly (readonly Phrase[])[] {
  const flips = change.parts.flatMap((part) =>
    part.kind === 'judged' ? part.flips.map((flip) => ({ name: part.name, flip })) : [],
  );
  const ordered = flips.toSorted((a, b) => weight(b.flip) - weight(a.flip));
  const isOne = new Set(flips.map(({ name }) => name)).size <= 1;
  const rest = ordered.length - shownFlips;
  return [
    ...ordered.slice(0, shownFlips).map(({ name, flip }): readonly Phrase[] => [
      [code(shortId(change))],
      // Two root modules can each have a resource of the same address.
      isOne ? [code(flip.subject.id)] : [code(flip.subject.id), text(' in '), code(name)],
      flip.source === undefined ? '' : [{ kind: 'place', place: flip.source }],
      [code(`${flip.policy}/${flip.rule}`)],
      flipWords(flip),
      messagePhrase((flip.after ?? flip.before)?.message ?? ''),
    ]),
    ...(rest <= 0
      ? []
      : [[[code(shortId(change))], `${rest.toLocaleString('en-US')} more in --format json`, '', '', '', '']]),
  ];
}

/** `passed → blocked`; the level or the outcome too where only that differs. */
function flipWords({ kind, before, after }: VerdictFlip): string {
  const word = (state: VerdictState | null) => {
    if (state === null) return 'no verdict';
    const effect = effectWords[state.effect];
    if (kind === 'level') return `${effect}, ${state.level}`;
    return kind === 'outcome' ? `${effect}, ${state.outcome}` : effect;
  };
  return `${word(before)} → ${word(after)}`;
}

const weights: Readonly<Record<Effect, number>> = { none: 0, warn: 1, block: 2, fail: 3 };

function weight({ before, after }: VerdictFlip): number {
  return weights[after?.effect ?? 'none'] * 4 + weights[before?.effect ?? 'none'];
}
