import type { Exception } from './exception.ts';
import type { RuleReference } from './rule-name.ts';
import { compileScope, type RunPlace, type ScopeMatcher } from './scope.ts';
import type { Standing } from './standing.ts';

/** An exception on its way through the results: where it counts, and what it was found to be for. */
export interface Claim {
  readonly exception: Exception;
  readonly scope: Exception['scope'];
  readonly covers: ScopeMatcher;
  /** Its place among all exceptions, in the order of where they are written. */
  readonly position: number;
  /** The rules that it is from, in the policies of the run; none when it is for somewhere else. */
  readonly rules: readonly RuleReference[];
  /** How it stands with each policy that has its rule, by name. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** How many verdicts it is for, whether it counts or not. */
  matched: number;
  /** How many verdicts it is for and counts for. */
  excepted: number;
  /** How many subjects it is for of which the rule could not be evaluated. */
  errors: number;
  /** When nothing that it is for fails: whether its rules judged such a subject, and else, for a baseline, whether that is there. */
  found: 'judged' | 'there' | 'gone';
  /** How many subjects its rules have, when it is for every one of them and they are more than a handful; otherwise 0. */
  coversAll: number;
}

/** claimOf begins the way of an exception through the results. */
export function claimOf(
  known: Pick<Claim, 'exception' | 'position' | 'rules' | 'standings'>,
  here: Pick<RunPlace, 'pathOf'>,
): Claim {
  const { scope } = known.exception;
  return {
    ...known,
    scope,
    covers: compileScope(scope, here),
    matched: 0,
    excepted: 0,
    errors: 0,
    found: 'gone',
    coversAll: 0,
  };
}

/** Of the claims on a subject the one that decides: that expires last, and of these the first by place. */
export function decidingClaim(claims: readonly Claim[]): Claim | undefined {
  return claims.reduce<Claim | undefined>((best, claim) => {
    if (best === undefined || claim.exception.expires > best.exception.expires) return claim;
    const isTie = claim.exception.expires === best.exception.expires;
    return isTie && claim.position < best.position ? claim : best;
  }, undefined);
}
