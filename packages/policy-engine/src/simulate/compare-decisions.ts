import type { Decision, DecisionOutcome } from '../decide.ts';
import type { Source, SubjectReference } from '../subject.ts';
import { compareText } from '../text-order.ts';
import type { Effect, Level, Outcome, Verdict } from '../verdict.ts';

/** What one of two sets of policies says of a subject. */
export interface VerdictState {
  readonly outcome: Outcome;
  readonly level: Level;
  readonly effect: Effect;
  readonly message: string;
}

/**
 * What kind of change a difference is: another effect (`none` has become `block`), another outcome or level with the same
 * effect, a verdict that only the new policies give, or only the old ones.
 */
export type DifferenceKind = 'effect' | 'outcome' | 'level' | 'new' | 'gone';

/** A verdict that one of two sets of policies gives otherwise. */
export interface VerdictFlip {
  readonly policy: string;
  readonly rule: string;
  readonly subject: SubjectReference;
  readonly kind: DifferenceKind;
  /** Null for a verdict that only the new policies give. */
  readonly before: VerdictState | null;
  /** Null for a verdict that only the old policies give. */
  readonly after: VerdictState | null;
  readonly source?: Source;
}

/** Differences of verdicts that have no effect before or after, such as a new rule that a subject passes: counted only. */
export interface QuietDifference {
  readonly policy: string;
  readonly rule: string;
  readonly kind: Exclude<DifferenceKind, 'effect'>;
  /** How many verdicts. */
  readonly count: number;
}

/** How two decisions about the same subjects differ. */
export interface DecisionComparison {
  readonly before: DecisionOutcome;
  readonly after: DecisionOutcome;
  /** By policy, rule and subject. */
  readonly flips: readonly VerdictFlip[];
  /** By policy, rule and kind. */
  readonly quiet: readonly QuietDifference[];
}

/**
 * Compares what two sets of policies decide about the same subjects. A rule is the same one when its policy and its id are. A
 * subject that a rule does not apply to counts as one without a verdict.
 */
export function compareDecisions(before: Decision, after: Decision): DecisionComparison {
  const old = verdictsByKey(before);
  const current = verdictsByKey(after);
  const flips: VerdictFlip[] = [];
  const quiet = new Map<string, QuietDifference>();
  for (const key of [...new Set([...old.keys(), ...current.keys()])].sort(compareText)) {
    for (const [was, is] of pairs(old.get(key) ?? [], current.get(key) ?? [])) {
      const flip = flipOf(was, is);
      if (flip === null) continue;
      if (flip.kind === 'effect' || hasEffect(was) || hasEffect(is)) flips.push(flip);
      else count(quiet, { policy: flip.policy, rule: flip.rule, kind: flip.kind, count: 1 });
    }
  }
  return {
    before: before.outcome,
    after: after.outcome,
    flips,
    quiet: [...quiet.entries()].sort(([a], [b]) => compareText(a, b)).map(([, difference]) => difference),
  };
}

function verdictsByKey({ verdicts }: Decision): ReadonlyMap<string, readonly Verdict[]> {
  const applicable = verdicts.filter(({ outcome }) => outcome !== 'not-applicable');
  // No name of a policy or a rule has a control character, and none of a kind.
  return Map.groupBy(applicable, ({ policy, rule, subject }) =>
    [policy, rule, subject.kind, subject.id].join('\u0000'),
  );
}

/** A rule can say more than one thing of a subject. What it says in the same words belongs together, the rest by its order. */
function pairs(
  before: readonly Verdict[],
  after: readonly Verdict[],
): readonly (readonly [Verdict | null, Verdict | null])[] {
  if (before.length <= 1 && after.length <= 1) return [[before[0] ?? null, after[0] ?? null]];
  const left = [...after];
  const found = new Map<Verdict, Verdict>();
  for (const verdict of before) {
    const at = left.findIndex(({ message }) => message === verdict.message);
    const [same] = at < 0 ? [] : left.splice(at, 1);
    if (same !== undefined) found.set(verdict, same);
  }
  const paired = before.map((verdict) => [verdict, found.get(verdict) ?? left.shift() ?? null] as const);
  return [...paired, ...left.map((verdict) => [null, verdict] as const)];
}

function flipOf(before: Verdict | null, after: Verdict | null): VerdictFlip | null {
  const shown = after ?? before;
  const kind = kindOf(before, after);
  if (shown === null || kind === null) return null;
  const { policy, rule, subject, source } = shown;
  return {
    policy,
    rule,
    subject,
    kind,
    before: stateOf(before),
    after: stateOf(after),
    ...(source === undefined ? {} : { source }),
  };
}

function kindOf(before: Verdict | null, after: Verdict | null): DifferenceKind | null {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  if (before.effect !== after.effect) return 'effect';
  if (before.outcome !== after.outcome) return 'outcome';
  return before.level === after.level ? null : 'level';
}

function stateOf(verdict: Verdict | null): VerdictState | null {
  if (verdict === null) return null;
  const { outcome, level, effect, message } = verdict;
  return { outcome, level, effect, message };
}

function hasEffect(verdict: Verdict | null): boolean {
  return verdict !== null && verdict.effect !== 'none';
}

function count(quiet: Map<string, QuietDifference>, difference: QuietDifference): void {
  const key = [difference.policy, difference.rule, difference.kind].join('\u0000');
  quiet.set(key, { ...difference, count: (quiet.get(key)?.count ?? 0) + 1 });
}
