import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-packs-'));
  cpSync(join(root, 'examples/policies'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built command in the folder and gives what a shell would see. */
function tollgate(...args: readonly string[]) {
  const bin = join(root, 'packages/cli/bin/tollgate.js');
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', env: {} });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('tollgate policy lock', () => {
  const pack = 'packs/databases';
  const check = () => tollgate('check', 'infra', '--policy', pack, '--now', '2026-11-20');

  it('locks packs: with another one nothing is judged', () => {
    expect(tollgate('policy', 'lock', pack)).toEqual({
      code: 0,
      out: '',
      err: `tollgate.lock.yml locks ${pack} 1.0.0.\n`,
    });
    const lock = readFileSync(join(folder, 'tollgate.lock.yml'), 'utf8');
    expect(lock).toMatch(/^# Written by "tollgate policy lock"\.\napiVersion: tollgate\/v1\nkind: Lock\n/);
    expect(check().code).toBe(0);
    const file = join(folder, pack, 'databases.yml');
    writeFileSync(file, readFileSync(file, 'utf8').concat('\n# more\n'));
    expect(check()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not the one that was locked') });
  });

  it('needs a pack', () => {
    expect(tollgate('policy', 'lock', 'policies')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no pack in policies.'),
    });
  });
});

describe('tollgate policy import', () => {
  const levels = ['aws-organizations/root.json', 'aws-organizations/shop.json'];

  it('makes a policy that can be judged by', () => {
    expect(tollgate('policy', 'import', ...levels, '--name', 'tag-policies', '--output', 'tags.yml')).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const { code, out } = tollgate('check', 'infra', '--policy', 'tags.yml', '--now', '2026-11-20');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('tag-policies/costcenter (advisory): 1 violation'),
    });
  });

  it('tells what it leaves out, also in the policy', () => {
    const policy = { tags: { a: { enforced_for: { '@@assign': ['nimbus:cloud'] } } } };
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
    const { code, out, err } = tollgate('policy', 'import', 'policy.json');
    const notice = 'enforced_for of "a": nimbus:cloud has no type in Terraform that carries tags, and is left out.';
    expect({ code, err }).toEqual({ code: 0, err: `${notice}\n` });
    expect(out).toContain(`# ${notice}\n`);
  });

  it('names the file that is none', () => {
    expect(tollgate('policy', 'import', 'none.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no file none.json'),
    });
  });
});
