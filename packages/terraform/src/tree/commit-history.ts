import { TerraformError } from '../error.ts';
import { findCommit } from './find-commit.ts';
import type { Git } from './git.ts';
import { readBatch } from './git-objects.ts';
import { openRepository } from './open-repository.ts';

/** A commit of a history, compared with the first of its parents. */
export interface Commit {
  readonly hash: string;
  /** The first parent, which is what the commit changes; null for the first commit of all. */
  readonly parent: string | null;
  /** The first line of the message. Like the body it can hold anything. */
  readonly title: string;
  /** What follows the title, without empty lines around it. */
  readonly body: string;
  /** When it was committed, in UTC: `2026-10-01T12:00:00Z`. */
  readonly date: string;
}

/** The newest commits of a history. */
export interface CommitHistory {
  /** The newest commit, which the name stands for. */
  readonly head: string;
  /** The newest first. The parent of each is in the clone. */
  readonly commits: readonly Commit[];
  /** Why there are fewer than were asked for, and how to get more; null when there are as many. */
  readonly notice: string | null;
}

/** Which commits are wanted. */
export interface CommitHistoryOptions {
  /** A folder of the repository. */
  readonly repository: string;
  /** Where the history begins: a branch, a tag, a hash. */
  readonly ref: string;
  /** How many commits, at least 1. */
  readonly count: number;
}

/**
 * Gives the last commits of a branch as it was: the first parent of each. What was merged is one commit then, whether it was
 * merged or squashed. In a shallow clone the oldest commit has no parent, so nobody knows what it changed, and it is left out.
 * @throws TerraformError when there is no such repository or commit.
 */
export function commitHistory({ repository, ref, count }: CommitHistoryOptions): CommitHistory {
  const { git } = openRepository(repository);
  const head = findCommit(git, ref);
  const listed = listCommits(git, head, count);
  const contents = readBatch(
    git,
    listed.map(({ hash }) => hash),
  );
  const commits: Commit[] = [];
  for (const { hash, parent } of listed) {
    const content = contents.get(hash);
    if (content === undefined) throw unreadable(ref, hash);
    const { hasParent, ...commit } = readCommit(content);
    if (hasParent && parent === null) return { head, commits, notice: shallowEnd(commits.length, hash) };
    commits.push({ hash, parent, ...commit });
  }
  return { head, commits, notice: commits.length < count ? wholeHistory(commits.length) : null };
}

/** The commits with the first parents that the clone has. */
function listCommits(git: Git, head: string, count: number): readonly Pick<Commit, 'hash' | 'parent'>[] {
  const output = git.run(['rev-list', '--first-parent', '--parents', `--max-count=${count}`, head, '--']);
  if (output === undefined) throw unreadable(head, head);
  return output
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [hash = '', parent = null] = line.split(' ');
      return { hash, parent };
    });
}

/** Reads a commit as git stores it: lines of a head, an empty line, the message. */
function readCommit(content: Uint8Array): Pick<Commit, 'title' | 'body' | 'date'> & { readonly hasParent: boolean } {
  const text = Buffer.from(content).toString('utf8');
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const [title = '', ...rest] = (end < 0 ? '' : text.slice(end + 2)).trim().split(/\r?\n/);
  // The name of the committer comes first and can hold anything but a line end; time and zone are the last two words.
  const seconds = /^committer .* (-?\d{1,15}) [+-]\d+$/m.exec(head)?.[1];
  return {
    title: title.trim(),
    body: rest.join('\n').trim(),
    date: dateOf(Number(seconds ?? 0)),
    hasParent: /^parent /m.test(head),
  };
}

/** A time that no calendar has becomes the beginning of all. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().replace(/\.\d+Z$/, 'Z');
}

function unreadable(ref: string, hash: string): TerraformError {
  return new TerraformError(
    ref,
    `Cannot read the history of ${ref}: the clone lacks the commit ${hash}. Run "git fsck" in it, or clone again.`,
  );
}

function shallowEnd(found: number, hash: string): string {
  return `The clone is shallow: its history ends at ${hash.slice(0, 12)}, after ${commitsText(found)} that can be compared with what was before. Fetch more with "git fetch --deepen=100", all with "git fetch --unshallow", in a workflow with "fetch-depth: 0" of actions/checkout.`;
}

function wholeHistory(found: number): string {
  return `The history has ${commitsText(found)}: fewer than were asked for.`;
}

function commitsText(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'commit' : 'commits'}`;
}
