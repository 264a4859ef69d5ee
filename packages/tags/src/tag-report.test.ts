import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { defaultTags, planInput, planOf } from '../test/plan.ts';
import { tagReport } from './tag-report.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/tag-report.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true }).compile(schema);

const plan = planOf(
  [
    { after: { tags: { Env: 'prod' }, volume_tags: { A: 'b' } }, unknown: { tags: { Owner: true }, tags_all: true } },
    { type: 'aws_route', after: { id: 'r' } },
    {
      type: 'aws_vpc',
      actions: ['no-op'],
      after: { tags: { Key: 'hush' }, tags_all: { Key: 'hush' } },
      sensitive: { tags: { Key: true } },
    },
    { type: 'aws_vpc', actions: ['delete'], after: null },
    { type: 'aws_ami', mode: 'data', actions: ['read'], after: { tags: {} } },
  ],
  { aws: defaultTags({ Team: 'core' }) },
);

const lines = { startLine: 7, startColumn: 1, endLine: 9, endColumn: 2 };
const source = { file: 'main.tf', ...lines, callers: [{ address: 'module.a', file: 'main.tf', ...lines }] };

describe('tagReport', () => {
  it('tells the tags of every resource that exists after apply', () => {
    const empty = {
      unknownKeys: false,
      unknownValues: [],
      fromDefaults: [],
      sensitiveValues: [],
      hiddenKeys: false,
      nested: {},
    };
    expect(tagReport(planInput(plan, new Map([['aws_route.r1', source]])))).toEqual({
      kind: 'TagReport',
      version: 1,
      resources: [
        {
          ...empty,
          address: 'aws_instance.r0',
          type: 'aws_instance',
          taggable: true,
          tags: { Env: 'prod', Team: 'core' },
          unknownValues: ['Owner'],
          fromDefaults: ['Team'],
          nested: { volume_tags: { A: 'b' } },
        },
        {
          ...empty,
          address: 'aws_route.r1',
          type: 'aws_route',
          taggable: false,
          tags: {},
          source,
        },
        {
          ...empty,
          address: 'aws_vpc.r2',
          type: 'aws_vpc',
          taggable: true,
          tags: { Key: '(sensitive value)' },
          sensitiveValues: ['Key'],
        },
      ],
    });
  });

  it('is as its schema says', () => {
    const report: unknown = JSON.parse(JSON.stringify(tagReport(planInput(plan, new Map([['aws_vpc.r2', source]])))));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['another kind', { kind: 'Decision' }],
    ['a resource without tags', { resources: [{ address: 'a', type: 'b', taggable: true }] }],
    [
      'an untaggable resource with tags',
      { resources: [{ ...tagReport(planInput(plan)).resources[0], taggable: false }] },
    ],
  ])('has a schema that refuses %s', (_, change) => {
    expect(validate({ ...tagReport(planInput(plan)), ...change })).toBe(false);
  });

  it('keeps keys that are names of Object members', () => {
    const hostile = planOf([{ after: { tags: JSON.parse('{"__proto__":"a","constructor":"b"}'), tags_all: null } }]);
    expect(JSON.stringify(tagReport(planInput(hostile)).resources[0]?.tags)).toBe(
      '{"__proto__":"a","constructor":"b"}',
    );
  });
});
