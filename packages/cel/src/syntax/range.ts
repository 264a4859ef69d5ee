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

/**
 * Indexes a source once, its line starts and the second halves of its surrogate pairs, so that finding a place takes
 * logarithmic time however long its line is.
 */
export function indexLines(source: string): LineIndex {
  const starts = [0];
  const halves: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 0x0a) starts.push(at + 1);
    else if ((unit & 0xfc00) === 0xdc00) halves.push(at);
  }
  return {
    range(offset, end) {
      const line = countBelow(starts, offset + 1);
      const start = starts[line - 1] ?? 0;
      // A half that stands first in its line has no other half, and counts.
      const halvesBefore = Math.max(0, countBelow(halves, offset) - countBelow(halves, start + 1));
      return { offset, length: Math.max(0, end - offset), line, column: offset - start - halvesBefore + 1 };
    },
  };
}

/** How many of the numbers, which ascend, are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
