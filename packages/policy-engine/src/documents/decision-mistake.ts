import type { Decision } from '../decide.ts';
import { type Effect, effectOf, onUnknownValues, type Verdict } from '../verdict.ts';
import { weighVerdicts } from '../weigh-verdicts.ts';
import type { Path } from './places.ts';
import { pathText, quote } from './quote.ts';

/**
 * What is wrong with a decision that its schema allows, as a sentence; null when nothing is. Whoever edits one would else have a
 * verdict that fails do nothing, or an outcome that no verdict has.
 */
export function decisionMistake({ outcome, summary, verdicts, policies }: Decision, base: Path): string | null {
  const names = new Set(policies.map(({ name }) => name));
  for (const [index, verdict] of verdicts.entries()) {
    const place = (key: string) => pathText([...base, 'verdicts', index, key]);
    if (!names.has(verdict.policy)) {
      return `${place('policy')} is ${quote(verdict.policy)}, which is none of the policies of the decision.`;
    }
    if (!possibleEffects(verdict).includes(verdict.effect)) {
      return `${place('effect')} is "${verdict.effect}", which cannot follow from "${verdict.outcome}" at the level "${verdict.level}".`;
    }
  }
  const weighed = weighVerdicts(verdicts);
  if (outcome !== weighed.outcome) {
    return `${pathText([...base, 'outcome'])} is "${outcome}", and the verdicts come to "${weighed.outcome}".`;
  }
  for (const [name, count] of Object.entries(weighed.summary)) {
    const told = Object.entries(summary).find(([key]) => key === name)?.[1];
    if (told !== count) return `${pathText([...base, 'summary', name])} is ${told}, and the verdicts come to ${count}.`;
  }
  return null;
}

/** What a rule does with what is unknown, a verdict does not say. */
function possibleEffects({ outcome, level, override }: Verdict): readonly Effect[] {
  const effects = onUnknownValues.map((onUnknown) => effectOf(outcome, level, onUnknown));
  return override !== undefined && effects.includes('block') ? [...effects, 'warn'] : effects;
}
