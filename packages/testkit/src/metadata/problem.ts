/** A mistake in a document. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A place in a document, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** formatProblem gives `file:line:column message`, the form that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column} ${message}`;
}
