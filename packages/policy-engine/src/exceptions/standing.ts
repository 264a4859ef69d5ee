import type { ExceptionTerms } from '../documents/policy.ts';
import { quote } from '../documents/quote.ts';
import type { VerdictException } from '../verdict.ts';
import { daysAfter, daysBetween } from './days.ts';
import type { Exception } from './exception.ts';

/** Whether an exception counts for the rules of a policy, and if not, why. */
export type Standing =
  | {
      readonly counts: true;
      /** Whether the policy wants it said that the change adds the exception. */
      readonly selfApproved: boolean;
    }
  | {
      readonly counts: false;
      readonly status: Exclude<VerdictException['status'], 'active'>;
      /** The end of a sentence that begins with the exception. */
      readonly why: string;
    };

/**
 * Judges an exception by the day of the run and the terms of a policy.
 * @param added whether the change that is judged adds the exception; null when there is no change to compare with, which is
 * held against nobody.
 */
export function standingOf(
  exception: Exception,
  policy: { readonly name: string; readonly terms: ExceptionTerms },
  now: string,
  added: boolean | null,
): Standing {
  const { created, expires } = exception;
  const { maxDays, sameChange = 'warn' } = policy.terms;
  if (now > expires) return { counts: false, status: 'expired', why: `expired on ${expires}.` };
  // One that is dated ahead would otherwise get round the limit of days.
  if (created !== null && created > now) {
    return { counts: false, status: 'not-yet', why: `does not hold yet: it is created on ${created}.` };
  }
  const from = created ?? now;
  const days = daysBetween(from, expires);
  if (maxDays !== undefined && days > maxDays) {
    const latest = daysAfter(from, maxDays);
    return {
      counts: false,
      status: 'too-long',
      why: `does not count: it holds for ${days} days from ${from}, and policy ${quote(policy.name)} allows ${maxDays}. Let it expire on ${latest} at the latest.`,
    };
  }
  if (sameChange === 'deny' && added === true) {
    return {
      counts: false,
      status: 'self-approved',
      why: `does not count: the change that it is for adds it, and policy ${quote(policy.name)} denies that. Bring it in with a change of its own.`,
    };
  }
  return { counts: true, selfApproved: sameChange === 'warn' && added === true };
}
