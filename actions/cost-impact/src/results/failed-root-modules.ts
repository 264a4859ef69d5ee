import { evaluatedPolicy, type UnreadRootModule } from '@tollgate/resources';
import type { JobResult } from './read-results.ts';

/**
 * Root modules that could not be evaluated in their jobs, and of which no decision says so: a job without policies has none. A gate
 * never passes over what it could not do.
 */
export function failedRootModules(results: readonly JobResult[]): readonly UnreadRootModule[] {
  return results.flatMap(({ change, decision }) => {
    const errors = decision?.verdicts.filter(
      ({ policy, outcome }) => policy === evaluatedPolicy.name && outcome === 'error',
    );
    const told = new Set(errors?.map(({ subject }) => subject.id));
    return change.rootModules.flatMap((root) =>
      root.status === 'failed' && !told.has(root.name) ? [{ name: root.name, errors: [{ message: root.reason }] }] : [],
    );
  });
}
