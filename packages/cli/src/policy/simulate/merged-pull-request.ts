import type { Commit } from '@tollgate/terraform';

/** What a commit of the history merged, as GitHub writes it into the message. */
export interface MergedPullRequest {
  /** The title of the pull request, or of the commit when none was merged with it. */
  readonly title: string;
  /** Null when the message names none. */
  readonly number: number | null;
}

/** Reads the pull request out of a merge commit (`Merge pull request #12 from …`) or a squashed one (`Title (#12)`). */
export function mergedPullRequest({ title, body }: Pick<Commit, 'title' | 'body'>): MergedPullRequest {
  const merged = /^Merge pull request #(\d{1,9}) from /.exec(title)?.[1];
  if (merged !== undefined) return { title: body.split('\n', 1)[0]?.trim() || title, number: Number(merged) };
  const squashed = /\(#(\d{1,9})\)$/.exec(title);
  if (squashed === null) return { title, number: null };
  return { title: title.slice(0, squashed.index).trim() || title, number: Number(squashed[1]) };
}
