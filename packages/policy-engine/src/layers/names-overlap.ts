import { compilePatterns, isNegated } from '../judge/pattern.ts';
import { covers, type Effort, overlapOf, spend } from './pattern-overlap.ts';

/** A list of patterns, of which the last that matches any name of a subject counts. */
export type PatternList = readonly string[];

/** What is known of the names of a gate's subjects, and how much may be looked at. */
export interface NamesContext {
  /** See `Gate.nameForms`; null where it is not known, so that two names of one subject can be any two texts. */
  readonly forms: readonly string[] | null;
  readonly effort: Effort;
}

/** The most examples that are tried for the lists of one pair of rules. */
const MAX_EXAMPLES = 500;

/** A pattern that takes in. The patterns behind it that take out are the first ones of `negations`, which a list shares. */
interface TakingIn {
  readonly pattern: string;
  readonly negations: readonly string[];
  readonly behind: number;
}

/**
 * canNeverMatch says whether no subject can be taken in by all of some lists. It never says so wrongly: a pattern takes in
 * nothing when one that takes out stands behind it and covers it, and two lists have nothing in common when no two of
 * their patterns can meet.
 */
export function canNeverMatch(lists: readonly PatternList[], context: NamesContext): boolean {
  const taking = lists.map((list) =>
    takingIn(list).filter((taken) => !isCovered(taken.pattern, taken, context.effort)),
  );
  if (taking.some((patterns) => patterns.length === 0)) return true;
  return taking.some((one, index) =>
    taking
      .slice(index + 1)
      .some((other) => one.every((left) => other.every((right) => areApart(left, right, context)))),
  );
}

/** Whether two patterns of different lists cannot take in one subject, be it by one name or by two. */
function areApart(one: TakingIn, other: TakingIn, { forms, effort }: NamesContext): boolean {
  if (isCovered(one.pattern, other, effort) || isCovered(other.pattern, one, effort)) return true;
  if (forms === null) return false;
  const isApart = (left: string, right: string): boolean => overlapOf(left, right, effort).kind === 'apart';
  return (
    isApart(one.pattern, other.pattern) &&
    forms.every(
      (form) =>
        isApart(secondName(form, one.pattern), other.pattern) && isApart(one.pattern, secondName(form, other.pattern)),
    )
  );
}

/**
 * exampleOf looks for the names of a subject that all of some lists take in, and none of others. Null when none was found,
 * which does not mean that there is none.
 */
export function exampleOf(
  takenInBy: readonly PatternList[],
  leftOutBy: readonly PatternList[],
  context: NamesContext,
): readonly string[] | null {
  if (!spend(context.effort, [...takenInBy, ...leftOutBy].flat().length)) return null;
  const takesIn = takenInBy.map(compilePatterns);
  const leavesOut = leftOutBy.map(compilePatterns);
  let tried = 0;
  for (const names of candidates(takenInBy, context)) {
    tried += 1;
    if (tried > MAX_EXAMPLES) return null;
    if (takesIn.every((matches) => matches(names)) && !leavesOut.some((matches) => matches(names))) return names;
  }
  return null;
}

/** Names that the patterns of the lists describe, taken two at a time. */
function* candidates(lists: readonly PatternList[], context: NamesContext): Generator<readonly string[]> {
  const taking = lists.map((list) => takingIn(list).map(({ pattern }) => pattern));
  const [first = ['*'], ...others] = taking;
  if (others.length === 0) for (const pattern of first) yield* common(pattern, pattern, context);
  for (const [index, one] of taking.entries()) {
    for (const other of taking.slice(index + 1)) {
      for (const left of one) {
        for (const right of other) {
          if (context.effort.left < 0) return;
          yield* common(left, right, context);
        }
      }
    }
  }
}

function* common(left: string, right: string, { forms, effort }: NamesContext): Generator<readonly string[]> {
  const [form] = forms ?? [];
  // A star stands for nothing in the shortest example; one with a letter in its place looks more like a name.
  for (const wanted of [left.replaceAll('*', '*x*'), left]) {
    const overlap = overlapOf(wanted, right, effort);
    const name = overlap.kind === 'overlap' ? overlap.example : null;
    if (name !== null) yield form === undefined ? [name] : [name, plain(secondName(form, name))];
  }
  for (const each of forms ?? []) {
    for (const [one, other] of [
      [plain(left), right],
      [plain(right), left],
    ] as const) {
      const overlap = overlapOf(secondName(each, one), other, effort);
      if (overlap.kind === 'overlap') yield [one, overlap.example];
    }
  }
}

/** A text that a pattern describes. */
function plain(pattern: string): string {
  return pattern.replaceAll('*', 'x').replaceAll('?', 'x');
}

/** The pattern of second names of subjects whose first name a pattern describes. */
function secondName(form: string, pattern: string): string {
  return form.replaceAll('{}', () => pattern);
}

/** The patterns that take in; a list that begins with one that takes out starts from everything. */
function takingIn(list: PatternList): TakingIn[] {
  const [first] = list;
  const negations: string[] = [];
  const taking: TakingIn[] = [];
  for (const pattern of list.toReversed()) {
    if (isNegated(pattern)) negations.push(pattern.slice(1));
    else taking.push({ pattern, negations, behind: negations.length });
  }
  if (first !== undefined && isNegated(first)) taking.push({ pattern: '*', negations, behind: negations.length });
  return taking.reverse();
}

/** Whether one of the patterns that take out, and stand behind one that takes in, describes all that a pattern does. */
function isCovered(pattern: string, { negations, behind }: TakingIn, effort: Effort): boolean {
  for (let index = 0; index < behind && effort.left > 0; index += 1) {
    if (covers(negations[index] ?? '', pattern, effort)) return true;
  }
  return false;
}
