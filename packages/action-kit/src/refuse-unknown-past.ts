import type { Decision, PolicySet } from '@tollgate/policy-engine';
import { ActionError } from './error.ts';
import type { GitChange } from './find-change.ts';

/** What is known of the past of what was judged. */
export interface KnownPast {
  readonly change: GitChange;
  /** Whether anything that was judged has a past that was read. */
  readonly isRead: boolean;
}

/**
 * A policy can deny exceptions that the change itself adds. Where nobody knows which ones these are, that must not let them pass.
 * @throws ActionError when it is so.
 */
export function refuseUnknownPast(
  { policies }: Pick<PolicySet, 'policies'>,
  { exceptions }: Pick<Decision, 'exceptions'>,
  { change, isRead }: KnownPast,
): void {
  const isKnown = change.missing === null && (change.base === null || isRead);
  const denying = policies.find((policy) => policy.exceptions.sameChange === 'deny');
  if (isKnown || denying === undefined || exceptions.length === 0) return;
  const why = change.missing ?? 'the configuration before the change could not be evaluated. Mend it there first';
  throw new ActionError(
    `Policy "${denying.name}" denies exceptions that the change itself adds, and nobody knows which ones these are: ${why}, or name the commit before the change in the input "base-ref".`,
  );
}
