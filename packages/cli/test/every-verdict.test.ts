import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/tollgate.js');
const policies = ['policies/a-sizes.yml', 'policies/b-tags.yml', 'policies/c-storage.yml'];
const formats = [
  ['text', 'txt'],
  ['json', 'json'],
  ['markdown', 'md'],
  ['sarif', 'sarif'],
  ['junit', 'xml'],
] as const;

let folder: string;

// A copy outside of the repository: files are then named from the folder that is judged.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-verdicts-'));
  cpSync(join(import.meta.dirname, 'data/every-verdict'), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(paths: readonly string[], format: string) {
  const args = [
    'check',
    '.',
    ...paths.flatMap((path) => ['--policy', path]),
    '--now',
    '2026-11-20',
    '--format',
    format,
  ];
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', env: {} });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('a configuration with every kind of verdict', () => {
  it.each(formats)('as %s', async (format, extension) => {
    const { code, out, err } = check(policies, format);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    await expect(out).toMatchFileSnapshot(`golden/every-verdict/decision.${extension}`);
  });

  it.each(formats)('gives the same %s again, and whatever the order of the files', (format) => {
    const { out } = check(policies, format);
    expect(check(policies, format).out).toBe(out);
    expect(check(policies.toReversed(), format).out).toBe(out);
    expect(check(['policies'], format).out).toBe(out);
  });

  it('has all of them, and the JSON follows its schema', () => {
    const decision = JSON.parse(check(policies, 'json').out);
    const schema = JSON.parse(readFileSync(join(root, 'packages/policy-engine/schema/decision.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(decision), JSON.stringify(validate.errors)).toBe(true);
    const outcomes = new Set(decision.verdicts.map(({ outcome }: { outcome: string }) => outcome));
    expect([...outcomes].sort()).toEqual(['error', 'excepted', 'fail', 'not-applicable', 'pass', 'unknown']);
    expect(decision.exceptions.map(({ status }: { status: string }) => status)).toEqual(['used', 'expired', 'used']);
    expect(decision.notices).toContain(
      'Policy "databases" matched nothing: no subject in the input is one that it judges.',
    );
  });
});
