import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { called, constant, type MadeModule, madeModule, RESULT, section } from '../../test/rego/made-module.ts';
import { readRegoArchive } from './archive.ts';
import { defaultRegoLimits, loadRegoBundle } from './bundle.ts';

const folder = new URL('../../test/rego/', import.meta.url);
const buckets = readFileSync(new URL('buckets.tar.gz', folder));
const needsNetwork = readFileSync(new URL('needs-network.tar.gz', folder));

const publicBucket = bucket({ acl: 'public-read', tags: { Owner: 'a' } });

function bucket(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ resource: { address: 'aws_s3_bucket.a', type: 'aws_s3_bucket', values } });
}

describe('a bundle of OPA', () => {
  it('has entry points and uses its data', () => {
    const bundle = loadRegoBundle(buckets);
    expect(bundle.entrypoints).toContain('tollgate/deny');
    expect(bundle.evaluate('tollgate/deny', publicBucket)).toEqual({
      kind: 'value',
      value: ['aws_s3_bucket.a is readable by everybody: its acl is "public-read"'],
    });
  });

  it('says when no rule has a value, and when two rules disagree', () => {
    const bundle = loadRegoBundle(buckets);
    const other = JSON.stringify({ resource: { type: 'aws_vpc', values: {} } });
    expect(bundle.evaluate('tollgate/versioned', other)).toEqual({ kind: 'undefined' });
    const conflict = bundle.evaluate('tollgate/conflicting', publicBucket);
    expect(conflict).toMatchObject({ kind: 'error', message: expect.stringContaining('conflict') });
    expect(bundle.evaluate('tollgate/conflicting', other)).toEqual({ kind: 'undefined' });
  });

  it('can be a bare module, without data', () => {
    const { module } = readRegoArchive(buckets);
    expect(loadRegoBundle(module).evaluate('tollgate/deny', publicBucket)).toEqual({ kind: 'value', value: [] });
  });

  it('is refused when it needs what cannot be repeated', () => {
    expect(() => loadRegoBundle(needsNetwork)).toThrow(/not available here: http\.send, time\.now_ns\. /);
  });

  it.each([
    { name: 'http.send', needed: '{"rand.intn":0,"http.send":1}', error: 'not available here: http.send, rand.intn.' },
    { name: 'regex.split', needed: '{"regex.split":0}', error: 'may take for ever for a short text' },
    { name: 'a function of JavaScript', needed: '{"constructor":0}', error: 'not available here: constructor.' },
  ])('is refused when it needs $name', ({ needed, error }) => {
    expect(() => loadRegoBundle(madeModule({ builtins: needed }))).toThrow(error);
  });

  it('calls the host for texts', () => {
    const input = JSON.stringify({ resource: { values: { policy: 'a: [1, x]' } } });
    expect(loadRegoBundle(buckets).evaluate('tollgate/summary', input)).toEqual({
      kind: 'value',
      value: {
        text: '  2.5 a: [1, x]',
        is_json: false,
        is_yaml: true,
        yaml: { a: [1, 'x'] },
        again: 'a:\n  - 1\n  - b\n',
      },
    });
  });

  it('is an error where the library fails, and the next evaluation is as before', () => {
    const bundle = loadRegoBundle(buckets);
    const before = bundle.evaluate('tollgate/deny', publicBucket);
    expect(bundle.evaluate('tollgate/quoted', publicBucket)).toEqual({
      kind: 'error',
      message: '[sprintf] unexpected placeholder',
    });
    expect(bundle.evaluate('tollgate/deny', publicBucket)).toEqual(before);
  });
});

