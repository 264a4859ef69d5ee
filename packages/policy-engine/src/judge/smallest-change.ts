import { type Node, parse } from '@tollgate/cel';
import type { Subject } from '../gates/subject.ts';
import type { JsonValue } from '../json.ts';
import { compareText } from '../text-order.ts';
import { candidateEdits } from './candidate-edits.ts';
import type { CompiledRule } from './compiled-policy.ts';
import { both, type Edit, type EditSet, inputPathText } from './edit.ts';
import { judgeSubject } from './judge.ts';
import { isMatched, judgeClause, type RuleName } from './judge-clause.ts';
import { newPartPrograms, type Scope } from './part-values.ts';
import { patched } from './patched-input.ts';
import type { PolicyInput } from './policy-input.ts';

/** A change of a subject with which it keeps a rule. */
export interface SubjectChange {
  readonly edits: readonly {
    /** What to change, as conditions write it: `resource.values.instance_type`. */
    readonly path: string;
    readonly action: 'set' | 'remove';
    /** What is wanted there in words: `"t3.micro"`, `a text that starts with "t"`. */
    readonly wanted: string;
    /** A value that was tried and found to do; null for what is taken out. */
    readonly value: JsonValue;
    /** Other values would do as well. */
    readonly isExample: boolean;
  }[];
}

export interface SmallestChanges {
  /** Every one of them was tried: the rule passes with it. Those with the fewest changes first; empty when none was found. */
  readonly changes: readonly SubjectChange[];
  /** Sentences about parts of the conditions from which no change follows, such as regular expressions. */
  readonly gaps: readonly string[];
}

/** The most changes that are given, and the most that are tried. */
const MAX_CHANGES = 5;
const MAX_TRIALS = 48;

/**
 * smallestChanges finds the fewest changes of a subject's input with which it keeps a rule that it does not keep. They
 * are derived from the conditions, and only those are given with which the rule was judged again and passed. There may
 * be others: none is no proof that there is none.
 */
export function smallestChanges<Data>(
  rule: CompiledRule<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  { name, changeable }: { readonly name: RuleName; readonly changeable: readonly string[] | undefined },
): SmallestChanges {
  const gaps = new Set<string>();
  const passes = (edits: EditSet): boolean => {
    const changed: Subject<Data> = { ...subject, input: patched(subject.input, edits) };
    return judgeSubject(rule, changed, input, name)?.outcome === 'pass';
  };
  const isPossible = (set: EditSet) =>
    set.every(({ path: [variable] }) => changeable?.includes(`${variable}`) !== false);
  const sets = candidatesOf(rule, subject, input, name, gaps).filter(isPossible).slice(0, MAX_TRIALS);
  const smallest: EditSet[] = [];
  for (const set of sets.filter(passes)) {
    const needed = withoutNeedless(set, passes);
    if (needed.length > 0 && !smallest.some((known) => isPartOf(known, needed))) smallest.push(needed);
  }
  const changes = smallest
    .sort((a, b) => a.length - b.length || compareText(textOf(a), textOf(b)))
    .slice(0, MAX_CHANGES)
    .map((set) => ({ edits: set.map(shownEdit) }));
  return { changes, gaps: [...gaps].sort(compareText) };
}

/** What would make every clause hold that does not hold now. */
function candidatesOf<Data>(
  rule: CompiledRule<Data>,
  subject: Subject<Data>,
  input: PolicyInput,
  name: RuleName,
  gaps: Set<string>,
): readonly EditSet[] {
  input.subject = subject.input;
  let sets: readonly EditSet[] = [[]];
  for (const clause of rule.clauses) {
    if (!isMatched(clause, subject)) continue;
    const { outcome } = judgeClause(clause, subject, input, name);
    if (outcome === 'pass' || outcome === 'not-applicable') continue;
    if (clause.condition.kind === 'form') {
      gaps.add(
        `No change is derived from the form \`${clause.condition.form}\` of a rule; its message says what it wants.`,
      );
      return [];
    }
    const { expression } = clause.condition;
    const scope: Scope = { expression, input, locals: new Map(), gaps, programs: newPartPrograms() };
    sets = both(sets, candidateEdits(rootOf(expression.program.source), true, scope));
  }
  return sets;
}

function rootOf(source: string): Node {
  return parse(source).root;
}

/** Takes out one change after the other that the rule does not need. */
function withoutNeedless(set: EditSet, passes: (edits: EditSet) => boolean): EditSet {
  let needed = set;
  for (const edit of set) {
    const rest = needed.filter((other) => other !== edit);
    if (rest.length > 0 && passes(rest)) needed = rest;
  }
  return needed;
}

/** Whether a set of changes has all those of another, so that it is not a smallest one. */
function isPartOf(part: EditSet, whole: EditSet): boolean {
  const texts = new Set(whole.map((edit) => textOf([edit])));
  return part.every((edit) => texts.has(textOf([edit])));
}

function textOf(set: EditSet): string {
  return JSON.stringify(set);
}

function shownEdit({ path, value, wanted, isExample }: Edit): SubjectChange['edits'][number] {
  const action = value === undefined ? 'remove' : 'set';
  return { path: inputPathText(path), action, wanted, value: value ?? null, isExample };
}
