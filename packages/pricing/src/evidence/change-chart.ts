import type { Section } from '@tollgate/policy-engine';
import type { CostChange } from '../changes/cost-change.ts';
import { amount, amountText, larger } from '../money/amount.ts';
import { deltaText } from '../money/money-text.ts';
import { changedGroups } from './changed-group.ts';

/** So many bars can be taken in at a glance. */
const mostBars = 8;
/** With fewer, the numbers say as much. */
const fewestBars = 4;
/** A change matters that is at least this part of the largest one. */
const partOfLargest = 0.1;

/**
 * Draws the largest changes as bars, where several of them matter and all go the same way; where one outweighs the others, or some rise
 * and others fall, the numbers say more.
 */
export function changeChart({ resources, currency }: CostChange): readonly Section[] {
  const all = changedGroups(resources);
  const known = all.flatMap(({ address, delta }) => (delta.low === null ? [] : [{ address, delta: delta.low }]));
  const largest = known.map(({ delta }) => delta.abs()).reduce(larger, amount(0));
  const shown = known.filter(({ delta }) => delta.abs().gte(largest.times(partOfLargest))).slice(0, mostBars);
  const isOneWay = new Set(known.map(({ delta }) => delta.cmp(0))).size === 1;
  const isKnown = all.every(({ delta: { low, high } }) => low !== null && high?.eq(low) === true);
  const [first] = shown;
  if (first === undefined || shown.length < fewestBars || !isOneWay || !isKnown) return [];
  const rises = first.delta.gt(0);
  return [
    {
      title: rises ? 'What costs more' : 'What costs less',
      folded: true,
      blocks: [
        {
          kind: 'chart',
          form: 'bars',
          title: rises ? 'Largest rises' : 'Largest falls',
          unit: `${currency} a month`,
          series: ['change'],
          categories: shown.map(({ address, delta }) => {
            const text = amountText(delta);
            return { label: address, values: [{ amount: Math.abs(Number(text)), shown: deltaText(text, currency) }] };
          }),
        },
      ],
    },
  ];
}
