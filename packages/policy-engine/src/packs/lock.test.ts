import { describe, expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { problemText } from '../problem.ts';
import { checkLock, lockFile } from './lock.ts';
import type { ResolvedPack } from './resolve-policy-paths.ts';

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;
const ready: ResolvedPack = {
  name: 'tags/required',
  source: 'ready',
  version: '1.0.0',
  commit: null,
  digest: sha('a'),
};
const git: ResolvedPack = {
  name: 'origin/main:policies/org.yml',
  source: 'git',
  version: null,
  commit: '1'.repeat(40),
  digest: sha('b'),
};

/** How packs compare with a lock that was written of others. */
async function check(locked: readonly ResolvedPack[], packs: readonly ResolvedPack[]) {
  const { locks, problems } = await readDocuments([{ file: 'tollgate.lock.yml', text: lockFile(locked) }]);
  expect(problems).toEqual([]);
  const [lock] = locks;
  if (lock === undefined) throw new Error('there is no lock');
  const { problems: differences, notices } = checkLock(lock, packs);
  return { problems: differences.map(problemText), notices };
}

describe('a lock file', () => {
  it('is the same text for the same packs', () => {
    const text = `# Written by "tollgate policy lock".
apiVersion: tollgate/v1
kind: Lock
packs:
  - name: "origin/main:policies/org.yml"
    source: git
    commit: "${'1'.repeat(40)}"
    digest: ${sha('b')}
  - name: "tags/required"
    source: ready
    version: 1.0.0
    digest: ${sha('a')}
`;
    expect(lockFile([ready, git])).toBe(text);
    expect(lockFile([git, ready])).toBe(text);
  });

  it('can be empty', async () => {
    expect(await check([], [])).toEqual({ problems: [], notices: [] });
  });
});

describe('the packs in use', () => {
  it('are the locked ones', async () => {
    expect(await check([ready, git], [ready, git])).toEqual({ problems: [], notices: [] });
  });

  it('are the locked ones at another commit with the same files', async () => {
    expect(await check([git], [{ ...git, commit: '2'.repeat(40) }])).toEqual({ problems: [], notices: [] });
  });

  it('differ from the locked ones', async () => {
    const changed = [
      { ...ready, version: '1.1.0', digest: sha('c') },
      { ...git, commit: '2'.repeat(40), digest: sha('d') },
    ];
    expect((await check([ready, git], changed)).problems).toEqual([
      `tollgate.lock.yml:8:13: The pack "origin/main:policies/org.yml" is not the one that was locked: its digest is ${sha('d')} (commit ${'2'.repeat(40)}), and the lock says ${sha('b')} (commit ${'1'.repeat(40)}). Take the locked one, or, when the change is wanted, renew the lock with "tollgate policy lock".`,
      `tollgate.lock.yml:12:13: The pack "tags/required" is not the one that was locked: its digest is ${sha('c')} (version 1.1.0), and the lock says ${sha('a')} (version 1.0.0). Take the locked one, or, when the change is wanted, renew the lock with "tollgate policy lock".`,
    ]);
  });

  it('lack a locked one', async () => {
    expect(await check([ready], [])).toEqual({
      problems: [
        'tollgate.lock.yml:5:11: The pack "tags/required" is locked and not in use. Use it, or renew the lock with "tollgate policy lock".',
      ],
      notices: [],
    });
  });

  it('have one that is not locked', async () => {
    expect(await check([], [ready])).toEqual({
      problems: [],
      notices: ['The pack "tags/required" is not locked; renew the lock with "tollgate policy lock".'],
    });
  });

  it('have a folder in the place of a ready pack', async () => {
    const { problems, notices } = await check([ready], [{ ...ready, source: 'folder' }]);
    expect([problems.length, notices.length]).toEqual([1, 1]);
  });
});

it('refuses a lock that names a pack twice', async () => {
  const { problems } = await readDocuments([{ file: 'l.yml', text: lockFile([ready, ready]) }]);
  expect(problems.map(problemText)).toEqual([
    'l.yml:9:11: The pack "tags/required" is locked twice. Write the file anew with "tollgate policy lock".',
  ]);
});
