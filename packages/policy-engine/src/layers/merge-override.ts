import type { OverrideTerms } from '../documents/policy.ts';

/** Whether whoever may override by some terms could do so by the terms above as well; without terms nobody may. */
export function isNarrower(terms: OverrideTerms, above: OverrideTerms | null): boolean {
  if (terms.approvers.length === 0) return true;
  if (above === null) return false;
  const approvers = new Set(above.approvers);
  return (
    terms.approvers.every((approver) => approvers.has(approver)) &&
    (terms.minApprovals ?? 1) >= (above.minApprovals ?? 1)
  );
}
