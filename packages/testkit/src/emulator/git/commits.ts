import { git, tryGit } from './run-git.ts';

/** Who made a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: Date;
}

/** A commit as git stores it. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** Without the line end at its end. */
  readonly message: string;
}

/** What of a history is wanted. */
export interface LogOptions {
  /** Only commits that change this file or folder. */
  readonly path?: string;
  /** Part of the author's name or address. */
  readonly author?: string;
  readonly since?: string;
  readonly until?: string;
  readonly most?: number;
}

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'];

/**
 * listCommits gives the commits of a revision or range (`base..head`), newest first.
 *
 * @param revisions SHAs or ranges of SHAs; names from outside must be resolved before
 */
export async function listCommits(
  dir: string,
  revisions: readonly string[],
  options: LogOptions = {},
): Promise<Commit[]> {
  const filters = [
    ...(options.author === undefined ? [] : [`--author=${options.author}`, '--fixed-strings']),
    ...(options.since === undefined ? [] : [`--since=${options.since}`]),
    ...(options.until === undefined ? [] : [`--until=${options.until}`]),
    ...(options.most === undefined ? [] : [`--max-count=${options.most}`]),
  ];
  const path = options.path === undefined ? [] : [options.path];
  const output = await git(dir, [
    'log',
    '-z',
    `--format=${FIELDS.join('%x1f')}`,
    ...filters,
    ...revisions,
    '--',
    ...path,
  ]);
  return output.split('\0').flatMap(parseCommit);
}

/** readCommit gives one commit, or undefined when the repository lacks it. */
export async function readCommit(dir: string, sha: string): Promise<Commit | undefined> {
  const { exitCode, stdout } = await tryGit(dir, ['log', '-1', `--format=${FIELDS.join('%x1f')}`, sha, '--']);
  return exitCode === 0 ? parseCommit(stdout.toString())[0] : undefined;
}

function parseCommit(text: string): Commit[] {
  const [sha, tree, parents, author, authorEmail, authored, committer, committerEmail, committed, ...message] =
    text.split('\x1f');
  if (sha === undefined || tree === undefined || authored === undefined || committed === undefined) return [];
  return [
    {
      sha: sha.trim(),
      tree,
      parents: parents === undefined || parents === '' ? [] : parents.split(' '),
      author: { name: author ?? '', email: authorEmail ?? '', date: new Date(authored) },
      committer: { name: committer ?? '', email: committerEmail ?? '', date: new Date(committed) },
      message: message.join('\x1f').replace(/\n+$/, ''),
    },
  ];
}

/** countCommits gives how many commits a range holds. */
export async function countCommits(dir: string, range: string): Promise<number> {
  return Number(await git(dir, ['rev-list', '--count', range, '--']));
}

/** mergeBase gives the best common ancestor, or undefined when the histories have none. */
export async function mergeBase(dir: string, a: string, b: string): Promise<string | undefined> {
  const { exitCode, stdout } = await tryGit(dir, ['merge-base', a, b]);
  return exitCode === 0 ? stdout.toString().trim() : undefined;
}

/** isAncestor says whether `ancestor` is in the history of `commit`. */
export async function isAncestor(dir: string, ancestor: string, commit: string): Promise<boolean> {
  const { exitCode } = await tryGit(dir, ['merge-base', '--is-ancestor', ancestor, commit]);
  return exitCode === 0;
}
