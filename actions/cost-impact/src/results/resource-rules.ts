import type { LayeredRule, PolicySet } from '@tollgate/policy-engine';
import type { JobResult } from './read-results.ts';

/** Patterns of what is judged beside resources. */
const notResource = /^(?:total|environment|root-module)(?::.*)?$/;

/**
 * The notices of policies that say something of resources and were given to no job that evaluates: what is merged tells what resources
 * cost, and not what they are.
 */
export function unjudgedResources({ policies }: PolicySet, results: readonly JobResult[]): readonly string[] {
  if (results.every(({ change }) => change.resources.length === 0)) return [];
  const judged = new Set(results.flatMap(({ decision }) => decision?.policies.map(({ name }) => name) ?? []));
  return policies
    .filter(({ gate, name, rules }) => gate === 'cost' && !judged.has(name) && rules.some(isAboutResources))
    .map(
      ({ name }) =>
        `What policy "${name}" says of single resources was not judged: only the jobs that evaluate them can. Give it to these jobs too.`,
    );
}

function isAboutResources({ clauses }: LayeredRule): boolean {
  return clauses.some(({ matches }) =>
    matches.some(({ match }) =>
      match.resources?.some((pattern) => !pattern.startsWith('!') && !notResource.test(pattern)),
    ),
  );
}
