import type { JudgedPolicy } from '../decide.ts';
import { isDay } from '../documents/day.ts';
import type { ExceptionTerms } from '../documents/policy.ts';
import { quote } from '../documents/quote.ts';
import { PolicyEngineError } from '../error.ts';
import { comparePlaced } from '../place-order.ts';
import type { SubjectReference } from '../subject.ts';
import type { AppliedResult, VerdictException } from '../verdict.ts';
import { type Candidates, indexScopes } from './candidates.ts';
import { type Claim, claimOf, decidingClaim } from './claim.ts';
import type { Exception } from './exception.ts';
import type { ExceptionReport } from './exception-report.ts';
import { exceptionReport, named } from './report-claim.ts';
import { rulesNamed } from './rule-name.ts';
import { elsewhere, isLimited, type RunPlace } from './scope.ts';
import { type Standing, standingOf } from './standing.ts';

/** What exceptions are weighed with. */
export interface ExceptionContext extends RunPlace {
  /** The day of the run, in UTC: `2026-10-01`. */
  readonly now: string;
  /** What exceptions from the rules of a policy have to keep to, by its name. */
  readonly terms: ReadonlyMap<string, ExceptionTerms>;
  /** What patterns of resources are compared with: for a resource its type and its address. */
  readonly namesOf: (subject: SubjectReference) => readonly string[];
  /** Whether a subject of this id is there, also when no rule is for it; without it only those that rules judge are. */
  readonly isSubject?: (id: string) => boolean;
  /** Whether the change that is judged adds an exception; null when the run is about no change. See `exceptionsAddedSince`. */
  readonly addedInChange: (exception: Exception) => boolean | null;
}

/** Results with exceptions applied, and what became of each exception, by the place where it is written. */
export interface AppliedExceptions {
  readonly judged: readonly JudgedPolicy<AppliedResult>[];
  readonly exceptions: readonly ExceptionReport[];
}

/** An exception from so many subjects is no cause for a remark, even when they are all that a rule has. */
const handful = 5;

/**
 * Applies exceptions to what rules found: a `fail` or `unknown` that an exception is for becomes `excepted`, with what the
 * rule said kept beside. Nothing else changes; an error is never excepted. An exception that does not count changes no
 * outcome, but the verdict names it. Neither the order of the results nor that of the exceptions shows.
 * @throws PolicyEngineError when `now` is no day.
 */
export function applyExceptions(
  judged: readonly JudgedPolicy<AppliedResult>[],
  exceptions: readonly Exception[],
  context: ExceptionContext,
): AppliedExceptions {
  if (!isDay(context.now)) {
    throw new PolicyEngineError(`The day of the run is ${quote(context.now)}. Give a day such as 2026-10-01.`);
  }
  const policies = judged.map(({ policy }) => policy);
  const claims = [...exceptions].sort(comparePlaced).map((exception, position) => {
    const rules = elsewhere(exception.scope, context) === null ? rulesNamed(exception.rule, policies) : [];
    return claimOf({ exception, position, rules, standings: standingsOf(exception, rules, context) }, context);
  });
  const byRule = claimsByRule(claims);
  const applied = judged.map((entry) => applyTo(entry, byRule, context));
  findSubjects(claims, judged, context);
  findKept(claims, judged, context);
  measureBreadth(claims, judged, context);
  return { judged: applied, exceptions: claims.map((claim) => exceptionReport(claim, policies, context)) };
}

function standingsOf(
  exception: Exception,
  rules: Claim['rules'],
  context: ExceptionContext,
): ReadonlyMap<string, Standing> {
  const added = rules.length === 0 ? null : context.addedInChange(exception);
  const names = new Set(rules.map(({ policy }) => policy));
  return new Map(
    [...names].sort().map((name) => {
      const terms = context.terms.get(name) ?? {};
      return [name, standingOf(exception, { name, terms }, context.now, added)];
    }),
  );
}

function claimsByRule(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const byRule = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const { policy, rule } of claim.rules) {
      const key = ruleKey(policy, rule);
      const others = byRule.get(key);
      if (others === undefined) byRule.set(key, [claim]);
      else others.push(claim);
    }
  }
  return byRule;
}

function candidatesByRule(
  { name, rules }: JudgedPolicy['policy'],
  byRule: ReadonlyMap<string, readonly Claim[]>,
): ReadonlyMap<string, Candidates<Claim>> {
  const candidates = new Map<string, Candidates<Claim>>();
  for (const { id } of rules) {
    const claims = byRule.get(ruleKey(name, id));
    if (claims !== undefined) candidates.set(id, indexScopes(claims));
  }
  return candidates;
}

