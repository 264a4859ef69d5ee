import { type Problem, problemText } from './problem.ts';

/** Broken input of the engine: documents, packs, exceptions or a gate's result. The message says how to mend it. */
export class PolicyEngineError extends Error {
  override readonly name = 'PolicyEngineError';
  /** Everything that is wrong in files, in the order of the files; empty when the mistake has no place in one. */
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** The error for documents that cannot be used: one line a problem. Nothing is judged with a broken policy. */
export function documentsError(problems: readonly Problem[]): PolicyEngineError {
  return new PolicyEngineError(problems.map(problemText).join('\n'), problems);
}
