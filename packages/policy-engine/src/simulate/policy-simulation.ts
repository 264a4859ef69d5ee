import type { DecidingPolicy, DecisionOutcome } from '../decide.ts';
import { quote } from '../documents/quote.ts';
import { compareText } from '../text-order.ts';
import type { DecisionComparison, VerdictFlip } from './compare-decisions.ts';

/** What two sets of policies decide about the same changes. Published schema: `schema/policy-simulation.json`. */
export interface PolicySimulation {
  readonly kind: 'PolicySimulation';
  readonly version: 1;
  /** The day that exceptions were judged for. */
  readonly now: string;
  readonly before: SimulatedPolicies;
  readonly after: SimulatedPolicies;
  /** In the order in which they were given. */
  readonly changes: readonly SimulatedChange[];
  readonly totals: SimulationTotals;
  /** The rules that decide otherwise, those with most new blocks first. */
  readonly rules: readonly SimulatedRule[];
  /** What a reader must know beside the changes. */
  readonly notices: readonly string[];
}

/** One of the two sets of policies. */
export interface SimulatedPolicies {
  /** As they were asked for. */
  readonly names: readonly string[];
  /** By name, each with the number of its verdicts on all changes. */
  readonly policies: readonly DecidingPolicy[];
}

/** A change that was judged by both sets of policies, or could not be. Its texts can come from a pull request. */
export interface SimulatedChange {
  /** A commit against its parent, or an input that was saved. */
  readonly kind: 'commit' | 'input';
  /** The hash of the commit, or the name of the input. */
  readonly id: string;
  readonly title: string | null;
  /** When it was committed, in UTC. */
  readonly date: string | null;
  /** The number of the pull request that was merged with it. */
  readonly pullRequest: number | null;
  readonly status: ChangeStatus;
  /** The worst of what was judged; null unless something was. */
  readonly before: DecisionOutcome | null;
  readonly after: DecisionOutcome | null;
  readonly parts: readonly SimulatedPart[];
}

/**
 * `judged`: all that the change is about. `incomplete`: part of it, or nothing. `unchanged`: it changes nothing that policies
 * judge, and was not judged.
 */
export type ChangeStatus = 'judged' | 'incomplete' | 'unchanged';

/** A part of a change that is judged by itself, such as one root module. */
export type SimulatedPart =
  | ({ readonly kind: 'judged'; readonly name: string } & DecisionComparison)
  | { readonly kind: 'not-judged'; readonly name: string; readonly reason: string };

/** A change before it is summed up. */
export type ChangeParts = Pick<SimulatedChange, 'kind' | 'id' | 'title' | 'date' | 'pullRequest' | 'parts'>;

/** Numbers of changes, but for the flips. A change is blocked when policies block it, or fail to judge it. */
export interface SimulationTotals {
  readonly changes: number;
  readonly judged: number;
  readonly unchanged: number;
  readonly incomplete: number;
  readonly blockedBefore: number;
  readonly blockedAfter: number;
  readonly newlyBlocked: number;
  readonly noLongerBlocked: number;
  /** Verdicts that differ with an effect before or after. */
  readonly flips: number;
}

/** A rule that decides otherwise, with numbers of verdicts. */
export interface SimulatedRule {
  readonly policy: string;
  readonly rule: string;
  readonly newlyBlocking: number;
  readonly noLongerBlocking: number;
  /** Flips that neither begin nor cease to block. */
  readonly other: number;
  /** In how many changes. */
  readonly changes: number;
}

/** Sums up what two sets of policies decide about changes. */
export function policySimulation(
  head: Pick<PolicySimulation, 'now' | 'before' | 'after' | 'notices'>,
  given: readonly ChangeParts[],
): PolicySimulation {
  const changes = given.map(changeOf);
  const { now, before, after, notices } = head;
  return {
    kind: 'PolicySimulation',
    version: 1,
    now,
    before,
    after,
    changes,
    totals: totalsOf(changes),
    rules: rulesOf(changes),
    notices: [...notices, ...vacuous('old', before, changes), ...vacuous('new', after, changes)],
  };
}

