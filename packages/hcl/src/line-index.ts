/** A place in a text as people and tools count it; all from 1. */
export interface Position {
  readonly line: number;
  /** Counted in grapheme clusters (what a reader sees as one character), as Terraform prints columns. */
  readonly column: number;
  /** Counted in UTF-16 code units, as SARIF and editors count columns. */
  readonly utf16Column: number;
}

/** How a text is laid out in columns. */
export interface ColumnRules {
  /**
   * Columns that a tab takes. 1 in the native syntax; 2 in the JSON syntax, where HashiCorp's scanner counts so.
   */
  readonly tabColumns: 1 | 2;
}

const byteOrderMark = 0xfeff;
const lineFeed = 10;
const carriageReturn = 13;
const tab = 9;

let segmenter: Intl.Segmenter | undefined;

/** LineIndex turns UTF-16 offsets of one text into lines and columns. It is built once and asked often. */
export class LineIndex {
  readonly #text: string;
  readonly #tabColumns: number;
  readonly #lineStarts: number[];
  /** Offsets where a column begins, for the lines where columns are not plain UTF-16 counts. */
  readonly #columnStarts = new Map<number, Uint32Array | undefined>();

  constructor(text: string, rules: ColumnRules = { tabColumns: 1 }) {
    this.#text = text;
    this.#tabColumns = rules.tabColumns;
    this.#lineStarts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  /** The number of lines; a text that ends with a newline has an empty last line. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** lineAt gives the line (from 1) that holds an offset; offsets outside the text belong to the first or last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** lineStart gives the offset of the first character of a line (from 1). */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.#text.length;
  }

  /** lineEnd gives the offset just behind the last character of a line (from 1), before its line break. */
  lineEnd(line: number): number {
    const next = this.#lineStarts[line];
    if (next === undefined) return this.#text.length;
    return this.#text.charCodeAt(next - 2) === carriageReturn && next >= 2 ? next - 2 : next - 1;
  }

  /** positionAt gives line and column of an offset. */
  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    const start = this.lineStart(line);
    const skipped = start === 0 && this.#text.charCodeAt(0) === byteOrderMark ? 1 : 0;
    const utf16Column = Math.max(offset - start - skipped, 0) + 1;
    const columns = this.#columnsOf(line, start + skipped);
    return { line, column: columns === undefined ? utf16Column : countUpTo(columns, offset) + 1, utf16Column };
  }

  #columnsOf(line: number, start: number): Uint32Array | undefined {
    if (this.#columnStarts.has(line)) return this.#columnStarts.get(line);
    const next = this.#lineStarts[line] ?? this.#text.length;
    const columns = this.#isPlain(start, next) ? undefined : this.#segment(start, next);
    this.#columnStarts.set(line, columns);
    return columns;
  }

  /** On a plain line one UTF-16 unit is one column, which is nearly every line. */
  #isPlain(start: number, end: number): boolean {
    for (let i = start; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code > 126 || (code === tab && this.#tabColumns !== 1)) return false;
    }
    return true;
  }

  #segment(start: number, end: number): Uint32Array {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
    const starts: number[] = [];
    for (const { index, segment } of segmenter.segment(this.#text.slice(start, end))) {
      if (segment.charCodeAt(0) === tab) for (let i = 1; i < this.#tabColumns; i++) starts.push(start + index);
      if (segment.charCodeAt(segment.length - 1) === lineFeed) break;
      starts.push(start + index);
    }
    return Uint32Array.from(starts);
  }
}

/** How many of the sorted offsets lie before the given one. */
function countUpTo(sorted: Uint32Array, offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
