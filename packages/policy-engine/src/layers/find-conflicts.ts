import { clauseConflicts } from './clause-conflicts.ts';
import { inOrder } from './layer-report.ts';
import type { LayeredPolicy } from './layered-policy.ts';
import type { NamesContext } from './names-overlap.ts';
import { pairConflicts } from './pair-conflicts.ts';
import type { Effort } from './pattern-overlap.ts';
import { type Conflict, type ConflictGate, prepareClause } from './prepared-clause.ts';

/** Steps that the comparisons of all patterns and conditions may take together: about half a second. */
const MAX_EFFORT = 10_000_000;

/**
 * findConflicts looks for rules that cannot be meant, before anything is judged. It never reports what is none, and does
 * not find everything. Errors, with which nothing may be judged:
 *
 * - patterns that take everything out (`["aws_x", "!aws_*"]`), and a rule whose patterns have nothing in common with those
 *   of its policy (for gates that tell how names are made);
 * - `when` that can never be true, and `assert` that no subject can keep, as far as constants and contradictions about one
 *   term show it (`x == 'a' && x == 'b'`, disjoint `in` lists, ranges, beginnings of texts). A plain `assert: "false"` for
 *   what a match names is a denial and no conflict;
 * - two rules, or two layers of one, that a subject cannot keep at once though both are for it: forms that say so of each
 *   other, and conditions that contradict.
 *
 * Warnings, for `lint`: conditions that are always true, and two rules that contradict where one of them is advisory or
 * where it depends on `when` whether both are for a subject.
 *
 * The policies must have been compiled without problems before, so that the values of forms are what their gate expects.
 */
export function findConflicts(policies: readonly LayeredPolicy[], gates: readonly ConflictGate[]): readonly Conflict[] {
  const effort: Effort = { left: MAX_EFFORT };
  const conflicts: Conflict[] = [];
  for (const gate of gates) {
    const names: NamesContext = { forms: gate.nameForms ?? null, effort };
    const clauses = policies
      .filter((policy) => policy.gate === gate.name)
      .flatMap((policy) =>
        policy.rules.flatMap((rule) => rule.clauses.map((clause) => prepareClause(policy, rule, clause, names))),
      );
    for (const clause of clauses) conflicts.push(...clauseConflicts(clause));
    conflicts.push(...pairConflicts(clauses, gate));
  }
  return inOrder(conflicts);
}
