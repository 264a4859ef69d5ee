import type { Documents } from '../documents/read-documents.ts';
import { compareText } from '../text-order.ts';

/** The environments that policies and tests name, in order, after null for a run without one. */
export function environmentsOf({ policies, tests }: Pick<Documents, 'policies' | 'tests'>): readonly (string | null)[] {
  const named = [
    ...policies.map(({ document }) => document.metadata.environment),
    ...tests.map(({ document }) => document.spec.environment),
  ].filter((environment) => environment !== undefined);
  return [null, ...[...new Set(named)].sort(compareText)];
}
