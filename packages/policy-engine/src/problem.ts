/** One thing that is wrong with a document, at its place in the file. */
export interface Problem {
  /** As the caller named the file. */
  readonly file: string;
  /** Line and column, from 1. */
  readonly line: number;
  readonly column: number;
  /** A sentence: what is wrong, and how to mend it. */
  readonly message: string;
}

/** Writes a problem as `file:line:column: message`. */
export function problemText({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}
