import { readFileSync } from 'node:fs';
import { compile, type Resolver, unknown } from '@tollgate/cel';
import { describe, expect, it } from 'vitest';
import { madeModule } from '../../test/rego/made-module.ts';
import { PolicyEngineError } from '../error.ts';
import { FormError, type FormResult } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import type { JsonObject } from '../json.ts';
import { regoForm } from './form.ts';

const folder = new URL('../../test/rego/', import.meta.url);
const buckets = readFileSync(new URL('buckets.tar.gz', folder));
const files = new Map<string, Uint8Array>([
  ['buckets.tar.gz', buckets],
  ['needs-network.tar.gz', readFileSync(new URL('needs-network.tar.gz', folder))],
  ['text.wasm', Buffer.from('package tollgate')],
]);
const where = { file: 'policies/org.yml' };
const form = regoForm((_file, path) => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new PolicyEngineError(`There is no file "${path}".`);
  return bytes;
});
const rule: JsonObject = { bundle: 'buckets.tar.gz', entrypoint: 'tollgate/deny' };
const reads = ['resource.type', 'resource.address', 'resource.values.acl', 'resource.values.tags.Owner'];
const fromDataSource = unknown('data source aws_s3_bucket.logs');

async function judge(resource: unknown, more: JsonObject = {}): Promise<FormResult> {
  const check = await form.compile({ ...rule, ...more }, where);
  return check(subject({ resource }));
}

function subject(input: Subject<unknown>['input']): Subject<unknown> {
  return {
    reference: { kind: 'resource', id: 'aws_s3_bucket.a' },
    names: ['aws_s3_bucket', 'aws_s3_bucket.a'],
    actions: null,
    changed: null,
    input,
    data: null,
  };
}

function bucket(values: unknown): unknown {
  return { address: 'aws_s3_bucket.a', type: 'aws_s3_bucket', values };
}

describe('a rule of Rego beside an equal condition in CEL', () => {
  const condition = compile(
    `resource.type != 'aws_s3_bucket'
      || !(has(resource.values.acl) && resource.values.acl in ['public-read', 'public-read-write'])
      && has(resource.values.tags) && has(resource.values.tags.Owner) && resource.values.tags.Owner != ''`,
  );
  const types = ['aws_s3_bucket', 'aws_vpc'];
  const acls = [
    { known: true, values: {} },
    { known: true, values: { acl: 'private' } },
    { known: true, values: { acl: 'public-read' } },
    { known: false, values: { acl: fromDataSource } },
  ];
  const tags = [
    { known: true, values: {} },
    { known: true, values: { tags: {} } },
    { known: true, values: { tags: { Owner: '' } } },
    { known: true, values: { tags: { Owner: 'a', Team: 'b' } } },
    { known: true, values: { tags: { Team: fromDataSource } } },
    { known: false, values: { tags: { Owner: fromDataSource } } },
    { known: false, values: { tags: fromDataSource } },
  ];
  const cases = types.flatMap((type) =>
    acls.flatMap((acl) =>
      tags.map((own) => ({
        type,
        values: { ...acl.values, ...own.values },
        known: acl.known && own.known,
      })),
    ),
  );

  it.each(cases)('agrees about $type with $values', async ({ type, values, known }) => {
    const resource = { address: `${type}.a`, type, values };
    const { outcome } = await judge(resource, { reads });
    if (!known) return expect(outcome).toBe('unknown');
    expect(condition.evaluate({ resource })).toEqual({ kind: 'value', value: outcome === 'pass' });
  });
});

