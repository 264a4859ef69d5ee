import type { LineColumn } from '../places.ts';

/** Finds the places of a text. Columns count characters, as those of conditions do: an emoji is one column wide. */
export interface TextIndex {
  readonly text: string;
  /** The place of an offset in UTF-16 code units. */
  placeOf(offset: number): LineColumn;
  /** The offset of a place; the nearest one that is there. */
  offsetOf(place: LineColumn): number;
}

/** Indexes the lines of a text, whose line ends are `\n`, when a place is first asked for. */
export function indexText(text: string): TextIndex {
  let starts: readonly number[] | null = null;
  const lineStarts = () => {
    starts ??= findLineStarts(text);
    return starts;
  };
  return {
    text,
    placeOf(offset) {
      const lines = lineStarts();
      let low = 0;
      let high = lines.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lines[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: countCharacters(text, lines[low] ?? 0, offset) + 1 };
    },
    offsetOf({ line, column }) {
      const lines = lineStarts();
      const start = lines[line - 1] ?? (line < 1 ? 0 : text.length);
      const end = (lines[line] ?? text.length + 1) - 1;
      let offset = start;
      for (let at = 1; at < column && offset < end; at += 1) offset += isPair(text, offset) ? 2 : 1;
      return Math.min(offset, Math.max(start, end));
    },
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function countCharacters(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += isPair(text, at) ? 2 : 1) count += 1;
  return count;
}

/** Whether two code units make one character here. */
function isPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xd800 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
}
