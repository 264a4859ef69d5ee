import type { Range } from './syntax/range.ts';

/** One thing that is wrong with an expression, with its place in the source. */
export interface Problem {
  /** A sentence: what is wrong, and what to write instead where that is known. */
  readonly message: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column in characters, from 1. */
  readonly column: number;
  /** Offset in UTF-16 code units, from 0. */
  readonly offset: number;
  /** Length in UTF-16 code units. */
  readonly length: number;
}

/** Thrown for an expression that cannot be compiled. It carries every problem that was found, in source order. */
export class CelError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.line}:${problem.column}: ${problem.message}`).join('\n'));
    this.name = 'CelError';
    this.problems = problems;
  }
}

/** A problem at a range of the source. */
export function problemAt(range: Range, message: string): Problem {
  return { message, line: range.line, column: range.column, offset: range.offset, length: range.length };
}
