import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ExceptionDocument, OverrideDocument } from './exception.ts';
import { kinds } from './kinds/kinds.ts';
import type { LockDocument } from './lock.ts';
import type { PackDocument } from './pack.ts';
import { type Policy, ruleKeys } from './policy.ts';
import type { PolicyTest } from './policy-test.ts';

const apiVersion = 'tollgate/v1';
const digest = `sha256:${'a'.repeat(64)}`;

/** One document of each kind with everything that its type allows, so that the compiler compares types and schemas. */
const examples = {
  policies: {
    apiVersion,
    kind: 'Policy',
    metadata: {
      name: 'required-tags',
      version: '1.2.3-rc.1+build',
      description: 'd',
      owners: ['team:finops'],
      controls: ['CIS-AWS-2.1.1'],
      layer: 'environment',
      environment: 'prod',
    },
    spec: {
      gate: 'tags',
      match: { resources: ['aws_*', '!aws_iam_*'], actions: ['create', 'no-op'], changedOnly: true, when: 'true' },
      params: {
        environments: {
          type: 'list<string>',
          description: 'd',
          default: ['prod'],
          childMay: ['add', 'remove', 'raise', 'lower', 'replace'],
        },
        lower: { value: 1, add: ['a'], remove: ['b'] },
      },
      exceptions: { maxDays: 90, sameChange: 'deny' },
      rules: [
        {
          id: 'keys',
          level: 'soft-mandatory',
          onUnknown: 'fail',
          description: 'd',
          remedy: 'r',
          controls: ['c'],
          match: { when: 'true' },
          message: 'm ${x}',
          override: { approvers: ['user:a', 'team:b'], minApprovals: 2 },
          childMay: ['level', 'onUnknown', 'disable', 'exclude', 'override'],
          disable: false,
          exclude: ['aws_x'],
          assert: 'true',
        },
        { id: 'form', tags: { Owner: {} } },
      ],
    },
  } satisfies Policy,
  exceptions: {
    apiVersion,
    kind: 'Exception',
    metadata: { name: 'EX-7', created: '2026-09-01' },
    spec: {
      rule: 'required-tags/*',
      scope: { resources: ['aws_*'], paths: ['infra/**'], repository: 'a/b', environment: 'prod' },
      reason: 'r',
      approver: 'user:a',
      evidence: 'T-1',
      expires: '2026-12-20',
    },
  } satisfies ExceptionDocument,
  overrides: {
    apiVersion,
    kind: 'Override',
    metadata: { name: 'OV-1' },
    spec: {
      rule: 'required-tags/keys',
      scope: { paths: ['a'] },
      reason: 'r',
      approver: 'user:a',
      teams: ['team:finops'],
      at: '2026-09-01T12:30:00.5+02:00',
      commit: '0'.repeat(40),
    },
  } satisfies OverrideDocument,
  tests: {
    apiVersion,
    kind: 'PolicyTest',
    metadata: { name: 't' },
    spec: {
      policy: 'required-tags',
      params: { environments: ['prod'] },
      now: '2026-02-01',
      environment: 'prod',
      cases: [
        {
          name: 'c',
          params: { a: 1 },
          given: { terraform: 'resource {}' },
          expect: [{ rule: 'keys', subject: 'aws_a.b', outcome: 'fail', message: 'Owner' }],
        },
      ],
    },
  } satisfies PolicyTest,
  packs: {
    apiVersion,
    kind: 'Pack',
    metadata: { name: 'tags/required', version: '1.0.0', description: 'd' },
  } satisfies PackDocument,
  locks: {
    apiVersion,
    kind: 'Lock',
    packs: [{ name: 'origin/main:policies', source: 'git', version: '1.0.0', commit: 'a'.repeat(40), digest }],
  } satisfies LockDocument,
};

describe.each(Object.entries(kinds))('the schema of %s', (list, { name, schema, validate, ...kind }) => {
  const example: unknown = Object(examples)[list];

  it('allows all that the type allows', () => {
    validate(example);
    expect(validate.errors ?? []).toEqual([]);
    expect(Object(kind).check(example)).toEqual([]);
  });

  it('is what the published file says', () => {
    const file = name.replace(/(?<=[a-z])[A-Z]/g, (capital) => `-${capital}`).toLowerCase();
    const published = JSON.parse(readFileSync(new URL(`../../schema/${file}.json`, import.meta.url), 'utf8'));
    expect(schema).toEqual(published);
    const ajv = new Ajv2020({ strict: true, keywords: ['patternErrorMessage'] });
    expect(ajv.compile(published)(example)).toBe(true);
  });

  it('describes every property, and allows no other ones but the forms of rules', () => {
    const open: string[] = [];
    const silent: string[] = [];
    walk(schema, '#', (part, pointer) => {
      const properties = Object(part.properties);
      for (const [key, property] of Object.entries(properties)) {
        if (typeof Object(property).description !== 'string' && Object(property).$ref === undefined) {
          silent.push(`${pointer}/${key}`);
        }
      }
      if (part.type === 'object' && (part.additionalProperties ?? true) === true) open.push(pointer);
    });
    expect(silent).toEqual([]);
    expect(open).toEqual(list === 'policies' ? ['#/$defs/rule'] : []);
  });
});

it('knows the keys of a rule that the engine knows', () => {
  expect(Object.keys(Object(kinds.policies.schema).$defs.rule.properties).sort()).toEqual([...ruleKeys].sort());
});

function walk(part: unknown, pointer: string, visit: (part: Record<string, unknown>, pointer: string) => void): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part) && !pointer.endsWith('/properties')) visit(Object(part), pointer);
  for (const [key, value] of Object.entries(part)) walk(value, `${pointer}/${key}`, visit);
}