describe('what is denied', () => {
  const owned = { tags: { Owner: 'a' } };

  it('is a set of texts, which are the message', async () => {
    expect(await judge(bucket({ acl: 'public-read' }), { reads })).toEqual({
      outcome: 'fail',
      message: 'aws_s3_bucket.a has no tag Owner; aws_s3_bucket.a is readable by everybody: its acl is "public-read"',
      evidence: [
        { expression: 'tollgate/deny', value: 'aws_s3_bucket.a has no tag Owner' },
        { expression: 'tollgate/deny', value: 'aws_s3_bucket.a is readable by everybody: its acl is "public-read"' },
      ],
    });
    expect(await judge(bucket(owned))).toEqual({ outcome: 'pass', message: 'tollgate/deny is empty.' });
  });

  it.each<{ name: string; more: JsonObject; values: object; outcome: string; message: string }>([
    {
      name: 'objects with a message',
      more: { entrypoint: 'tollgate/violations' },
      values: {},
      outcome: 'fail',
      message: 'aws_s3_bucket.a has no tag Owner',
    },
    {
      name: 'a boolean that allows',
      more: { entrypoint: 'tollgate/allow' },
      values: owned,
      outcome: 'pass',
      message: 'tollgate/allow is true.',
    },
    {
      name: 'a boolean that does not allow',
      more: { entrypoint: 'tollgate/allow' },
      values: {},
      outcome: 'fail',
      message: 'tollgate/allow is false.',
    },
    {
      name: 'a boolean that denies',
      more: { entrypoint: 'tollgate/allow', expect: 'deny' },
      values: owned,
      outcome: 'fail',
      message: 'tollgate/allow is true.',
    },
    {
      name: 'a set where a boolean is expected',
      more: { expect: 'allow' },
      values: owned,
      outcome: 'error',
      message: 'tollgate/deny gives a list, and not true or false.',
    },
    {
      name: 'a number',
      more: { entrypoint: 'tollgate/how_many' },
      values: owned,
      outcome: 'error',
      message: 'tollgate/how_many gives a number, and not a set of messages, or true or false.',
    },
    {
      name: 'no value',
      more: { entrypoint: 'tollgate/versioned' },
      values: owned,
      outcome: 'error',
      message: 'tollgate/versioned has no value for this subject. Give it one with "default", or make it a set.',
    },
  ])('can be $name', async ({ more, values, outcome, message }) => {
    expect(await judge(bucket(values), more)).toMatchObject({ outcome, message });
  });

  it('is an error when the rules disagree', async () => {
    const result = await judge(bucket({ acl: 'public-read' }), { entrypoint: 'tollgate/conflicting' });
    expect(result.outcome).toBe('error');
    expect(result.message).toMatch(/^tollgate\/conflicting cannot be evaluated: .*conflict/);
  });

  it('tells twenty messages and counts the others', async () => {
    const many = JSON.stringify([{ result: Array.from({ length: 25 }, (_, index) => `m${index + 10}`) }]);
    const made = regoForm(() => madeModule({ result: many }));
    const check = await made.compile({ bundle: 'a.wasm', entrypoint: 't/deny' }, where);
    expect(check(subject({})).message).toMatch(/^m10; m11; .*; m29; and 5 more$/);
  });
});

it('is an error when what a policy gives is nested too deeply', async () => {
  const deep = `[{"result":${'['.repeat(15_000)}${']'.repeat(15_000)}}]`;
  const made = regoForm(() => madeModule({ result: deep }));
  const check = await made.compile({ bundle: 'a.wasm', entrypoint: 't/deny', reads: ['resource.type'] }, where);
  expect(check(subject({ resource: { type: 'a' } })).outcome).toBe('error');
});

describe('what is unknown', () => {
  it('makes the verdict unknown when it is read', async () => {
    expect(await judge(bucket({ acl: fromDataSource, tags: unknown('a', 'b') }), { reads })).toEqual({
      outcome: 'unknown',
      message: 'It cannot be told before resource.values.acl, resource.values.tags are known.',
      evidence: [
        { expression: 'resource.values.acl', value: 'unknown (data source aws_s3_bucket.logs)' },
        { expression: 'resource.values.tags', value: 'unknown (a, b)' },
      ],
    });
  });

  it('does not matter when it is not read', async () => {
    const values = { tags: { Owner: 'a', Team: fromDataSource }, arn: fromDataSource };
    expect((await judge(bucket(values), { reads })).outcome).toBe('pass');
    expect((await judge(bucket(values))).message).toBe(
      'It cannot be told before resource.values.arn, resource.values.tags.Team are known.',
    );
  });

  it('may be anywhere in a list, or be the keys of a map', async () => {
    const keys: Resolver = { get: () => undefined, keys: () => fromDataSource };
    expect((await judge(bucket({ rules: [{ port: 1 }, { port: fromDataSource }] }))).message).toContain(
      'values.rules.1.port is',
    );
    expect(
      (await judge(bucket({ rules: [fromDataSource] }), { reads: ['resource.values.rules.*.port'] })).outcome,
    ).toBe('unknown');
    expect((await judge(bucket({ tags: keys }))).message).toContain('resource.values.tags is');
  });
});