describe('limits', () => {
  const large = bucket({ size: 300 });

  it('stop a policy that takes too many steps, and the next evaluation is as before', () => {
    const bundle = loadRegoBundle(buckets, { ...defaultRegoLimits, maxSteps: 10_000_000 });
    const before = bundle.evaluate('tollgate/deny', publicBucket);
    expect(bundle.evaluate('tollgate/slow', large)).toEqual({
      kind: 'error',
      message: 'it takes more steps than are allowed',
    });
    expect(bundle.evaluate('tollgate/deny', publicBucket)).toEqual(before);
  });

  it('stop a policy that takes too much memory', () => {
    const bundle = loadRegoBundle(buckets, { ...defaultRegoLimits, maxPages: 16 });
    expect(bundle.evaluate('tollgate/slow', large)).toEqual({
      kind: 'error',
      message: 'it needs more memory than is allowed',
    });
    expect(bundle.evaluate('tollgate/allow', bucket({ text: 'x'.repeat(2_000_000) })).kind).toBe('error');
  });

  it('stop a policy whose evaluations together take too many steps', () => {
    const bundle = loadRegoBundle(buckets, { ...defaultRegoLimits, maxStepsInAll: 300_000 });
    const kinds = [1, 2, 3, 4, 5].map(() => bundle.evaluate('tollgate/deny', publicBucket).kind);
    expect(kinds.at(0)).toBe('value');
    expect(kinds.at(-1)).toBe('error');
  });

  it.each([
    { rounds: 1000, maxSteps: 5000, kind: 'error' },
    { rounds: 1000, maxSteps: 10_000, kind: 'value' },
    { rounds: 2000, maxSteps: 10_000, kind: 'error' },
  ])('count $rounds rounds of five instructions against $maxSteps steps: $kind', ({ rounds, maxSteps, kind }) => {
    const countDown = [0x20, 0, ...constant(1), 0x6b, 0x22, 0, 0x0d, 0];
    const evaluate = [...constant(rounds), 0x21, 0, 0x03, 0x40, ...countDown, 0x0b, ...constant(RESULT)];
    const bundle = loadRegoBundle(madeModule({ evaluate }), { ...defaultRegoLimits, maxSteps });
    expect(bundle.evaluate('t/deny', '{}').kind).toBe(kind);
  });

  const forever = [0x03, 0x40, 0x0c, 0, 0x0b, ...constant(RESULT)];
  const forbidden = { kind: 'error', message: 'it does what WebAssembly forbids' };
  const steps = { kind: 'error', message: 'it takes more steps than are allowed' };
  it.each<{ name: string; evaluate: readonly number[]; expected: object }>([
    { name: 'a loop without an end', evaluate: forever, expected: steps },
    {
      name: 'a loop in a branch',
      evaluate: [...constant(1), 0x04, 0x40, ...forever, 0x1a, 0x0b, ...constant(RESULT)],
      expected: steps,
    },
    {
      name: 'a loop that asks for memory',
      evaluate: [0x03, 0x40, ...constant(1), 0x40, 0, 0x1a, 0x0c, 0, 0x0b, ...constant(RESULT)],
      expected: steps,
    },
    {
      name: 'a text outside of the memory',
      evaluate: constant(1_000_000),
      expected: forbidden,
    },
    {
      name: 'a text before the memory',
      evaluate: constant(-8),
      expected: forbidden,
    },
    { name: 'a trap', evaluate: [0x00], expected: forbidden },
    {
      name: 'a reason outside of the memory',
      evaluate: [...constant(1_000_000), ...called(0), 0x00],
      expected: forbidden,
    },
    {
      name: 'a reason within it',
      evaluate: [...constant(RESULT), ...called(0), 0x00],
      expected: { kind: 'error', message: '[{"result":[]}]' },
    },
    {
      name: 'a function of the host that it did not name',
      evaluate: [...constant(7), ...constant(0), ...called(1)],
      expected: { kind: 'error', message: 'not implemented: built-in function 7: undefined' },
    },
    {
      name: 'a call without an end',
      evaluate: [
        ...constant(0),
        ...constant(0),
        ...constant(0),
        ...constant(0),
        ...constant(0),
        ...constant(0),
        ...constant(0),
        ...called(8),
      ],
      expected: { kind: 'error', message: expect.stringMatching(/nested too deeply|more steps/) },
    },
  ])('hold for $name', ({ evaluate, expected }) => {
    const bundle = loadRegoBundle(madeModule({ evaluate }), { ...defaultRegoLimits, maxSteps: 1_000_000 });
    expect(bundle.evaluate('t/deny', '{}')).toEqual(expected);
  });
});

