import type { Decision, DecisionOutcome } from './decide.ts';
import type { Effect, Verdict } from './verdict.ts';

const outcomeByEffect: Readonly<Record<Effect, DecisionOutcome>> = {
  none: 'passed',
  warn: 'warned',
  block: 'blocked',
  fail: 'failed',
};
const weights: Readonly<Record<Effect, number>> = { none: 0, warn: 1, block: 2, fail: 3 };

/** What verdicts come to: the worst effect of any of them, and how many have each outcome. */
export function weighVerdicts(
  verdicts: readonly Pick<Verdict, 'effect' | 'outcome'>[],
): Pick<Decision, 'outcome' | 'summary'> {
  const summary = { pass: 0, fail: 0, unknown: 0, excepted: 0, error: 0 };
  let worst: Effect = 'none';
  for (const { effect, outcome } of verdicts) {
    if (weights[effect] > weights[worst]) worst = effect;
    if (outcome !== 'not-applicable') summary[outcome] += 1;
  }
  return { outcome: outcomeByEffect[worst], summary };
}
