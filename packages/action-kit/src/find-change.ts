import type { EventContext } from '@tollgate/github';
import { type CommitGraph, commitGraph } from '@tollgate/terraform';

/** What a run is about, as far as the clone tells. */
export interface GitChange {
  /** The commit before the change; null when the run is about no change, or when the clone does not have it. */
  readonly base: string | null;
  /** Why there is no base although the event is about a change, and what to do; null otherwise. */
  readonly missing: string | null;
  /** The commits whose diff is that of the pull request; null without a pull request, or when the clone lacks one of them. */
  readonly diff: { readonly base: string; readonly head: string } | null;
}

/** What a change is looked for with. */
export interface ChangeOptions {
  readonly workingFolder: string;
  /** Names the commit before the change; empty for none. */
  readonly baseRef: string;
  /** Whether a push is a change from the tip before it; otherwise it is about none. */
  readonly push?: boolean;
}

/**
 * Finds the commit before the change: the one that is named, or else that of the pull request or merge group. What is checked out
 * for a pull request is its merge with the base branch, so that the first parent of it is what the change is compared with;
 * otherwise it is where the two histories part.
 */
export function findChange(
  { sha, pullRequest, ...event }: Pick<EventContext, 'baseSha' | 'sha' | 'pullRequest' | 'pushedFrom'>,
  { workingFolder, baseRef, push = false }: ChangeOptions,
): GitChange {
  const graph = commitGraph(workingFolder);
  const baseSha = event.baseSha ?? (push ? event.pushedFrom : undefined);
  const found = graph === undefined || baseSha === undefined ? null : baseIn(graph, baseSha, sha);
  const head = pullRequest === undefined ? undefined : graph?.find(sha);
  const diff = found === null || found.base === null || head === undefined ? null : { base: found.base, head };
  if (baseRef !== '') return { base: baseRef, missing: null, diff };
  if (baseSha === undefined) return { base: null, missing: null, diff };
  if (found === null) {
    const missing = 'the workspace is no git repository. Check the repository out with actions/checkout';
    return { base: null, missing, diff };
  }
  const missing = `the clone does not have the commit before it. Give actions/checkout "fetch-depth: ${found.depth}"`;
  return { base: found.base, missing: found.base === null ? missing : null, diff };
}

/** The base as far as the clone has it, and how much of the history it takes to have it. */
function baseIn(
  graph: CommitGraph,
  baseSha: string,
  head: string,
): { readonly base: string | null; readonly depth: number } {
  const [first, second] = graph.parents('HEAD');
  const isMerge = first !== undefined && second === head;
  const base = isMerge ? graph.find(first) : (graph.mergeBase(baseSha, 'HEAD') ?? graph.find(baseSha));
  return { base: base ?? null, depth: isMerge ? 2 : 0 };
}
