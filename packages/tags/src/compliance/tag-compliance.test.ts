import { readFileSync } from 'node:fs';
import { decide, type RuleResult } from '@tollgate/policy-engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../../test/configuration.ts';
import { codeOwners } from '../suggestions/code-owners.ts';
import { complianceGroups, type GroupOptions } from './compliance-groups.ts';
import { complianceSection } from './compliance-section.ts';
import { type TagCompliance, tagCompliance } from './tag-compliance.ts';

const input = configurationInput(`
variable "team" { type = string }
variable "secret" {
  type      = string
  sensitive = true
  default   = "hush"
}
resource "aws_vpc" "a" { tags = { Owner = "platform" } }
resource "aws_vpc" "b" { tags = { Owner = "platform" } }
resource "aws_vpc" "c" { tags = { Owner = "data" } }
resource "aws_vpc" "d" { tags = { Owner = var.team } }
resource "aws_vpc" "e" { tags = { Owner = var.secret } }
resource "aws_vpc" "f" {}
`);

const policy = {
  name: 'tags',
  version: '1.0.0',
  rules: [
    { id: 'keys', level: 'hard-mandatory', onUnknown: 'warn' },
    { id: 'advice', level: 'advisory', onUnknown: 'warn' },
  ],
  document: {},
} as const;
const others = { ...policy, name: 'others' };

type Found = readonly [name: string, outcome: RuleResult['outcome'] | 'excepted', rule?: string];

function measure(found: readonly Found[], options: GroupOptions = {}): TagCompliance {
  const results = found.map(([name, outcome, rule = 'keys']) => ({
    rule,
    outcome,
    subject: { kind: 'resource', id: `aws_vpc.${name}` },
    message: '',
  }));
  const decision = decide([
    { policy, results },
    { policy: others, results: results.map((result) => ({ ...result, outcome: 'fail' as const })) },
  ]);
  const groups = complianceGroups(input, options);
  return tagCompliance({ decision, tagPolicies: new Set(['tags']), groups, date: '2026-11-20' });
}

const all: readonly Found[] = [
  ['a', 'pass'],
  ['b', 'fail'],
  ['c', 'unknown'],
  ['d', 'excepted'],
  ['e', 'error'],
  ['f', 'not-applicable'],
  ['a', 'pass', 'advice'],
  ['c', 'fail', 'advice'],
];

describe('tagCompliance', () => {
  it('counts resources by their worst verdict, and never what is unknown or excepted as compliant', () => {
    expect(measure(all).resources).toEqual({
      compliant: 1,
      violating: 2,
      unknown: 0,
      excepted: 1,
      error: 1,
      percent: '20.0',
    });
  });

  it('counts verdicts by rule', () => {
    expect(measure(all).rules).toMatchObject([
      { rule: 'advice', compliant: 1, violating: 1, percent: '50.0' },
      { rule: 'keys', compliant: 1, violating: 1, unknown: 1, excepted: 1, error: 1, percent: '20.0' },
    ]);
  });

  it('weighs the rules in the score', () => {
    // 5 verdicts of a hard-mandatory rule, of which one is kept, and 2 of an advisory one: (3 + 1) of (15 + 2).
    expect(measure(all).score).toBe('23.5');
  });

  it.each<[number, number, string]>([
    [999, 1000, '99.9'],
    [2999, 3000, '99.9'],
    [3000, 3000, '100.0'],
    [0, 1, '0.0'],
  ])('%i of %i is %s: 100.0 is all', (kept, count, percent) => {
    const found = [...Array(count).keys()].map((index): Found => [`x${index}`, index < kept ? 'pass' : 'fail']);
    expect(measure(found).resources.percent).toBe(percent);
  });

  it('has no percentage of nothing', () => {
    expect(measure([])).toMatchObject({ resources: { percent: null }, score: null, rules: [] });
  });

  it('does not tell owners where nothing names them', () => {
    expect(measure(all)).toMatchObject({ ownersFrom: null, owners: [] });
  });

  it('counts by the owners of files, a resource with two owners for each', () => {
    const compliance = measure(all, { ownersOf: codeOwners('* @acme/platform @jane') });
    expect(compliance.owners.map(({ owner, percent }) => [owner, percent])).toEqual([
      ['@acme/platform', '20.0'],
      ['@jane', '20.0'],
    ]);
  });

  it('counts by a tag: without it nobody owns a resource, with a value that is not known somebody does', () => {
    const found = [...all, ['f', 'fail'] as const];
    const { owners, ownersFrom } = measure(found, { ownerTag: 'Owner' });
    expect(ownersFrom).toEqual({ kind: 'tag', key: 'Owner' });
    expect(owners.map(({ owner, known, violating, compliant }) => [owner, known, violating, compliant])).toEqual([
      ['data', true, 1, 0],
      ['platform', true, 1, 1],
      [null, true, 1, 0],
      [null, false, 0, 0],
    ]);
    expect(JSON.stringify(owners)).not.toContain('hush');
  });

  it('follows its schema, and is the same whatever the order of the verdicts', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schema/tag-compliance.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const options = [{}, { ownerTag: 'Owner' }, { ownersOf: codeOwners('* @jane') }];
    for (const option of options) {
      const compliance = measure(all, option);
      expect(validate(JSON.parse(JSON.stringify(compliance))), JSON.stringify(validate.errors)).toBe(true);
      expect(JSON.stringify(measure(all.toReversed(), option))).toBe(JSON.stringify(compliance));
    }
  });
});

describe('complianceSection', () => {
  it('is one table of rules, and tables of owners where there are several', () => {
    const section = complianceSection(measure(all, { ownerTag: 'Owner' }), { folded: true });
    expect(section.title).toBe('Tag compliance: 20.0 % of 5 resources');
    const tables = section.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables.map(({ columns }) => columns[0]?.title)).toEqual(['Rule', 'Owner']);
    expect(tables[0]?.rows[0]).toEqual([
      [
        { kind: 'code', text: 'tags/advice' },
        { kind: 'text', text: ' (advisory)' },
      ],
      '1',
      '1',
      '0',
      '0',
      '0',
      '50.0 %',
    ]);
  });
});
