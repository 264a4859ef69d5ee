import { describe, expect, it } from 'vitest';
import { readFactTable } from '../../facts/table.ts';
import { readFamilies } from '../../families/rate-family.ts';
import { compileBook } from './compile-book.ts';

const columns = ['service', 'region', 'component', 'unit', 'tier_start', 'usd', 'source', 'date'];
const row = (...cells: readonly string[]) => [...cells, 'AP', '2025-11-04'].join('\t');

function compile(families: string, rows: readonly string[]): string {
  const table = readFactTable('x.tsv', [columns.join('\t'), ...rows].join('\n'));
  const { shards } = compileBook(readFamilies('x.yaml', families), () => table);
  return [...shards.values()].join('\n').replaceAll('\t', ' · ');
}

const head = 'defaults: { offer: AmazonX, table: aws-services, where: { service: x } }\nfamilies:\n';

describe('compileBook', () => {
  it.each([
    [
      'a component by its words',
      '- { name: aws.x.data, unit: GB, list: {}, facts: Data per GB }',
      [row('x', 'eu-west-1', 'Data per GB', 'GB', '', '0.05'), row('y', 'eu-west-1', 'Data per GB', 'GB', '', '9')],
      'eu-west-1=0.05',
    ],
    [
      'tiers by their column',
      '- { name: aws.x.data, unit: GB, list: {}, facts: [[First, Then]] }',
      [row('x', 'eu-west-1', 'Then', 'GB', '100', '0.04'), row('x', 'eu-west-1', 'First', 'GB', '0', '0.05')],
      'eu-west-1=0.05;100:0.04',
    ],
    [
      'tiers by their words',
      '- { name: aws.x.data, unit: GB, list: {}, facts: { tiers: { 0: First, 100: Then } } }',
      [row('x', 'eu-west-1', 'First', 'GB', '', '0.05'), row('x', 'eu-west-1', 'Then', 'GB', '', '0.04')],
      'eu-west-1=0.05;100:0.04',
    ],
    [
      'dimensions out of the words, and another unit',
      "- { name: aws.x.size, unit: MB, dimensions: [size], list: {}, facts: { component: '/Size (?<size>.+)/', per: 1024 } }",
      [row('x', 'eu-west-1', 'Size small', 'GB', '', '1'), row('x', 'eu-west-1', 'Size big', 'GB', '', '2')],
      'eu-west-1 · big=0.001953125\n · small=0.0009765625',
    ],
    [
      'a price that is a multiple of another',
      '- { name: aws.x.data, unit: GB, list: {}, facts: { component: Data, times: 1.35, derived: true } }',
      [row('x', 'eu-west-1', 'Data', 'GB', '', '0.11')],
      'eu-west-1=0.1485',
    ],
    [
      'tiers by patterns, and values of dimensions under another name',
      "- { name: aws.x.data, unit: GB, dimensions: [area], list: {}, facts: { tiers: { 0: '/First from (?<area>.+)/', 100: '/Then from (?<area>.+)/' }, values: { EU: Europe } } }",
      [row('x', 'eu-west-1', 'First from EU', 'GB', '', '2'), row('x', 'eu-west-1', 'Then from EU', 'GB', '', '1')],
      'eu-west-1 · Europe=2;100:1',
    ],
    [
      'one of two prices under one name',
      '- { name: aws.x.data, unit: GB, list: {}, facts: { component: Twice, pick: higher } }',
      [row('x', 'eu-west-1', 'Twice', 'GB', '', '2'), row('x', 'eu-west-1', 'Twice', 'GB', '', '1')],
      'eu-west-1=2',
    ],
    [
      'the next source where the first has nothing',
      '- { name: aws.x.data, unit: GB, list: {}, facts: [Best, Other] }',
      [
        row('x', 'eu-west-1', 'Best', 'GB', '', '1'),
        row('x', 'eu-west-1', 'Other', 'GB', '', '2'),
        row('x', 'us-east-1', 'Other', 'GB', '', '3'),
      ],
      'eu-west-1=1\nus-east-1=3',
    ],
    [
      'nothing of China, whose prices are in another currency',
      '- { name: aws.x.data, unit: GB, list: {}, facts: Data }',
      [row('x', 'cn-north-1', 'Data', 'GB', '', '1'), row('x', 'us-east-1', 'Data', 'GB', '', '2')],
      'us-east-1=2',
    ],
    [
      'what is the same everywhere',
      '- { name: aws.x.fee, unit: month, scope: global, list: null, facts: Fee }',
      [row('x', 'us-east-1', 'Fee', '', '', '3')],
      'global=3',
    ],
  ])('takes %s', (_, family, rows, expected) =>
    expect(compile(`${head}  ${family}`, rows)).toContain(`\n${expected}\n`),
  );

  it.each([
    [
      'two prices for one thing',
      'facts: Data }',
      [row('x', 'eu-west-1', 'Data', 'GB', '', '1'), row('x', 'eu-west-1', 'Data', 'GB', '', '2')],
      'aws.x.data: There are two prices for eu-west-1: 1 and 2. Narrow its "where".',
    ],
    [
      'tiers without a first one',
      'facts: Data }',
      [row('x', 'eu-west-1', 'Data', 'GB', '100', '1')],
      'aws.x.data: The tiers of eu-west-1 do not start at zero.',
    ],
    ['what is no number', 'facts: Data }', [row('x', 'eu-west-1', 'Data', 'GB', '', 'free')], 'which is no number'],
    ['an unknown property', 'fact: Data }', [], '"fact" is no property of a family.'],
  ])('refuses %s', (_, facts, rows, message) => {
    expect(() => compile(`${head}  - { name: aws.x.data, unit: GB, list: {}, ${facts}`, rows)).toThrow(message);
  });
});