describe('what a policy reads', () => {
  it('is all that it gets, so that what it does not name is an error', async () => {
    const result = await judge(bucket({ acl: 'public-read', tags: { Owner: 'a' } }), { reads: ['resource.values'] });
    expect(result).toMatchObject({ outcome: 'error', message: expect.stringContaining('reads more of its input') });
  });

  it('is found in a resolver, of which only these keys are asked for', async () => {
    const asked: string[] = [];
    const values: Resolver = {
      get: (key) => {
        asked.push(key);
        return key === 'acl' ? 'public-read' : undefined;
      },
    };
    expect((await judge(bucket(values), { reads })).outcome).toBe('fail');
    expect(new Set(asked)).toEqual(new Set(['acl', 'tags']));
    expect(await judge(bucket(values))).toEqual({
      outcome: 'error',
      message: 'resource.values can be read by key only. Name the keys in "reads".',
    });
  });

  it('needs a star to go into a list', async () => {
    expect(await judge(bucket({ rules: [{ port: 1 }] }), { reads: ['resource.values.rules.port'] })).toEqual({
      outcome: 'error',
      message: 'resource.values.rules is a list. Write "*" for its elements in "reads": "resource.values.rules.*".',
    });
  });

  it('can be parameters of the rule', async () => {
    const more = { entrypoint: 'tollgate/environment', reads: ['resource.values.environment'] };
    const inDevelopment = bucket({ environment: 'dev' });
    expect((await judge(inDevelopment, { ...more, params: { environments: ['prod', 'dev'] } })).outcome).toBe('pass');
    expect(await judge(inDevelopment, { ...more, params: { environments: ['prod'] } })).toMatchObject({
      outcome: 'fail',
      message: 'there is no environment dev',
    });
  });

  it('is not a value that JSON has no form for', async () => {
    expect(await judge(bucket({ size: Number.NaN }))).toEqual({
      outcome: 'error',
      message: 'resource.values.size holds a number that JSON has no form for.',
    });
    const deep = Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 'x');
    expect((await judge(bucket({ deep }))).message).toContain('is nested more than 100 levels deep.');
  });

  it('cannot change what its keys mean', async () => {
    expect(
      (await judge(bucket(JSON.parse('{"__proto__": {"acl": "public-read"}, "tags": {"Owner": "a"}}')))).outcome,
    ).toBe('pass');
  });
});

describe('a rule that cannot be used', () => {
  it.each<{ name: string; more: JsonObject; path: string; message: string }>([
    {
      name: 'an unknown entry point',
      more: { entrypoint: 'tollgate/denies' },
      path: 'entrypoint',
      message: 'The bundle has no entry point "tollgate/denies". It has tollgate/allow, ',
    },
    { name: 'no file', more: { bundle: 'a.tar.gz' }, path: 'bundle', message: 'There is no file "a.tar.gz".' },
    {
      name: 'a file of another kind',
      more: { bundle: 'text.wasm' },
      path: 'bundle',
      message: 'text.wasm: The file is neither a bundle of OPA',
    },
    {
      name: 'functions that are not here',
      more: { bundle: 'needs-network.tar.gz' },
      path: 'bundle',
      message:
        'needs-network.tar.gz: The policy needs built-in functions of Rego that are not available here: http.send, time.now_ns.',
    },
  ])('names $name', async ({ more, path, message }) => {
    const compiled = Promise.resolve(form.compile({ ...rule, ...more }, where));
    await expect(compiled).rejects.toBeInstanceOf(FormError);
    await expect(compiled).rejects.toMatchObject({ path: [path], message: expect.stringContaining(message) });
  });

  it('asks for a bundle by the file of its policy, and for none before a rule names it', async () => {
    const asked: [string, string][] = [];
    const noting = regoForm((file, path) => {
      asked.push([file, path]);
      return buckets;
    });
    expect(asked).toEqual([]);
    await noting.compile(rule, { file: 'origin/main:policies/org.yml' });
    expect(asked).toEqual([['origin/main:policies/org.yml', 'buckets.tar.gz']]);
  });
});
