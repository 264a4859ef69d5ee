import { parse } from '@tollgate/cel';
import type { JsonValue } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Expression } from './facts.ts';
import type { Clause, LayeredPolicy, LayeredRule } from './layered-policy.ts';
import type { NamesContext, PatternList } from './names-overlap.ts';

/** What the search for conflicts has to know of a gate; a `Gate` is one. */
export interface ConflictGate {
  readonly name: string;
  /** See `Gate.nameForms`. */
  readonly nameForms?: readonly string[];
  readonly forms?: readonly {
    readonly name: string;
    conflicts?(one: JsonValue, other: JsonValue): readonly string[];
  }[];
}

/** Something in the rules that cannot be meant. With an error nothing may be judged; warnings are for `lint`. */
export interface Conflict extends Problem {
  readonly severity: 'error' | 'warning';
}

/** A condition of a match with its place in the file. */
export interface LocatedExpression {
  readonly expression: Expression;
  readonly place: Omit<Problem, 'message'>;
}

/** A clause with what it is compared by. */
export interface PreparedClause {
  readonly policy: LayeredPolicy;
  readonly rule: LayeredRule;
  readonly clause: Clause;
  /** The lists of patterns that all have to take a subject in. */
  readonly lists: readonly PatternList[];
  /** The lists of actions of which each has to name one of a subject's. */
  readonly actions: readonly (readonly string[])[];
  readonly whens: readonly LocatedExpression[];
  /** Null for a gate's form, and for what cannot be parsed. */
  readonly assert: LocatedExpression | null;
  readonly names: NamesContext;
}

/** Reads the expressions of a clause. Those that cannot be parsed are left out, for compiling the policy tells of them. */
export function prepareClause(
  policy: LayeredPolicy,
  rule: LayeredRule,
  clause: Clause,
  names: NamesContext,
): PreparedClause {
  const matches = clause.matches.map(({ match }) => match);
  const { condition } = clause;
  return {
    policy,
    rule,
    clause,
    lists: matches.map(({ resources }) => resources).filter((list) => list !== undefined),
    actions: matches.map(({ actions }) => actions).filter((list) => list !== undefined),
    whens: clause.matches.flatMap(({ match, path }) =>
      match.when === undefined ? [] : (located(policy, clause, match.when, [...path, 'when']) ?? []),
    ),
    assert:
      condition.kind === 'assert' ? located(policy, clause, condition.expression, [...clause.path, 'assert']) : null,
    names,
  };
}

function located(
  policy: LayeredPolicy,
  { located: { places } }: Clause,
  source: string,
  path: readonly (string | number)[],
): LocatedExpression | null {
  const { root, problems } = parse(source);
  if (problems.length > 0) return null;
  const { line, column } = root.range;
  return {
    expression: { root, source, scope: policy.name },
    place: { file: places.file, ...places.within(path, line, column) },
  };
}

/** A rule as messages name it. */
export function ruleText({ policy, rule }: PreparedClause): string {
  return `${policy.name}/${rule.id}`;
}
