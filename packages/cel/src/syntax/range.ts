/**
 * A part of the source. `offset` and `length` count UTF-16 code units, as JavaScript strings do; `line` and `column`
 * start at 1, and `column` counts characters, so that an emoji before the place is one column wide.
 */
export interface Range {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of offsets in one source. */
export interface LineIndex {
  range(offset: number, end: number): Range;
}

/** Indexes the line starts of a source once, so that finding a place takes logarithmic time. */
export function indexLines(source: string): LineIndex {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    range(offset, end) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const column = countCharacters(source, starts[low] ?? 0, offset) + 1;
      return { offset, length: Math.max(0, end - offset), line: low + 1, column };
    },
  };
}

function countCharacters(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const isTrailingSurrogate = (source.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (!isTrailingSurrogate || at === from) count += 1;
  }
  return count;
}
