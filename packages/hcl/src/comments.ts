import type { NativeFile } from './parse.ts';
import type { Range } from './range.ts';
import type { Comment } from './token.ts';

/** commentText gives the words of a comment, without its marks. */
export function commentText(file: NativeFile, comment: Comment): string {
  const { text } = file.source;
  const end = comment.style === '/*' ? comment.end - 2 : comment.end;
  return text.slice(comment.start + comment.style.length, end).trim();
}

/** commentsOnLine gives the comments that stand on a line (from 1) or reach over it. */
export function commentsOnLine(file: NativeFile, line: number): Comment[] {
  const { lines } = file.source;
  return commentsTouching(file, lines.lineStart(line), lines.lineEnd(line));
}

/** commentsWithin gives the comments inside of a range, such as the body of a block. */
export function commentsWithin(file: NativeFile, range: Range): Comment[] {
  return commentsTouching(file, range.start, range.end).filter(
    (comment) => comment.start >= range.start && comment.end <= range.end,
  );
}

/**
 * commentsAbove gives the comments on the lines directly above a node, without an empty line or code between, in the
 * order of the source.
 */
export function commentsAbove(file: NativeFile, node: Range): Comment[] {
  const { lines } = file.source;
  const upwards: Comment[] = [];
  let line = lines.lineAt(node.start) - 1;
  while (line >= 1) {
    const onLine = commentsOnLine(file, line);
    const first = onLine[0];
    if (first === undefined || hasCode(file, onLine, line)) break;
    upwards.push(...onLine.toReversed());
    line = lines.lineAt(first.start) - 1;
  }
  return upwards.reverse();
}

/** commentBehind gives the comment that follows a node on the line where the node ends, if there is one. */
export function commentBehind(file: NativeFile, node: Range): Comment | undefined {
  const { lines, text } = file.source;
  const [comment] = commentsTouching(file, node.end, lines.lineEnd(lines.lineAt(node.end)));
  if (comment === undefined || comment.start < node.end) return undefined;
  return /^[ \t,]*$/.test(text.slice(node.end, comment.start)) ? comment : undefined;
}

/** Comments are sorted and do not overlap, so the first that may touch a range is found by halving. */
function commentsTouching(file: NativeFile, start: number, end: number): Comment[] {
  const { comments } = file;
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const touching: Comment[] = [];
  for (let index = low; index < comments.length; index++) {
    const comment = comments[index];
    if (comment === undefined || comment.start > end) break;
    touching.push(comment);
  }
  return touching;
}

/** Whether a line holds anything but comments and spaces, as far as the comments reach. */
function hasCode(file: NativeFile, comments: readonly Comment[], line: number): boolean {
  const { lines, text } = file.source;
  let at = lines.lineStart(Math.min(line, lines.lineAt(comments[0]?.start ?? 0)));
  let between = '';
  for (const comment of comments) {
    between += text.slice(at, comment.start);
    at = comment.end;
  }
  return (between + text.slice(at, Math.max(at, lines.lineEnd(line)))).trim() !== '';
}
