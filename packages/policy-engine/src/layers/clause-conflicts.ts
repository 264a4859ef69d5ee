import type { Path } from '../documents/places.ts';
import { quote } from '../documents/quote.ts';
import { areIncompatible, isNever } from './contradiction.ts';
import { branchesOf, type Expression } from './facts.ts';
import { canNeverMatch } from './names-overlap.ts';
import { type Conflict, type PreparedClause, ruleText } from './prepared-clause.ts';

/** What cannot be meant in one clause: a match without subjects, a condition whose result is the same for all of them. */
export function clauseConflicts(prepared: PreparedClause): Conflict[] {
  return [...matchConflicts(prepared), ...whenConflicts(prepared), ...assertConflicts(prepared)];
}

function matchConflicts(prepared: PreparedClause): Conflict[] {
  const { clause, lists, names } = prepared;
  const conflicts: Conflict[] = [];
  for (const { match, path } of clause.matches) {
    if (match.resources === undefined || !canNeverMatch([match.resources], names)) continue;
    const message = `${shown(match.resources)} takes everything out, so that nothing is judged.`;
    conflicts.push(at(prepared, [...path, 'resources'], `${message} The last pattern that matches counts.`));
  }
  if (conflicts.length > 0 || !canNeverMatch(lists, names)) return conflicts;
  const inner = clause.matches.at(-1);
  const message = `No subject can be both in ${lists.map(shown).join(' and in ')}, so that rule "${ruleText(prepared)}" judges nothing.`;
  const mend = 'The match of the policy and that of the rule must both hold.';
  return [at(prepared, [...(inner?.path ?? clause.path), 'resources'], `${message} ${mend}`)];
}

function whenConflicts(prepared: PreparedClause): Conflict[] {
  const { whens, names } = prepared;
  const conflicts: Conflict[] = [];
  for (const { expression, place } of whens) {
    if (isNever(true, expression)) {
      const message = '`when` can never be true, so that nothing is judged. Mend it, or take the rule out.';
      conflicts.push({ ...place, message, severity: 'error' });
    } else if (isNever(false, expression)) {
      const message = '`when` is true for every subject. Leave it out, or mend it.';
      conflicts.push({ ...place, message, severity: 'warning' });
    }
  }
  const [outer, inner] = whens;
  if (conflicts.length > 0 || outer === undefined || inner === undefined) return conflicts;
  if (!areIncompatible(waysToHold(outer.expression), waysToHold(inner.expression), names.effort)) return conflicts;
  const message = `\`when\` of the policy and of rule "${ruleText(prepared)}" can never both be true, so that the rule judges nothing.`;
  return [{ ...inner.place, message, severity: 'error' }];
}

function assertConflicts(prepared: PreparedClause): Conflict[] {
  const { assert } = prepared;
  if (assert === null) return [];
  const { expression, place } = assert;
  if (isNever(false, expression)) {
    const message = 'This condition holds for every subject, so that the rule checks nothing. Mend it.';
    return [{ ...place, message, severity: 'warning' }];
  }
  if (!isNever(true, expression) || isDenial(prepared)) return [];
  const message = 'No subject can keep this condition, whatever its values are. Mend it';
  const mend = isFalse(expression) ? ', or say in `match` what is not allowed at all.' : '.';
  return [{ ...place, message: `${message}${mend}`, severity: 'error' }];
}

/** A plain `false` is how a rule says that what it matches is not allowed at all. */
export function isDenial({ assert, lists, actions, whens }: PreparedClause): boolean {
  return assert !== null && isFalse(assert.expression) && lists.length + actions.length + whens.length > 0;
}

function isFalse({ root }: Expression): boolean {
  return root.kind === 'literal' && root.value === false;
}

/** The ways in which a condition is true. */
export function waysToHold(expression: Expression): ReturnType<typeof branchesOf> {
  return branchesOf(expression.root, true, expression);
}

function at({ clause: { located } }: PreparedClause, path: Path, message: string): Conflict {
  return { file: located.places.file, ...located.places.at(path), message, severity: 'error' };
}

function shown(patterns: readonly string[]): string {
  const text = patterns.map(quote).join(', ');
  return text.length > 120 ? `[${text.slice(0, 120)}…]` : `[${text}]`;
}
