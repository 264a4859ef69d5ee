import { lex } from '../lexer.ts';
import type { Range } from '../range.ts';
import { type FormatLine, formatLines } from './format-lines.ts';
import { applySplices, placesOf, type Splice, sortSplices } from './splice.ts';

/**
 * applyAligned makes replacements, and then moves `=` and comments beside each of them to the column where
 * `terraform fmt` would have them, if they stood so before.
 */
export function applyAligned(text: string, splices: readonly Splice[]): string {
  const before = formatLines(text, lex(text, 'configuration'));
  const result = applySplices(text, splices);
  const after = formatLines(result, lex(result, 'configuration'));
  const places = placesOf(splices);
  const moves = new Map<number, Splice>();
  for (const [index, splice] of sortSplices(splices).entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const old = alignAround(text, before, splice, { assign: true, comment: true });
    const wanted = { assign: old.assign.length === 0, comment: old.comment.length === 0 };
    const { assign, comment } = alignAround(result, after, place, wanted);
    for (const move of [...assign, ...comment]) moves.set(move.start, move);
  }
  return applySplices(result, [...moves.values()]);
}

/** The changes of spaces before `=` and before comments. */
interface Moves {
  readonly assign: readonly Splice[];
  readonly comment: readonly Splice[];
}

/**
 * alignAround gives the changes of spaces that `terraform fmt` would make on the lines of a range, on the lines next to
 * it, and on all lines that are aligned with one of these. Marks that are not wanted stay where they are.
 */
function alignAround(
  text: string,
  lines: readonly FormatLine[],
  range: Range,
  wanted: { readonly assign: boolean; readonly comment: boolean },
): Moves {
  let first = Math.max(lineAt(lines, range.start) - 1, 0);
  let last = Math.min(lineAt(lines, range.end) + 1, lines.length - 1);
  while (first > 0 && areAligned(lines[first - 1], lines[first])) first--;
  while (last < lines.length - 1 && areAligned(lines[last], lines[last + 1])) last++;
  const region = lines.slice(first, last + 1);
  const assignSpaces = wanted.assign ? alignColumn(region, (line) => widthTo(text, line, line.assignGap)) : [];
  const assign = region.map((line, index) =>
    wanted.assign ? (fill(text, line.assignGap, assignSpaces[index]) ?? fill(text, line.openingGap, 1)) : undefined,
  );
  if (!wanted.comment) return { assign: assign.filter(isMove), comment: [] };
  const commentSpaces = alignColumn(region, (line, index) => {
    const width = widthTo(text, line, line.commentGap);
    const move = assign[index];
    return width === undefined || move === undefined ? width : width + move.text.length - (move.end - move.start);
  });
  const comment = region.map((line, index) => fill(text, line.commentGap, commentSpaces[index]));
  return { assign: assign.filter(isMove), comment: comment.filter(isMove) };
}

function isMove(move: Splice | undefined): move is Splice {
  return move !== undefined;
}

function lineAt(lines: readonly FormatLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function areAligned(a: FormatLine | undefined, b: FormatLine | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const byAssign = a.assignGap !== undefined && b.assignGap !== undefined;
  return byAssign || (a.commentGap !== undefined && b.commentGap !== undefined);
}

/**
 * Gives for each line how many spaces bring its mark to the column of its neighbours: one more than the widest of all
 * lines that follow each other with such a mark. `widthOf` is the width of what stands before the mark, if there is one.
 */
function alignColumn(
  lines: readonly FormatLine[],
  widthOf: (line: FormatLine, index: number) => number | undefined,
): (number | undefined)[] {
  const widths = lines.map(widthOf);
  const spaces: (number | undefined)[] = [];
  for (let start = 0; start < widths.length; ) {
    let end = start;
    let widest = 0;
    for (let width = widths[end]; width !== undefined; width = widths[++end]) widest = Math.max(widest, width);
    for (let index = start; index < end; index++) spaces[index] = widest - (widths[index] ?? 0) + 1;
    start = end + 1;
  }
  return spaces;
}

function fill(text: string, gap: Range | undefined, spaces: number | undefined): Splice | undefined {
  if (gap === undefined || spaces === undefined) return undefined;
  const wanted = ' '.repeat(spaces);
  return text.slice(gap.start, gap.end) === wanted ? undefined : { start: gap.start, end: gap.end, text: wanted };
}

function widthTo(text: string, line: FormatLine, gap: Range | undefined): number | undefined {
  return gap === undefined ? undefined : widthOf(text.slice(line.start, gap.start));
}

let segmenter: Intl.Segmenter | undefined;

/** widthOf counts grapheme clusters, as `terraform fmt` does for columns. */
export function widthOf(text: string): number {
  if (/^[\t-~]*$/.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].length;
}
