import type { Located } from '../src/documents/places.ts';
import type { Policy } from '../src/documents/policy.ts';
import { readDocuments } from '../src/documents/read-documents.ts';
import { problemText } from '../src/problem.ts';

/** Policies of a text of YAML, with their places in `file`. */
export async function readPolicies(text: string, file = 'policies.yml'): Promise<readonly Located<Policy>[]> {
  const { policies, problems } = await readDocuments([{ file, text }]);
  if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
  return policies;
}

/** A policy that was made and not read: everything in it stands at the first character of its file. */
export function locatedPolicy(document: Policy, file: string): Located<Policy> {
  const start = { line: 1, column: 1 };
  return { document, places: { file, at: () => start, keyAt: () => start, within: () => start } };
}
