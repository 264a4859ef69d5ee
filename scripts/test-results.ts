import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where vitest writes its results as JSON, from the root. */
export const testResults = 'out/tests.json';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failedSuites: readonly string[];
  /** Files with tests that were left out, such as those that need a browser where there is none. */
  readonly skippedSuites: readonly string[];
}

/** The counts of the last run of the tests; undefined when there was none. */
export function readTestCounts(root: string, file = testResults): TestCounts | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  const results = JSON.parse(readFileSync(path, 'utf8'));
  const suites: { name: string; status: string; assertionResults: { status: string }[] }[] = results.testResults;
  // A file that cannot even be loaded has no tests to count.
  const broken = suites.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken,
    skipped: results.numPendingTests + results.numTodoTests,
    failedSuites: namesOf(suites.filter((suite) => suite.status === 'failed')),
    skippedSuites: namesOf(
      suites.filter(({ assertionResults }) => assertionResults.some(({ status }) => status === 'skipped')),
    ),
  };

  function namesOf(some: readonly { readonly name: string }[]): string[] {
    return some.map(({ name }) => name.replace(`${root}/`, ''));
  }
}
