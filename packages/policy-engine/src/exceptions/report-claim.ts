import { quote } from '../documents/quote.ts';
import type { PolicyHeader } from '../policy.ts';
import type { Claim } from './claim.ts';
import type { Exception } from './exception.ts';
import type { ExceptionReport } from './exception-report.ts';
import { unknownRule } from './rule-name.ts';
import { elsewhere, isLimited, type RunPlace } from './scope.ts';
import type { Standing } from './standing.ts';

/** Tells what became of an exception, after all results were gone through. */
export function exceptionReport(claim: Claim, policies: readonly PolicyHeader[], here: RunPlace): ExceptionReport {
  const { id, rule, expires, reason, approver, evidence, source, origin } = claim.exception;
  const { status, sentences } = outcomeOf(claim, policies, here);
  const counts = [...claim.standings.values()].some((standing) => standing.counts);
  const message = [`${named(claim.exception)} ${sentences[0]}`, ...sentences.slice(1)].join(' ');
  const { matched } = claim;
  return { id, rule, status, counts, matched, expires, reason, approver, evidence, source, origin, message };
}

/** An exception at the beginning of a sentence: `Exception EX-7`. */
export function named({ id, origin }: Pick<Exception, 'id' | 'origin'>): string {
  if (origin === 'baseline') return 'The baseline';
  const name = /^[\w.:/-]{1,100}$/.test(id) ? id : quote(id);
  return origin === 'comment' ? `The comment at ${name}` : `Exception ${name}`;
}

/** The status, and sentences the first of which goes on after the name of the exception. */
interface Fate {
  readonly status: ExceptionReport['status'];
  readonly sentences: readonly [string, ...string[]];
}

function outcomeOf(claim: Claim, policies: readonly PolicyHeader[], here: RunPlace): Fate {
  const away = elsewhere(claim.scope, here);
  if (away !== null) return { status: 'out-of-scope', sentences: [away] };
  if (claim.standings.size === 0) {
    return { status: 'unknown-rule', sentences: [unknownRule(claim.exception.rule, policies)] };
  }
  const refusals = refusalsOf(claim);
  const [first, ...others] = refusals;
  if (first !== undefined && [...claim.standings.values()].every(({ counts }) => !counts)) {
    const advice = claim.matched === 0 ? ['Nothing that it is for fails: remove it.'] : renewal(first.status);
    return { status: first.status, sentences: [first.why, ...others.map(again), ...advice] };
  }
  const fate = claim.excepted > 0 ? used(claim) : claim.scope.subject === undefined ? unused(claim) : mended(claim);
  return { ...fate, sentences: [...fate.sentences, ...refusals.map(again)] };
}

type Refusal = Extract<Standing, { readonly counts: false }>;

/** Why it does not count, each reason once: an exception that expired did so for all policies. */
function refusalsOf(claim: Claim): readonly Refusal[] {
  const refusals = [...claim.standings.values()].filter((standing) => !standing.counts);
  return [...new Map(refusals.map((refusal) => [refusal.why, refusal])).values()];
}

function unused(claim: Claim): Fate {
  if (claim.errors > 0) {
    return { status: 'unused', sentences: ['excepts nothing in this run: the rule could not be evaluated.'] };
  }
  if (claim.exception.origin === 'comment' && claim.scope.block === undefined) {
    const sentence =
      'excepts nothing: it stands at no block that rules judge. Put it directly above the block, or inside of it.';
    return { status: 'unused', sentences: [sentence] };
  }
  if (claim.found === 'gone' && isLimited(claim.scope)) {
    return {
      status: 'unused',
      sentences: ['is for nothing that its rule judges in this run. Mend what it is for, or remove it.'],
    };
  }
  return { status: 'unused', sentences: ['is not needed: nothing that it is for fails. Remove it.'] };
}

/** An entry of a baseline that nothing fails for. */
function mended(claim: Claim): Fate {
  if (claim.errors > 0) return unused(claim);
  const subject = quote(claim.scope.subject ?? '');
  switch (claim.found) {
    case 'judged':
      return { status: 'unused', sentences: [`has ${subject}, which keeps the rule now. Remove it there.`] };
    case 'there':
      return { status: 'out-of-scope', sentences: [`has ${subject}, which the rule does not judge in this run.`] };
    case 'gone':
      return { status: 'unused', sentences: [`has ${subject}, which is not there any more. Remove it there.`] };
  }
}

function used(claim: Claim): Fate {
  const { excepted, exception } = claim;
  const base = `excepts ${excepted} ${excepted === 1 ? 'verdict' : 'verdicts'} until ${exception.expires}.`;
  const breadth = tooBroad(claim);
  if ([...claim.standings.values()].some((standing) => standing.counts && standing.selfApproved)) {
    const remark = 'The change that it is for adds it: who approves the change approves the exception.';
    return { status: 'self-approved', sentences: [base, remark, ...breadth] };
  }
  return { status: breadth.length > 0 ? 'over-broad' : 'used', sentences: [base, ...breadth] };
}

function tooBroad({ scope, coversAll }: Claim): string[] {
  if (!isLimited(scope)) return ['Nothing limits it: name the resources or paths that it is for.'];
  if (coversAll > 0) return [`It covers all ${coversAll} subjects of its rule: name only those that need it.`];
  return [];
}

function renewal(status: ExceptionReport['status']): string[] {
  return status === 'expired' ? ['Mend what it was for, or have it renewed.'] : [];
}

function again({ why }: Refusal): string {
  return `It ${why}`;
}
