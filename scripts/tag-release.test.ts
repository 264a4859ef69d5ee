import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tollgate-release-'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Releaser');
  git('config', 'user.email', 'releaser@example.com');
  writeFileSync(join(clone, '.gitignore'), 'dist/\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Start');
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: clone, encoding: 'utf8' }).trim();
}

function build(): void {
  for (const folder of ['packages/cli/dist', 'actions/tag-policy/dist']) {
    mkdirSync(join(clone, folder), { recursive: true });
    writeFileSync(join(clone, folder, 'index.js'), `// ${folder}\n`);
  }
}

function release(version: string): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'tag-release.ts'), version, clone], {
    encoding: 'utf8',
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('a release', () => {
  it('commits the bundles above main and tags the commit with version and major version', () => {
    const main = git('rev-parse', 'HEAD');
    build();
    expect(release('1.4.0')).toMatchObject({ status: 0 });
    expect(git('rev-parse', 'v1.4.0^{commit}')).toBe(git('rev-parse', 'v1^{commit}'));
    expect(git('rev-parse', 'v1.4.0^{commit}^')).toBe(main);
    expect(git('ls-tree', '-r', '--name-only', 'v1')).toContain('actions/tag-policy/dist/index.js');
    expect(git('show', '--stat', '--format=%s', 'v1.4.0^{commit}')).toMatch(/^Release 1\.4\.0/);
  });

  it('moves the major tag with the next version', () => {
    build();
    release('1.4.0');
    git('checkout', '--quiet', 'v1.4.0~1');
    build();
    expect(release('1.5.0').status).toBe(0);
    expect(git('rev-parse', 'v1^{commit}')).toBe(git('rev-parse', 'v1.5.0^{commit}'));
    expect(git('rev-parse', 'v1.4.0^{commit}')).not.toBe(git('rev-parse', 'v1^{commit}'));
  });

  const refusals: [string, string, () => void, RegExp][] = [
    ['no version', 'v1.0', build, /"v1\.0" is no version/],
    ['a version that is tagged', '1.0.0', () => [build(), git('tag', 'v1.0.0')], /The tag v1\.0\.0 is there already/],
    ['no bundles', '1.0.0', () => mkdirSync(join(clone, 'none')), /no bundles|did not match/],
    ['a change that is not committed', '1.0.0', () => [build(), writeFileSync(join(clone, 'x'), '')], /not committed/],
  ];
  it.each(refusals)('refuses %s', (_, version, prepare, message) => {
    prepare();
    const { status, output } = release(version);
    expect(status).not.toBe(0);
    expect(output).toMatch(message);
    expect(git('log', '--format=%s')).toBe('Start');
  });
});
