import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signature } from './commits.ts';
import { git, gitBytes, tryGit } from './run-git.ts';

/** An entry of a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes of a blob. */
  readonly size: number | undefined;
  readonly path: string;
}

/** The tree without entries, which every repository knows. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** readTree gives the entries of a tree or of a commit's tree, or undefined when there is no such tree. */
export async function readTree(dir: string, treeish: string, recursive = false): Promise<TreeEntry[] | undefined> {
  const { exitCode, stdout } = await tryGit(dir, [
    'ls-tree',
    '-z',
    '--long',
    ...(recursive ? ['-r', '-t'] : []),
    treeish,
  ]);
  if (exitCode !== 0) return undefined;
  return stdout
    .toString()
    .split('\0')
    .flatMap((line) => {
      const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}) +(\d+|-)\t(.*)$/s.exec(line);
      const [, mode, type, sha, size, path] = match ?? [];
      if (mode === undefined || sha === undefined || path === undefined) return [];
      if (type !== 'blob' && type !== 'tree' && type !== 'commit') return [];
      return [{ mode, type, sha, size: size === '-' ? undefined : Number(size), path }];
    });
}

/** readEntry gives the file or folder at a path of a commit, or undefined. The root is the commit's tree. */
export async function readEntry(dir: string, commit: string, path: string): Promise<TreeEntry | undefined> {
  if (path === '') {
    return {
      mode: '040000',
      type: 'tree',
      sha: await git(dir, ['rev-parse', `${commit}^{tree}`]),
      size: undefined,
      path,
    };
  }
  const { exitCode, stdout } = await tryGit(dir, ['ls-tree', '-z', '--long', '--full-tree', commit, '--', path]);
  if (exitCode !== 0) return undefined;
  const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}) +(\d+|-)\t([^\0]*)/s.exec(stdout.toString());
  const [, mode, type, sha, size, found] = match ?? [];
  if (mode === undefined || sha === undefined || found !== path) return undefined;
  if (type !== 'blob' && type !== 'tree' && type !== 'commit') return undefined;
  return { mode, type, sha, size: size === '-' ? undefined : Number(size), path };
}

/** readBlob gives the bytes of a blob. */
export function readBlob(dir: string, sha: string): Promise<Buffer> {
  return gitBytes(dir, ['cat-file', 'blob', sha]);
}

/** writeBlob stores bytes and gives their SHA. */
export function writeBlob(dir: string, content: string | Buffer): Promise<string> {
  return git(dir, ['hash-object', '-w', '--stdin'], { input: content });
}

/** A change of a tree: put an object at a path, or (`sha: null`) remove what is there. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

/** writeTree applies changes to a tree and gives the SHA of the result. Without a base the result holds only them. */
export async function writeTree(
  dir: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const index = join(dir, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await git(dir, base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    const lines: string[] = [];
    for (const { path, mode, sha } of changes) {
      if (mode === '040000' && sha !== null) {
        await git(dir, ['read-tree', `--prefix=${path}/`, sha], { env });
      } else if (sha === null) {
        const inside = await git(dir, ['ls-files', '-z', '--', path], { env });
        lines.push(
          ...inside
            .split('\0')
            .filter(Boolean)
            .map((file) => `0 ${'0'.repeat(40)}\t${file}\0`),
        );
      } else {
        lines.push(`${mode} ${sha}\t${path}\0`);
      }
    }
    await git(dir, ['update-index', '--replace', '-z', '--index-info'], { env, input: lines.join('') });
    return await git(dir, ['write-tree'], { env });
  } finally {
    await rm(index, { force: true });
  }
}

/** What a commit is made of. */
export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

/** writeCommit stores a commit and gives its SHA. */
export function writeCommit(dir: string, commit: NewCommit): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent]);
  return git(dir, ['commit-tree', commit.tree, ...parents, '-F', '-'], {
    input: commit.message,
    env: {
      GIT_AUTHOR_NAME: commit.author.name,
      GIT_AUTHOR_EMAIL: commit.author.email,
      GIT_AUTHOR_DATE: gitDate(commit.author.date),
      GIT_COMMITTER_NAME: commit.committer.name,
      GIT_COMMITTER_EMAIL: commit.committer.email,
      GIT_COMMITTER_DATE: gitDate(commit.committer.date),
    },
  });
}

/** An annotated tag. */
export interface TagObject {
  readonly tag: string;
  readonly object: string;
  readonly type: string;
  readonly tagger: Signature;
  readonly message: string;
}

/** writeTag stores a tag object, without a ref, and gives its SHA. */
export function writeTag(dir: string, { tag, object, type, tagger, message }: TagObject): Promise<string> {
  const lines = [
    `object ${object}`,
    `type ${type}`,
    `tag ${tag}`,
    `tagger ${tagger.name} <${tagger.email}> ${gitDate(tagger.date)}`,
    '',
    message.endsWith('\n') ? message : `${message}\n`,
  ];
  return git(dir, ['hash-object', '-t', 'tag', '-w', '--stdin'], { input: lines.join('\n') });
}

/** readTag gives a tag object. */
export async function readTag(dir: string, sha: string): Promise<TagObject> {
  const text = await git(dir, ['cat-file', 'tag', sha]);
  const end = text.indexOf('\n\n');
  const header = text.slice(0, end);
  const field = (name: string) => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? '';
  const [, name, email, seconds] = /^(.*) <(.*)> (\d+)/.exec(field('tagger')) ?? [];
  return {
    tag: field('tag'),
    object: field('object'),
    type: field('type'),
    tagger: { name: name ?? '', email: email ?? '', date: new Date(Number(seconds ?? 0) * 1000) },
    message: text.slice(end + 2).replace(/\n$/, ''),
  };
}

function gitDate(date: Date): string {
  return `${Math.floor(date.getTime() / 1000)} +0000`;
}
