import { describe, expect, it } from 'vitest';
import { compare } from '../../test/compare.ts';

const variable = (name: string) => `variable "${name}" {}\n`;
const volume = (name: string, size: string, type = 'gp3') =>
  `resource "aws_ebs_volume" "${name}" {\n  type = "${type}"\n  size = ${size}\n}\n`;
/** An unknown size is 10 or 100. */
const options = {
  prices: 'aws.ebs.volume-gp3 0.1\naws.ebs.volume-gp2 0.2\naws.ebs.requests-standard 0.05',
  possibleValues: () => [10, 100],
};
const none = '';

describe('what a delta can be, where attributes are not known', () => {
  it.each([
    ['what is added: all that it can cost', none, variable('s') + volume('a', 'var.s'), '10', { low: '1', high: '10' }],
    [
      'what is removed: all that it can cost',
      variable('s') + volume('a', 'var.s'),
      none,
      '-10',
      { low: '-10', high: '-1' },
    ],
    [
      'what stays as it is: nothing',
      variable('s') + volume('a', 'var.s'),
      variable('s') + volume('a', 'var.s'),
      '0',
      null,
    ],
    [
      'the same variable on both sides: case by case',
      variable('s') + volume('a', 'var.s'),
      variable('s') + volume('a', 'var.s', 'gp2'),
      '10',
      { low: '1', high: '10' },
    ],
    [
      'another variable: from the highest before to the lowest after, and the other way round',
      variable('s') + volume('a', 'var.s'),
      variable('t') + volume('a', 'var.t'),
      '0',
      { low: '-9', high: '9' },
    ],
    ['what becomes known', variable('s') + volume('a', 'var.s'), volume('a', '50'), '-5', { low: '-5', high: '4' }],
    [
      'several resources: the sum of what each can be',
      variable('s') + volume('a', 'var.s') + volume('kept', 'var.s'),
      variable('s') + volume('a', 'var.s', 'gp2') + volume('kept', 'var.s') + volume('new', '20'),
      '12',
      { low: '3', high: '12' },
    ],
  ])('%s', (_, before, after, monthlyDelta, deltaRange) => {
    expect(compare(before, after, options)).toMatchObject({ monthlyDelta, deltaRange });
  });

  it('is told of each resource, and counts as a change', () => {
    const change = compare(variable('s') + volume('a', 'var.s'), variable('t') + volume('a', 'var.t'), options);
    expect(change.resources[0]).toMatchObject({ change: 'changed', delta: '0', deltaRange: { low: '-9', high: '9' } });
    expect(change.rootModules[0]).toMatchObject({ monthlyDelta: '0', deltaRange: { low: '-9', high: '9' } });
  });
});
