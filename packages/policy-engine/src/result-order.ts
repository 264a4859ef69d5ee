import { compareText } from './text-order.ts';
import type { AppliedResult } from './verdict.ts';

/**
 * Gives results ordered by rule, subject and message. Results that are ordered already, as the engine's judge gives them,
 * are found to be so in one pass and stay as they are.
 */
export function inResultOrder<Result extends AppliedResult>(results: readonly Result[]): readonly Result[] {
  for (let index = 1; index < results.length; index += 1) {
    const before = results[index - 1];
    const after = results[index];
    if (before === undefined || after === undefined || isPlainlyBefore(before, after)) continue;
    if (compareResults(before, after) > 0) return [...results].sort(compareResults);
  }
  return results;
}

/** Nearly every pair of ordered results is one rule with two subjects: one comparison tells. */
function isPlainlyBefore(a: AppliedResult, b: AppliedResult): boolean {
  return a.rule === b.rule && a.subject.kind === b.subject.kind && a.subject.id < b.subject.id;
}

function compareResults(a: AppliedResult, b: AppliedResult): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(a.subject.kind, b.subject.kind) ||
    compareText(a.subject.id, b.subject.id) ||
    compareText(a.message, b.message) ||
    // Only what a rule says twice of one subject comes here: what else differs has to order it.
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
