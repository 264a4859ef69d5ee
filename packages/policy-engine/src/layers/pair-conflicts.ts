import { quote } from '../documents/quote.ts';
import type { JsonValue } from '../json.ts';
import { isDenial, waysToHold } from './clause-conflicts.ts';
import { areIncompatible, isImpossible } from './contradiction.ts';
import type { Branch } from './facts.ts';
import { placeText } from './layer-report.ts';
import { exampleOf } from './names-overlap.ts';
import { spend } from './pattern-overlap.ts';
import { type Conflict, type ConflictGate, type PreparedClause, ruleText } from './prepared-clause.ts';
import { resolveParams } from './resolve-params.ts';

/** The steps that comparing two clauses is taken to need, beside those for each character of the values of forms. */
const STEPS_OF_PAIR = 100;
/** The most contradictions of one gate that are listed. */
const MAX_CONFLICTS = 100;
/** What happens to subjects that a match without `actions` takes in for sure. */
const usualActions: readonly string[] = ['create', 'update', 'replace'];

/** A clause with what another one could contradict. */
interface Demand {
  readonly prepared: PreparedClause;
  /** What both have to be about to be compared: a form, or a term of a condition. */
  readonly topics: readonly string[];
  /** The characters of the value of a form. */
  readonly size: number;
  readonly demand:
    | { readonly kind: 'form'; readonly value: JsonValue }
    | { readonly kind: 'assert'; readonly ways: readonly Branch[] };
}

/** Finds clauses of one gate that no subject can keep at once though both are for it. */
export function pairConflicts(clauses: readonly PreparedClause[], gate: ConflictGate): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [one, other] of pairs(clauses.flatMap(demandOf))) {
    const isListFull = conflicts.length >= MAX_CONFLICTS;
    if (isListFull || !spend(other.prepared.names.effort, STEPS_OF_PAIR + one.size + other.size)) {
      const { places } = other.prepared.clause.located;
      const message = isListFull
        ? `More than ${MAX_CONFLICTS} pairs of rules may contradict each other; the others are not listed.`
        : 'There are too many rules to compare each with every other one, so that some may contradict.';
      conflicts.push({ file: places.file, ...places.at(other.prepared.clause.path), message, severity: 'warning' });
      break;
    }
    const reasons = contradictions(one, other, gate);
    if (reasons.length > 0) conflicts.push(...conflictOf(one.prepared, other.prepared, reasons));
  }
  return conflicts;
}

function demandOf(prepared: PreparedClause): Demand[] {
  const { condition } = prepared.clause;
  if (condition.kind === 'form') {
    const resolved = resolveParams(condition.value, prepared.policy.params);
    if ('message' in resolved) return [];
    const size = JSON.stringify(resolved.value).length;
    return [{ prepared, topics: [condition.form], size, demand: { kind: 'form', value: resolved.value } }];
  }
  if (prepared.assert === null || isDenial(prepared)) return [];
  const ways = waysToHold(prepared.assert.expression);
  const terms = new Set(ways.flatMap((way) => way.map(({ term }) => term)));
  return isImpossible(ways) ? [] : [{ prepared, topics: [...terms], size: 0, demand: { kind: 'assert', ways } }];
}

/** Every two demands that are about the same, once. */
function* pairs(demands: readonly Demand[]): Generator<readonly [Demand, Demand]> {
  const earlier = new Map<string, Demand[]>();
  for (const demand of demands) {
    const met = new Set<Demand>();
    for (const topic of demand.topics) {
      const key = `${demand.demand.kind} ${topic}`;
      const others = earlier.get(key) ?? [];
      for (const other of others) {
        if (met.has(other)) continue;
        met.add(other);
        yield [other, demand];
      }
      others.push(demand);
      earlier.set(key, others);
    }
  }
}

/** Sentences about what contradicts; none when a subject can keep both. */
function contradictions(one: Demand, other: Demand, gate: ConflictGate): readonly string[] {
  if (one.demand.kind === 'form' && other.demand.kind === 'form') {
    const [name] = one.topics;
    const form = gate.forms?.find((each) => each.name === name);
    return form?.conflicts?.(one.demand.value, other.demand.value) ?? [];
  }
  if (one.demand.kind !== 'assert' || other.demand.kind !== 'assert') return [];
  const isConflict = areIncompatible(one.demand.ways, other.demand.ways, other.prepared.names.effort);
  return isConflict ? [`${sourceText(one)} and ${sourceText(other)} cannot both hold.`] : [];
}

function sourceText({ prepared: { assert } }: Demand): string {
  return quote(assert?.expression.source ?? '');
}

function conflictOf(one: PreparedClause, other: PreparedClause, reasons: readonly string[]): Conflict[] {
  if (!haveCommonAction(one, other)) return [];
  const lists = uniqueLists([...one.lists, ...other.lists]);
  const excludes = uniqueLists([one.rule.exclude, other.rule.exclude].filter((list) => list.length > 0));
  const example = exampleOf(lists, excludes, other.names);
  if (example === null) return [];
  const whens = whensOf(one, other);
  if (whens === 'apart') return [];
  const isBinding = one.rule.level !== 'advisory' && other.rule.level !== 'advisory';
  const { places } = other.clause.located;
  const who =
    ruleText(one) === ruleText(other)
      ? `The layers of rule "${ruleText(one)}" contradict`
      : `The rules "${ruleText(one)}" and "${ruleText(other)}" contradict`;
  const about = lists.length === 0 ? 'every subject' : `subjects such as ${quote(example.at(-1) ?? '')}`;
  const when = whens === 'unsure' ? ', where the `when` of both is true' : '';
  const message = `${who} each other for ${about}${when}: ${reasons.join(' ')}`;
  const mend = `The other is at ${placeText(one.clause.located, one.clause.path)}. Change one of them, or what it matches.`;
  return [
    {
      file: places.file,
      ...places.at(other.clause.path),
      message: `${message} ${mend}`,
      severity: isBinding && whens === 'together' ? 'error' : 'warning',
    },
  ];
}

/** Whether one kind of change is taken in by all lists of actions of both. */
function haveCommonAction(one: PreparedClause, other: PreparedClause): boolean {
  const lists = [one, other].flatMap(({ actions }) => (actions.length === 0 ? [usualActions] : actions));
  const [first = [], ...others] = lists;
  return first.some((action) => others.every((list) => list.includes(action)));
}

/** Whether the conditions of two matches are true together, never are, or that cannot be told. */
function whensOf(one: PreparedClause, other: PreparedClause): 'together' | 'apart' | 'unsure' {
  if (conditionText(one) === conditionText(other)) return 'together';
  const isApart = one.whens.some((left) =>
    other.whens.some((right) =>
      areIncompatible(waysToHold(left.expression), waysToHold(right.expression), other.names.effort),
    ),
  );
  return isApart ? 'apart' : 'unsure';
}

function conditionText({ whens, policy }: PreparedClause): string {
  const sources = whens.map(({ expression }) => expression.source);
  const isOfPolicy = sources.some((source) => source.includes('params'));
  return JSON.stringify([isOfPolicy ? policy.name : '', ...new Set(sources)]);
}

function uniqueLists(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [JSON.stringify(list), list])).values()];
}