/** A policy without any verdict was not tried, which no difference would be taken for. */
function vacuous(
  which: 'old' | 'new',
  { policies }: SimulatedPolicies,
  changes: readonly SimulatedChange[],
): readonly string[] {
  if (changes.every(({ after }) => after === null)) return [];
  return policies
    .filter(({ matched }) => matched === 0)
    .map(({ name }) => `The ${which} policy ${quote(name)} matched nothing: no change has a subject that it judges.`);
}

/** Whether a change that passed is blocked by the new policies. */
export function isNewlyBlocked({ before, after }: Pick<SimulatedChange, 'before' | 'after'>): boolean {
  return !isBlocked(before) && isBlocked(after);
}

const weights: Readonly<Record<DecisionOutcome, number>> = { passed: 0, warned: 1, blocked: 2, failed: 3 };

function changeOf({ kind, id, title, date, pullRequest, parts }: ChangeParts): SimulatedChange {
  const judged = parts.filter((part) => part.kind === 'judged');
  const status = parts.length === 0 ? 'unchanged' : judged.length === parts.length ? 'judged' : 'incomplete';
  const worst = (outcomes: readonly DecisionOutcome[]): DecisionOutcome | null =>
    outcomes.toSorted((a, b) => weights[b] - weights[a])[0] ?? null;
  return {
    kind,
    id,
    title,
    date,
    pullRequest,
    status,
    before: worst(judged.map((part) => part.before)),
    after: worst(judged.map((part) => part.after)),
    parts,
  };
}

function isBlocked(outcome: DecisionOutcome | null): boolean {
  return outcome === 'blocked' || outcome === 'failed';
}

function totalsOf(changes: readonly SimulatedChange[]): SimulationTotals {
  const number = (is: (change: SimulatedChange) => boolean) => changes.filter(is).length;
  return {
    changes: changes.length,
    judged: number(({ status }) => status === 'judged'),
    unchanged: number(({ status }) => status === 'unchanged'),
    incomplete: number(({ status }) => status === 'incomplete'),
    blockedBefore: number(({ before }) => isBlocked(before)),
    blockedAfter: number(({ after }) => isBlocked(after)),
    newlyBlocked: number(isNewlyBlocked),
    noLongerBlocked: number(({ before, after }) => isBlocked(before) && !isBlocked(after)),
    flips: changes.flatMap(flipsOf).length,
  };
}

function flipsOf({ parts }: SimulatedChange): readonly VerdictFlip[] {
  return parts.flatMap((part) => (part.kind === 'judged' ? part.flips : []));
}

function rulesOf(changes: readonly SimulatedChange[]): readonly SimulatedRule[] {
  const rules = new Map<string, SimulatedRule>();
  for (const change of changes) {
    for (const [key, flips] of Map.groupBy(flipsOf(change), ({ policy, rule }) => `${policy}\u0000${rule}`)) {
      const [first] = flips;
      if (first === undefined) continue;
      const known = rules.get(key);
      const begins = flips.filter((flip) => !blocks(flip.before) && blocks(flip.after)).length;
      const ceases = flips.filter((flip) => blocks(flip.before) && !blocks(flip.after)).length;
      rules.set(key, {
        policy: first.policy,
        rule: first.rule,
        newlyBlocking: (known?.newlyBlocking ?? 0) + begins,
        noLongerBlocking: (known?.noLongerBlocking ?? 0) + ceases,
        other: (known?.other ?? 0) + flips.length - begins - ceases,
        changes: (known?.changes ?? 0) + 1,
      });
    }
  }
  return [...rules.values()].sort(
    (a, b) =>
      b.newlyBlocking - a.newlyBlocking ||
      b.noLongerBlocking - a.noLongerBlocking ||
      compareText(a.policy, b.policy) ||
      compareText(a.rule, b.rule),
  );
}

function blocks(state: VerdictFlip['before']): boolean {
  return state !== null && (state.effect === 'block' || state.effect === 'fail');
}
