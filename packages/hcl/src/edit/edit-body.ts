import type { Attribute, Block, SyntaxBody } from '../syntax-body.ts';
import { codeLineStartOf, lineBehind } from './comment-lines.ts';
import { change, type EditedFile, type EditPlan } from './edit-plan.ts';
import type { WritingPlace } from './edit-value.ts';
import { indentationAt, indentUnit, isBlankLine, lineStartOf, nextLineOf, startsLine } from './text-lines.ts';

type Item = Attribute | Block;

/** Where in a text items of a body stand, each on lines of its own. */
interface BodyLines {
  readonly body: SyntaxBody;
  /** Where the first line begins. */
  readonly top: number;
  /** Where the line behind the last begins. */
  readonly bottom: number;
  readonly indentation: string;
}

/**
 * addToBody writes a new item into a body: an attribute behind the others, a block at the end. A block on one line is
 * opened up for it. `write` gives its text for the place where it goes, without the indentation of its first line.
 */
export function addToBody(
  edited: EditedFile,
  block: Block | undefined,
  kind: Item['kind'],
  write: (place: WritingPlace) => string,
): EditPlan {
  const { text, lineBreak } = edited;
  const lines = block === undefined ? fileLines(edited) : blockLines(edited, block);
  const written = write({ indentation: lines.indentation, lineBreak });
  if (block !== undefined && isOnOneLine(edited, block))
    return openUp(edited, block, kind, lines.indentation + written);
  const neighbour = kind === 'block' ? undefined : neighbourOf(text, lines.body, written.includes('\n'));
  const end = kind === 'block' || block === undefined ? lines.bottom : lines.top;
  const at = neighbour === undefined ? end : lineBehind(edited, neighbour.end);
  const isApart = neighbour === undefined || written.includes('\n') || isOverLines(text, neighbour);
  const gapBefore = isApart && at > lines.top && !isBlankLine(text, at - 1);
  const gapBehind = isApart && at < lines.bottom && !isBlankLine(text, at);
  const isBehindOpenLine = at > 0 && text.charAt(at - 1) !== '\n';
  const before = (isBehindOpenLine ? lineBreak : '') + (gapBefore ? lineBreak : '') + lines.indentation;
  return change({ start: at, end: at, text: before + written + lineBreak + (gapBehind ? lineBreak : '') });
}

function fileLines({ file, text }: EditedFile): BodyLines {
  return { body: file.body, top: 0, bottom: text.length, indentation: '' };
}

function blockLines(edited: EditedFile, { body, start, openBraceRange, closeBraceRange }: Block): BodyLines {
  const { text } = edited;
  const sibling = body.items.find((item) => startsLine(text, item.start));
  return {
    body,
    top: lineBehind(edited, openBraceRange.end),
    bottom: codeLineStartOf(edited, closeBraceRange.start),
    indentation: sibling === undefined ? indentationAt(text, start) + indentUnit : indentationAt(text, sibling.start),
  };
}

/** Whether no line begins inside of a block, other than in a comment. */
function isOnOneLine(edited: EditedFile, { openBraceRange, closeBraceRange }: Block): boolean {
  return lineBehind(edited, openBraceRange.end) > closeBraceRange.start;
}

/** Brings a block on one line over several, with a new line at the end. */
function openUp({ text, lineBreak }: EditedFile, block: Block, kind: Item['kind'], line: string): EditPlan {
  const range = { start: block.openBraceRange.end, end: block.closeBraceRange.start };
  const outer = indentationAt(text, block.start);
  const content = text.slice(range.start, range.end).trim();
  const lines = content === '' ? [line] : [outer + indentUnit + content, ...(kind === 'block' ? [''] : []), line];
  return change({ ...range, text: ['', ...lines, outer].join(lineBreak) });
}

/** The attribute behind which a new one goes: one like it in shape, if there is one, else the last. */
function neighbourOf(text: string, body: SyntaxBody, isMultiLine: boolean): Attribute | undefined {
  const alike = body.attributes.findLast((attribute) => isMultiLine || !isOverLines(text, attribute));
  return alike ?? body.attributes.at(-1);
}

function isOverLines(text: string, item: Item): boolean {
  return text.slice(item.start, item.end).includes('\n');
}

/** removeFromBody removes an item with its lines, and one of two empty lines that would meet. */
export function removeFromBody(edited: EditedFile, block: Block | undefined, item: Item): EditPlan {
  const { text } = edited;
  if (block !== undefined && isOnOneLine(edited, block)) {
    return change({ start: block.openBraceRange.end, end: block.closeBraceRange.start, text: '' });
  }
  const { top, bottom } = block === undefined ? fileLines(edited) : blockLines(edited, block);
  const start = startsLine(text, item.start) ? lineStartOf(text, item.start) : item.start;
  const end = lineBehind(edited, item.end);
  const blankBefore = start > top && isBlankLine(text, start - 1);
  const blankBehind = end < bottom && isBlankLine(text, end);
  if (blankBehind && (blankBefore || start === top)) return change({ start, end: nextLineOf(text, end), text: '' });
  if (blankBefore && end >= bottom) return change({ start: lineStartOf(text, start - 1), end, text: '' });
  return change({ start, end, text: '' });
}
