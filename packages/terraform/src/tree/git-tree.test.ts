import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitIn, type TestRepository, testRepository } from '../../test/test-repository.ts';
import { gitTree } from './git-tree.ts';

let folder: string;
let root: string;
let repository: TestRepository;
let first: string;

const at = (...names: string[]) => join(folder, ...names);
const mainAt = (repositoryFolder: string, ref: string, path = 'main.tf') => {
  const bytes = gitTree({ repository: repositoryFolder, ref }).readFile(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tollgate-git-'));
  root = at('repository');
  repository = testRepository(root);
  mkdirSync(at('repository/live/a b'), { recursive: true });
  writeFileSync(at('repository/main.tf'), 'first');
  writeFileSync(at('repository/live/a b/größe.tf'), 'name');
  repository.commit('first');
  first = repository.git('rev-parse', 'HEAD');
  repository.git('tag', '-a', 'v1', '-m', 'annotated');
  writeFileSync(at('repository/main.tf'), 'second');
  repository.commit('second');
  repository.git('branch', 'feature/x');
  gitIn(folder, 'clone', '--quiet', '--bare', root, 'bare.git');
  gitIn(folder, 'clone', '--quiet', '--depth=1', `file://${root}`, 'shallow');
  writeFileSync(at('repository/main.tf'), 'not committed');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tree of a commit', () => {
  it.each([
    ['main', 'second'],
    ['HEAD', 'second'],
    ['HEAD~1', 'first'],
    ['v1', 'first'],
    ['feature/x', 'second'],
    ['refs/heads/main', 'second'],
  ])('is that of %s, and not what is checked out', (ref, text) => {
    expect(mainAt(root, ref)).toBe(text);
  });

  it('is found by a hash, whole or short, and says which commit it is', () => {
    expect(mainAt(root, first)).toBe('first');
    expect(gitTree({ repository: root, ref: first.slice(0, 8) }).commit).toBe(first);
  });

  it('is found from a folder below the top, and says where that is', () => {
    const tree = gitTree({ repository: at('repository/live/a b'), ref: 'main' });
    expect(tree.below).toBe('live/a b');
    expect(Buffer.from(tree.readFile('live/a b/größe.tf') ?? []).toString()).toBe('name');
    expect(gitTree({ repository: root, ref: 'main' }).below).toBe('');
    expect(gitTree({ repository: at('repository/gone/now'), ref: 'main' }).below).toBe('gone/now');
  });

  it('is read from a bare and from a shallow repository', () => {
    expect(mainAt(at('bare.git'), 'main')).toBe('second');
    expect(mainAt(at('shallow'), 'HEAD')).toBe('second');
    expect(gitTree({ repository: at('bare.git'), ref: 'main' }).below).toBe('');
  });

  it('is read in a worktree', () => {
    repository.git('worktree', 'add', '--quiet', '--detach', at('worktree'), 'v1');
    expect(mainAt(at('worktree'), 'HEAD')).toBe('first');
    expect(mainAt(at('worktree'), 'main')).toBe('second');
  });

  it('has no submodules', () => {
    repository.git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/modules`);
    repository.git('commit', '--quiet', '--message', 'submodule');
    const tree = gitTree({ repository: root, ref: 'HEAD' });
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(tree.listFolder('vendor/modules')).toBeUndefined();
    expect(tree.listFolder('')?.map(({ name }) => name)).toEqual(['live', 'main.tf']);
  });
});

describe('a commit that cannot be read', () => {
  it.each([
    [
      'nope',
      'This clone has no commit nope. Fetch it with: git fetch origin nope:refs/remotes/origin/nope, and give origin/nope',
    ],
    [
      'origin/nope',
      'This clone has no commit origin/nope. Fetch it with: git fetch origin nope:refs/remotes/origin/nope',
    ],
    ['0'.repeat(40), `Fetch it with: git fetch origin ${'0'.repeat(40)}`],
    ['HEAD~9', 'Fetch it with "git fetch origin", or look at the name with "git log".'],
    ['HEAD:main.tf', 'This clone has no commit HEAD:main.tf.'],
    ['', '"" is no name of a commit. Give a branch, a tag or a hash'],
    ['--output=x', '"--output=x" is no name of a commit.'],
    ['a\nb', 'is no name of a commit'],
  ])('%j', (ref, message) => {
    expect(() => gitTree({ repository: root, ref })).toThrow(message);
  });

  it('is one that a shallow clone lacks', () => {
    const open = (ref: string) => () => gitTree({ repository: at('shallow'), ref });
    expect(open('HEAD~1')).toThrow('fetch its history with "git fetch --unshallow"');
    expect(open('v9')).toThrow('git fetch --depth=1 origin v9:refs/remotes/origin/v9');
    expect(open(first)).toThrow(`git fetch --depth=1 origin ${first}`);
  });

  it('is one whose branch was fetched and not checked out', () => {
    gitIn(folder, 'clone', '--quiet', root, 'clone');
    const open = () => gitTree({ repository: at('clone'), ref: 'feature/x' });
    expect(open).toThrow('This clone has no commit feature/x. It has origin/feature/x: give that.');
  });

  it('is one of no repository', () => {
    mkdirSync(at('plain'));
    expect(() => gitTree({ repository: at('plain'), ref: 'main' })).toThrow('it is in no git repository');
    expect(() => gitTree({ repository: at('none'), ref: 'main' })).toThrow('it is in no git repository');
    mkdirSync(at('broken/.git'), { recursive: true });
    expect(() => gitTree({ repository: at('broken'), ref: 'main' })).toThrow('Git cannot read the repository');
  });
});

describe('nothing of the machine or of a stranger takes part', () => {
  it('a bare repository in a checkout does not pass for the checkout', () => {
    const planted = at('planted');
    cpSync(root, planted, { recursive: true });
    gitIn(folder, 'clone', '--quiet', '--bare', root, 'evil.git');
    gitIn(at('evil.git'), 'update-ref', 'refs/heads/main', first);
    renameSync(at('evil.git'), join(planted, 'live/evil'));
    expect(mainAt(join(planted, 'live/evil'), 'main')).toBe('second');
  });

  it('objects that are replaced locally stay what they are', () => {
    const blob = repository.git('rev-parse', 'main:main.tf');
    repository.git('replace', blob, repository.git('rev-parse', 'v1:main.tf'));
    const text = mainAt(root, 'main');
    repository.git('replace', '-d', blob);
    expect(text).toBe('second');
  });

  it('a partial clone fetches nothing, and says what it lacks', () => {
    gitIn(root, 'config', 'uploadpack.allowFilter', 'true');
    gitIn(folder, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${root}`, 'partial');
    expect(() => mainAt(at('partial'), 'HEAD')).toThrow(
      'Cannot read main.tf of the commit: this clone is partial and does not have the file.',
    );
  });
});
