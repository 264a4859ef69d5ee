import { describe, expect, it } from 'vitest';
import type { CostComponent } from '../estimate/cost-report.ts';
import { changedComponents, pairComponents } from './compare-components.ts';

const line = (name: string, more: Partial<CostComponent> = {}): CostComponent => ({
  group: [],
  name,
  unit: 'GB',
  monthlyQuantity: '10',
  unitPrice: '0.1',
  monthlyCost: '1',
  usageBased: false,
  status: 'priced',
  rate: 'aws.ebs.volume-gp3',
  ...more,
});
const needed = { monthlyQuantity: null, monthlyCost: null, status: 'usage-needed' } as const;
const unpriced = { unitPrice: null, monthlyCost: null, status: 'unpriced' } as const;

/** The lines that differ: name, former name, delta. */
function differences(before: readonly CostComponent[], after: readonly CostComponent[]) {
  return changedComponents(pairComponents(before, after)).map(({ name, previousName, delta }) => [
    name,
    previousName,
    delta,
  ]);
}

describe('the lines of two bills', () => {
  it.each<[string, readonly CostComponent[], readonly CostComponent[], readonly unknown[]]>([
    ['are the same', [line('a'), line('b')], [line('b'), line('a')], []],
    ['cost more', [line('a')], [line('a', { monthlyQuantity: '20', monthlyCost: '2' })], [['a', undefined, '1']]],
    ['are called otherwise, at the same rate', [line('a')], [line('b')], [['b', 'a', '0']]],
    [
      'have another rate',
      [line('a')],
      [line('b', { rate: 'other' })],
      [
        ['b', undefined, '1'],
        ['a', undefined, '-1'],
      ],
    ],
    [
      'belong elsewhere',
      [line('a')],
      [line('a', { group: ['x'] })],
      [
        ['a', undefined, '1'],
        ['a', undefined, '-1'],
      ],
    ],
    [
      'are for something else that costs the same',
      [line('a')],
      [line('a', { dimensions: { size: 'x' } })],
      [['a', undefined, '0']],
    ],
    ['need usage now', [line('a')], [line('a', needed)], [['a', undefined, null]]],
    [
      'need usage, at another price',
      [line('a', needed)],
      [line('a', { ...needed, unitPrice: '0.2' })],
      [['a', undefined, null]],
    ],
    [
      'have no price, for another reason',
      [line('a', { ...unpriced, reason: 'x' })],
      [line('a', { ...unpriced, reason: 'y' })],
      [['a', undefined, null]],
    ],
    ['have no price, as before', [line('a', unpriced)], [line('a', unpriced)], []],
    ['are tiers, of which one is new', [line('a (1)')], [line('a (1)'), line('a (2)')], [['a (2)', undefined, '1']]],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