describe('a module that is not compiled Rego', () => {
  it('is taken when it does what is expected of one', () => {
    expect(loadRegoBundle(madeModule()).evaluate('t/deny', '{}')).toEqual({ kind: 'value', value: [] });
  });

  it.each<{ name: string; made: MadeModule; error: string }>([
    { name: 'memory of its own', made: { sections: [section(5, [[0, 1]])] }, error: 'has a section 5' },
    { name: 'a large table', made: { sections: [section(4, [[0x70, 0, 0xff, 0xff, 0x7f]])] }, error: 'table' },
    {
      name: 'two tables',
      made: {
        sections: [
          section(4, [
            [0x70, 0, 1],
            [0x70, 0, 1],
          ]),
        ],
      },
      error: 'table',
    },
    { name: 'much memory at once', made: { pages: 60_000 }, error: 'more than 64 MiB' },
    {
      name: 'another function of the host',
      made: { host: [['e', 'x', 7]] },
      error: 'wants "e.x"',
    },
    { name: 'an instruction that fills memory', made: { evaluate: [0xfc, 0x0b, 0] }, error: 'instruction 0xfc0b' },
    { name: 'an instruction for objects', made: { evaluate: [0xfb, 0] }, error: 'instruction 0xfb' },
    {
      name: 'the counter as a variable of its own',
      made: { evaluate: [...constant(9), 0x24, 2] },
      error: 'a variable',
    },
    { name: 'a function of the guard', made: { evaluate: called(10) }, error: 'a function that it does not have' },
    { name: 'a console', made: { host: [['env', 'opa_println', 7]] }, error: 'wants "env.opa_println"' },
    { name: 'another reason', made: { host: [['env', 'opa_abort', 0]] }, error: 'another "opa_abort"' },
    {
      name: 'a function of the host as its own',
      made: { exports: { opa_malloc: 0 } },
      error: '"opa_malloc" is another',
    },
    {
      name: 'a function of the host for others',
      made: { sections: [section(8, []).with(1, 1).with(2, 0)] },
      error: 'hands on a function of its host',
    },
    {
      name: 'a function of the host by two names',
      made: {
        host: [
          ['env', 'opa_abort', 7],
          ['env', 'opa_abort', 7],
        ],
      },
      error: 'twice',
    },
    { name: 'a text that is none', made: { exports: { opa_eval: 2 } }, error: '"opa_eval" is another' },
    { name: 'code that ends too early', made: { evaluate: [0x41] }, error: 'not valid WebAssembly' },
    { name: 'an older interface', made: { minorVersion: 1 }, error: 'the version 1.1' },
    { name: 'no evaluation', made: { builtins: '[', withoutExport: 'builtins' }, error: 'has no "builtins"' },
    { name: 'no JSON', made: { builtins: '[' }, error: 'not JSON' },
    { name: 'an unknown function', made: { builtins: '{"rand.intn":0}' }, error: 'not available here: rand.intn' },
  ])('is refused for $name', ({ made, error }) => {
    expect(() => loadRegoBundle(madeModule(made))).toThrow(error);
  });
});

describe('an archive', () => {
  const module = madeModule();

  it('is read for the two known names alone', () => {
    const files = [
      { name: '../../etc/policy.wasm', contents: 'x' },
      { name: 'a/data.json', contents: 'x' },
      { name: './policy.wasm', contents: module },
      { name: '/data.json', contents: '{"a":1}' },
      { name: 'policy.wasm', contents: 'a second one' },
    ];
    const archive = readRegoArchive(gzipSync(tar(files)));
    expect(Buffer.from(archive.module)).toEqual(Buffer.from(module));
    expect(archive.data).toBe('{"a":1}');
  });

  it.each<{ name: string; bytes: Uint8Array; error: string }>([
    { name: 'nothing', bytes: new Uint8Array(), error: 'neither a bundle of OPA' },
    { name: 'a text', bytes: Buffer.from('package tollgate\n'.repeat(100)), error: 'neither a bundle of OPA' },
    { name: 'no module', bytes: gzipSync(tar([{ name: 'data.json', contents: '{}' }])), error: 'no policy.wasm' },
    {
      name: 'a link for a module',
      bytes: tar([{ name: 'policy.wasm', contents: '', type: '2' }]),
      error: 'no policy.wasm',
    },
    { name: 'half of it', bytes: buckets.subarray(0, 5000), error: 'cannot be unpacked' },
    {
      name: 'a file longer than the archive',
      bytes: tar([{ name: 'policy.wasm', contents: module }]).subarray(0, 600),
      error: 'neither a bundle of OPA',
    },
    {
      name: 'a changed header',
      bytes: tar([{ name: 'policy.wasm', contents: module }]).fill(0x61, 3, 4),
      error: 'neither a bundle of OPA',
    },
    { name: 'much that is packed small', bytes: gzipSync(Buffer.alloc(70_000_000)), error: 'may have at most 64 MiB' },
    { name: 'a large file', bytes: new Uint8Array(17_000_000), error: 'may have at most 16 MiB' },
    {
      name: 'data that is a list',
      bytes: tar([
        { name: 'policy.wasm', contents: module },
        { name: 'data.json', contents: '[]' },
      ]),
      error: 'data.json of the bundle is not a JSON object',
    },
    {
      name: 'many files',
      bytes: tar(Array.from({ length: 10_002 }, () => ({ name: 'a', contents: '' }))),
      error: 'more than 10000 files',
    },
  ])('with $name is refused', ({ bytes, error }) => {
    expect(() => readRegoArchive(bytes)).toThrow(error);
  });
});

interface TarFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
  readonly type?: string;
}

function tar(files: readonly TarFile[]): Buffer {
  return Buffer.concat([
    ...files.flatMap(({ name, contents, type }) => entry(name, Buffer.from(contents), type ?? '0')),
    Buffer.alloc(1024),
  ]);
}

function entry(name: string, contents: Buffer, type: string): Buffer[] {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${contents.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, contents, Buffer.alloc((512 - (contents.length % 512)) % 512)];
}
