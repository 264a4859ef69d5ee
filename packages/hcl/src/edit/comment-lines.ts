import { commentsOnLine } from '../comments.ts';
import type { Comment } from '../token.ts';
import type { EditedFile } from './edit-plan.ts';
import { lineStartOf, nextLineOf } from './text-lines.ts';

/**
 * lineBehind gives the offset where the line behind the one of an offset begins, or the end of the text. A comment that goes on
 * over further lines is taken along: inside of it no line of code begins.
 */
export function lineBehind(edited: EditedFile, offset: number): number {
  let at = nextLineOf(edited.text, offset);
  for (let over = commentOver(edited, at); over !== undefined; over = commentOver(edited, at)) {
    at = nextLineOf(edited.text, over.end);
  }
  return at;
}

/** codeLineStartOf gives where the line of an offset begins, or that of the comment which goes on over its beginning. */
export function codeLineStartOf(edited: EditedFile, offset: number): number {
  let at = lineStartOf(edited.text, offset);
  for (let over = commentOver(edited, at); over !== undefined; over = commentOver(edited, at)) {
    at = lineStartOf(edited.text, over.start);
  }
  return at;
}

function commentOver({ file }: EditedFile, offset: number): Comment | undefined {
  const line = file.source.lines.lineAt(offset);
  return commentsOnLine(file, line).find(({ start, end }) => start < offset && offset < end);
}
