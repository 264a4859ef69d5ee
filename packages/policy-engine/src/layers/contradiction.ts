import type { Constant } from './constant.ts';
import { type Branch, branchesOf, type Expression, type Fact, type LimitFact } from './facts.ts';
import { type Effort, spend } from './pattern-overlap.ts';

/**
 * isNever says whether no input makes a condition come to a result. It never says so wrongly; what it finds are constants
 * (`1 > 2`), and facts about one term that cannot hold together: `x == 'a' && x == 'b'`, disjoint `in` lists, ranges of
 * numbers, beginnings of texts, through `&&`, `||`, `!` and `? :`.
 */
export function isNever(result: boolean, expression: Expression): boolean {
  return isImpossible(branchesOf(expression.root, result, expression));
}

/** Whether two sets of ways have none in common. Without effort left it says no. */
export function areIncompatible(one: readonly Branch[], other: readonly Branch[], effort: Effort): boolean {
  if (!spend(effort, sizeOf(one) * other.length + sizeOf(other) * one.length)) return false;
  return one.every((left) => other.every((right) => isContradiction([...left, ...right])));
}

function sizeOf(ways: readonly Branch[]): number {
  return ways.reduce((size, way) => size + way.length, 0);
}

/** Whether no way can be taken. */
export function isImpossible(ways: readonly Branch[]): boolean {
  return ways.every(isContradiction);
}

/** Whether facts cannot hold together. */
function isContradiction(facts: Branch): boolean {
  return [...Map.groupBy(facts, ({ term }) => term).values()].some(isContradictionOfTerm);
}

function isContradictionOfTerm(facts: readonly Fact[]): boolean {
  const choice = smallestChoice(facts);
  if (choice !== null) return ![...choice].some((value) => facts.every((fact) => allows(fact, value)));
  return isEmptyRange(facts) || areForeignPrefixes(facts);
}

/** The fewest values that a fact leaves for a term, or null when none of them names its values. */
function smallestChoice(facts: readonly Fact[]): ReadonlySet<Constant> | null {
  let smallest: ReadonlySet<Constant> | null = null;
  for (const fact of facts) {
    if (fact.kind === 'one-of' && fact.values.size < (smallest?.size ?? Infinity)) smallest = fact.values;
  }
  return smallest;
}

/** Whether a value can keep a fact; a value of another type makes a comparison an error, which is no result. */
function allows(fact: Fact, value: Constant): boolean {
  switch (fact.kind) {
    case 'one-of':
      return fact.values.has(value);
    case 'none-of':
      return !fact.values.has(value);
    case 'above':
      return typeof value === 'number' && (fact.inclusive ? value >= fact.limit : value > fact.limit);
    case 'below':
      return typeof value === 'number' && (fact.inclusive ? value <= fact.limit : value < fact.limit);
    case 'starts-with':
      return typeof value === 'string' && value.startsWith(fact.prefix);
  }
}

/** Whether the highest lower limit is above the lowest upper one. */
function isEmptyRange(facts: readonly Fact[]): boolean {
  let lowest: LimitFact | null = null;
  let highest: LimitFact | null = null;
  for (const fact of facts) {
    if (fact.kind === 'above' && (lowest === null || isTighter(fact.limit - lowest.limit, fact))) lowest = fact;
    if (fact.kind === 'below' && (highest === null || isTighter(highest.limit - fact.limit, fact))) highest = fact;
  }
  if (lowest === null || highest === null) return false;
  if (lowest.limit === highest.limit) return !(lowest.inclusive && highest.inclusive);
  return lowest.limit > highest.limit;
}

/** Whether a limit leaves less than another one, from which it is some way further in. */
function isTighter(furtherIn: number, { inclusive }: LimitFact): boolean {
  return furtherIn > 0 || (furtherIn === 0 && !inclusive);
}

/** Whether two beginnings of a text are not the beginning of one another. */
function areForeignPrefixes(facts: readonly Fact[]): boolean {
  const prefixes = facts
    .filter((fact) => fact.kind === 'starts-with')
    .map(({ prefix }) => prefix)
    .sort((a, b) => b.length - a.length);
  const [longest = ''] = prefixes;
  return prefixes.some((prefix) => !longest.startsWith(prefix));
}
