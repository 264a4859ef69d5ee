import type { Verdict } from '@tollgate/policy-engine';
import { type Amount, parseAmount, sumOf } from '../money/amount.ts';
import { savingExpression } from './alternative-form.ts';

/** The saving that a verdict has found, and the resource. */
export interface PossibleSaving {
  readonly verdict: Verdict;
  /** A month, in the currency of the report; the least where it is a range. */
  readonly saving: Amount;
}

/**
 * The savings that verdicts have found, largest first. Of several for one resource the largest counts: what they save together is not
 * their sum, since a resource can only become one thing.
 */
export function possibleSavings(verdicts: readonly Verdict[]): readonly PossibleSaving[] {
  const largest = new Map<string, PossibleSaving>();
  for (const verdict of verdicts) {
    const saving = verdict.outcome === 'fail' ? savingIn(verdict) : undefined;
    const key = verdict.subject.id;
    const known = largest.get(key);
    if (saving !== undefined && (known === undefined || saving.gt(known.saving))) largest.set(key, { verdict, saving });
  }
  return [...largest]
    .sort(([a, one], [b, other]) => other.saving.cmp(one.saving) || (a < b ? -1 : 1))
    .map(([, found]) => found);
}

/** What could be saved a month, all together. */
export function totalSaving(savings: readonly PossibleSaving[]): Amount {
  return sumOf(savings.map(({ saving }) => saving));
}

function savingIn({ evidence = [] }: Verdict): Amount | undefined {
  const found = evidence.find(({ expression }) => expression === savingExpression);
  return found === undefined ? undefined : parseAmount(found.value);
}
