import type { ChangeParts, SimulatedPart } from '@tollgate/policy-engine';
import { type Commit, commitHistory, type GitTree, gitTrees, type RootModule } from '@tollgate/terraform';
import { type CommitRoots, evaluatedRoots, noResources, type RootResult } from './evaluated-roots.ts';
import type { JudgeBoth } from './judge-both.ts';
import { mergedPullRequest } from './merged-pull-request.ts';

/** Which commits are judged. */
export interface HistoryRequest {
  /** A folder of the repository. */
  readonly repository: string;
  readonly ref: string;
  readonly count: number;
  /** The folder that root modules are in, from the top of the repository; empty for all. */
  readonly below: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What was judged, and what a reader must know of the history. */
export interface SimulatedHistory {
  readonly changes: readonly ChangeParts[];
  /** The commit that the history begins with, the newest. */
  readonly head: string;
  readonly notices: readonly string[];
}

/**
 * Judges the last commits of a history, each as a change of what was there before it. A root module takes part in the commits
 * that change something it reads.
 * @throws TerraformError when the history cannot be read.
 */
export async function simulateHistory(request: HistoryRequest, judge: JudgeBoth): Promise<SimulatedHistory> {
  const { repository, ref, count, below, environment } = request;
  const history = commitHistory({ repository, ref, count });
  const open = lastTrees(gitTrees(repository, history.commits));
  const rootsAt = evaluatedRoots({ open, below, environment });
  const changes: ChangeParts[] = [];
  // The oldest first, so that the parent of a commit was looked at just before.
  for (const commit of history.commits.toReversed()) {
    const base = commit.parent === null ? null : await rootsAt(commit.parent);
    changes.push(changeOf(commit, base, await rootsAt(commit.hash), judge));
  }
  return { changes: changes.reverse(), head: history.head, notices: history.notice === null ? [] : [history.notice] };
}

/** A commit is asked for as itself and as a parent, one after the other. */
function lastTrees(open: (commit: string) => GitTree): (commit: string) => GitTree {
  let last: GitTree | undefined;
  return (commit) => {
    if (last?.commit !== commit) last = open(commit);
    return last;
  };
}

function changeOf(commit: Commit, base: CommitRoots | null, head: CommitRoots, judge: JudgeBoth): ChangeParts {
  const { title, number } = mergedPullRequest(commit);
  return {
    kind: 'commit',
    id: commit.hash,
    title,
    date: commit.date,
    pullRequest: number,
    parts: partsOf(commit, base, head, judge),
  };
}

function partsOf(
  commit: Commit,
  base: CommitRoots | null,
  head: CommitRoots,
  judge: JudgeBoth,
): readonly SimulatedPart[] {
  if (head.kind === 'failed') return [notJudged('.', head.reason)];
  if (base?.kind === 'failed') return [notJudged('.', earlier(base.reason))];
  const before = new Map(base?.roots.map(({ key, result }) => [key, result]));
  const after = new Set(head.roots.map(({ key }) => key));
  const parts = head.roots.map(({ key, module, result }) => ({
    name: module.name,
    result,
    was: before.get(key) ?? resultBefore(base, module),
  }));
  // A folder that is no root module any more but still there, such as one that has become a module, takes nothing away.
  const gone = (base?.roots ?? [])
    .filter(({ key, module }) => !after.has(key) && !head.hasFolderOf(module))
    .map(({ module, result }) => ({ name: module.name, result: noResources, was: result }));
  return [...parts, ...gone].filter(({ result, was }) => result !== was).map((part) => partOf(commit, part, judge));
}

/** What a root module had before anybody would have called it one, such as a folder that was a module. */
function resultBefore(base: (CommitRoots & { readonly kind: 'found' }) | null, module: RootModule): RootResult {
  return base?.hasFolderOf(module) === true ? base.resultOf(module) : noResources;
}

interface Part {
  readonly name: string;
  readonly result: RootResult;
  readonly was: RootResult;
}

function partOf({ hash }: Commit, { name, result, was }: Part, judge: JudgeBoth): SimulatedPart {
  if (result.kind === 'failed') return notJudged(name, result.reason);
  if (was.kind === 'failed') return notJudged(name, earlier(was.reason));
  const { evaluation, tree } = result;
  const input = { kind: 'configuration', evaluation } as const;
  return judge(name, { input, tree, folder: name, base: was }, { commit: hash });
}

function notJudged(name: string, reason: string): SimulatedPart {
  return { kind: 'not-judged', name, reason };
}

function earlier(reason: string): string {
  return `Nobody knows what it changes, because what was there before has errors. ${reason}`;
}