function applyTo(
  { policy, results }: JudgedPolicy<AppliedResult>,
  byRule: ReadonlyMap<string, readonly Claim[]>,
  context: ExceptionContext,
): JudgedPolicy<AppliedResult> {
  const candidates = candidatesByRule(policy, byRule);
  if (candidates.size === 0) return { policy, results };
  return {
    policy,
    results: results.map((result) => {
      const { outcome } = result;
      if (outcome !== 'fail' && outcome !== 'unknown' && outcome !== 'error') return result;
      const claims = candidates.get(result.rule)?.(result, context.namesOf(result.subject)) ?? [];
      if (claims.length === 0) return result;
      if (outcome === 'error') {
        for (const claim of claims) claim.errors += 1;
        return result;
      }
      return except({ ...result, outcome }, policy.name, claims);
    }),
  };
}

/** Applies the claims on a verdict. All of them get the credit, one is shown. */
function except(
  result: AppliedResult & { readonly outcome: 'fail' | 'unknown' },
  policy: string,
  claims: readonly Claim[],
): AppliedResult {
  const counting = claims.filter((claim) => claim.standings.get(policy)?.counts === true);
  for (const claim of claims) claim.matched += 1;
  for (const claim of counting) claim.excepted += 1;
  const deciding = decidingClaim(counting.length > 0 ? counting : claims);
  const standing = deciding?.standings.get(policy);
  if (deciding === undefined || standing === undefined) return result;
  const exception = shown(deciding.exception, standing);
  if (!standing.counts) return { ...result, exception };
  return { ...result, outcome: 'excepted', underlying: result.outcome, exception };
}

function shown(exception: Exception, standing: Standing): VerdictException {
  const { id, expires, reason, approver } = exception;
  const status = standing.counts ? 'active' : standing.status;
  const sentence = standing.counts ? `excepts it until ${expires}.` : standing.why;
  return { id, expires, status, reason, approver, message: `${named(exception)} ${sentence}` };
}

/** Finds out of entries of a baseline for which nothing fails whether they are kept now, or not a part of this run. */
function findSubjects(
  claims: readonly Claim[],
  judged: readonly JudgedPolicy<AppliedResult>[],
  context: ExceptionContext,
): void {
  const idle = claims.filter(({ scope, matched }) => scope.subject !== undefined && matched === 0);
  if (idle.length === 0) return;
  const kept = new Set<string>();
  const there = new Set<string>();
  for (const { policy, results } of judged) {
    for (const { rule, subject, outcome } of results) {
      there.add(subject.id);
      if (outcome !== 'not-applicable') kept.add(JSON.stringify([policy.name, rule, subject.id]));
    }
  }
  for (const claim of idle) {
    const id = claim.scope.subject ?? '';
    const isJudged = claim.rules.some(({ policy, rule }) => kept.has(JSON.stringify([policy, rule, id])));
    claim.found = isJudged ? 'judged' : there.has(id) || context.isSubject?.(id) === true ? 'there' : 'gone';
  }
}

/** Finds out of exceptions for which nothing fails whether their rules judge what they are for: a slip in a scope looks the same. */
function findKept(
  claims: readonly Claim[],
  judged: readonly JudgedPolicy<AppliedResult>[],
  context: ExceptionContext,
): void {
  const idle = claims.filter(({ scope, matched }) => scope.subject === undefined && matched === 0);
  const byRule = claimsByRule(idle);
  for (const { policy, results } of judged) {
    const candidates = candidatesByRule(policy, byRule);
    if (candidates.size === 0) continue;
    for (const result of results) {
      if (result.outcome !== 'pass' && result.outcome !== 'not-applicable') continue;
      const found = candidates.get(result.rule)?.(result, context.namesOf(result.subject)) ?? [];
      for (const claim of found) claim.found = 'judged';
    }
  }
}

/** Finds the exceptions that cover all subjects of their rules. Most are left at the first subject that they are not for. */
function measureBreadth(
  claims: readonly Claim[],
  judged: readonly JudgedPolicy<AppliedResult>[],
  context: ExceptionContext,
): void {
  const applicable = new Map<string, readonly AppliedResult[]>();
  const applicableTo = (policy: string, rule: string) => {
    const key = ruleKey(policy, rule);
    const known = applicable.get(key);
    if (known !== undefined) return known;
    const { results = [] } = judged.find((entry) => entry.policy.name === policy) ?? {};
    const found = results.filter((result) => result.rule === rule && result.outcome !== 'not-applicable');
    applicable.set(key, found);
    return found;
  };
  for (const claim of claims) {
    if (claim.excepted === 0 || claim.scope.lines !== null || !isLimited(claim.scope)) continue;
    const results = claim.rules.map(({ policy, rule }) => applicableTo(policy, rule));
    const count = results.reduce((sum, { length }) => sum + length, 0);
    const covers = (result: AppliedResult) => claim.covers(result, context.namesOf(result.subject));
    if (count > handful && results.every((some) => some.every(covers))) claim.coversAll = count;
  }
}

function ruleKey(policy: string, rule: string): string {
  return JSON.stringify([policy, rule]);
}
