import { git } from '../git/run-git.ts';
import type { CommentLines } from '../shapes/review.ts';
import type { Repository } from '../state/repository.ts';
import type { ReviewComment } from '../state/review.ts';

/**
 * linesNow follows the lines of a comment from the commit that it was written on to the head of now: they move with what is added
 * or removed above them, and the comment is outdated (null) when one of them changes or goes.
 */
export async function linesNow(
  repo: Repository,
  { anchor, commit, path }: ReviewComment,
  head: string,
): Promise<CommentLines | null | undefined> {
  if (anchor.kind === 'file' || anchor.side === 'LEFT' || commit === head) return undefined;
  const first = anchor.start?.line ?? anchor.line;
  const diff = await git(repo.dir, ['diff', '--no-color', '--no-ext-diff', '--unified=0', commit, head, '--', path]);
  let shift = 0;
  for (const [, start, removed = '1', added = '1'] of diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)) {
    const [from, less, more] = [Number(start), Number(removed), Number(added)];
    // Of nothing removed git names the line before.
    const begin = less === 0 ? from + 1 : from;
    if (begin > anchor.line) break;
    const isAbove = less === 0 ? begin <= first : begin + less - 1 < first;
    if (!isAbove) return null;
    shift += more - less;
  }
  return { line: anchor.line + shift, start: anchor.start === undefined ? null : anchor.start.line + shift };
}
