import { type ColumnRules, LineIndex } from './line-index.ts';
import type { Range } from './range.ts';

/** Source is one text with the name it goes by in messages. */
export interface Source {
  /** The file's name as it should be shown, with `/` between folders. */
  readonly file: string;
  readonly text: string;
  /** Lines and columns; made when first asked for. */
  readonly lines: LineIndex;
}

/** Where something stands in a file, from 1, the end exclusive. Plain data, fit for JSON. */
export interface Location {
  readonly file: string;
  readonly startLine: number;
  /** Columns count grapheme clusters, as Terraform prints them. */
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** createSource names a text. */
export function createSource(file: string, text: string, rules?: ColumnRules): Source {
  let lines: LineIndex | undefined;
  return {
    file,
    text,
    get lines() {
      lines ??= new LineIndex(text, rules);
      return lines;
    },
  };
}

/** locate gives lines and columns of a range. */
export function locate(source: Source, range: Range): Location {
  const start = source.lines.positionAt(range.start);
  const end = source.lines.positionAt(range.end);
  return {
    file: source.file,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** formatRange writes a range as Terraform does: `main.tf:4,3-13`, or `main.tf:4,3-5,2` over several lines. */
export function formatRange(source: Source, range: Range): string {
  const at = locate(source, range);
  const end = at.startLine === at.endLine ? `${at.endColumn}` : `${at.endLine},${at.endColumn}`;
  return `${at.file}:${at.startLine},${at.startColumn}-${end}`;
}
