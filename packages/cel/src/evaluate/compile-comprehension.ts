import { type ComprehensionNode, childrenOf, type Node, type OptionalMapNode } from '../syntax/ast.ts';
import { preview } from '../trace/preview.ts';
import { CelMap, normalKey } from '../values/cel-map.ts';
import { fromHost, isList } from '../values/host.ts';
import { entriesOf, isMap, keysOf } from '../values/map-access.ts';
import { isOptional, Optional } from '../values/optional.ts';
import {
  derived,
  fail,
  isFailure,
  isStop,
  isUnknown,
  mergeStrict,
  mergeUndecided,
  placed,
  type Stop,
} from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';
import { asStop } from './compile-logical.ts';
import { compileNode, type Plan } from './compile-node.ts';
import type { Evaluator, Frame } from './frame.ts';

/** One round of a macro: the element as it is in the collection, and what the variables are. */
interface Round {
  readonly element: unknown;
  readonly first: Value | Stop;
  readonly second: Value | Stop;
}

/** What a macro makes of its rounds. */
type Fold = (rounds: readonly Round[], frame: Frame, enter: (round: Round) => void) => Value | Stop;

/** A macro that goes over the elements of a list or the keys of a map. */
export function compileComprehension(node: ComprehensionNode, plan: Plan): Evaluator {
  const source = compileNode(node.source, plan);
  const slot = plan.slots.get(node) ?? 0;
  const isPair = node.variables.length === 2;
  const cost = 1 + weigh(node.body) + (node.filter === null ? 0 : weigh(node.filter));
  const fold = foldOf(node, plan);
  return (frame) => {
    const collection = source(frame);
    if (isStop(collection)) return derived(collection);
    const rounds = roundsOf(collection, isPair);
    if (isStop(rounds)) return placed(rounds, node.source.range);
    return fold(rounds, frame, (round) => {
      frame.meter.place = node.range;
      frame.meter.steps(cost);
      frame.slots[slot] = round.first;
      if (isPair) frame.slots[slot + 1] = round.second;
    });
  };
}

/** How many nodes an evaluation of this one visits at most, loops inside it not counted: they count themselves. */
function weigh(node: Node): number {
  let weight = 1;
  for (const child of childrenOf(node)) weight += weigh(child);
  return weight;
}

function roundsOf(collection: Value, isPair: boolean): Round[] | Stop {
  if (isList(collection)) {
    return collection.map((element, index) => {
      const value = fromHost(element);
      return isPair ? { element, first: BigInt(index), second: value } : { element, first: value, second: null };
    });
  }
  if (!isMap(collection)) return fail(`a list or a map is needed to go over, not ${describeType(collection)}`);
  if (!isPair) {
    const keys = keysOf(collection);
    return isStop(keys) ? keys : keys.map((key) => ({ element: key, first: key, second: null }));
  }
  const entries = entriesOf(collection);
  if (isStop(entries)) return entries;
  return entries.map(([key, value]) => ({ element: value, first: key, second: fromHost(value) }));
}

function foldOf(node: ComprehensionNode, plan: Plan): Fold {
  const body = compileNode(node.body, plan);
  const filter = node.filter === null ? null : compileNode(node.filter, plan);
  switch (node.macro) {
    case 'all':
      return quantifier(node, body, false);
    case 'exists':
      return quantifier(node, body, true);
    case 'exists_one':
      return exactlyOne(node, body);
    case 'filter':
      return select(node.body, body, (round) => round.element);
    case 'map':
    case 'transformList':
      return select(node.filter, filter, (_, frame) => body(frame));
    case 'transformMap':
      return transformMap(node, filter, body);
    case 'transformMapEntry':
      return transformMapEntry(node, filter, body);
  }
}

/** `all` is `&&` over the elements, `exists` is `||`: an element that decides is enough, whatever the others are. */
function quantifier(node: ComprehensionNode, body: Evaluator, deciding: boolean): Fold {
  return (rounds, frame, enter) => {
    let stop: Stop | null = null;
    for (const round of rounds) {
      enter(round);
      const value = body(frame);
      if (value === deciding) return deciding;
      if (value !== !deciding) stop = mergeUndecided(stop, asStop(value, node.body, `${node.macro}()`));
    }
    return stop ?? !deciding;
  };
}

/** Every element counts, so that none that failed or is unknown can be left out. */
function exactlyOne(node: ComprehensionNode, body: Evaluator): Fold {
  return (rounds, frame, enter) => {
    let stop: Stop | null = null;
    let count = 0;
    for (const round of rounds) {
      enter(round);
      const value = body(frame);
      if (value === true) count += 1;
      else if (value !== false) stop = mergeStrict(stop, asStop(value, node.body, 'exists_one()'));
    }
    return stop ?? count === 1;
  };
}

/** Whether a round passes the filter; a stop when that is unknown or failed. */
function passes(node: Node | null, filter: Evaluator | null, frame: Frame): boolean | Stop {
  if (node === null || filter === null) return true;
  const value = filter(frame);
  return typeof value === 'boolean' ? value : asStop(value, node, 'a condition');
}

/**
 * A list of what is made of each round that passes. Elements may be unknown; when it is unknown whether one is in the
 * list, the list is.
 */
function select(node: Node | null, filter: Evaluator | null, make: (round: Round, frame: Frame) => unknown): Fold {
  return (rounds, frame, enter) => {
    let stop: Stop | null = null;
    const list: unknown[] = [];
    for (const round of rounds) {
      enter(round);
      const passed = passes(node, filter, frame);
      if (passed === false) continue;
      if (passed !== true) {
        stop = mergeStrict(stop, passed);
        continue;
      }
      const element = make(round, frame);
      if (isFailure(element)) return element;
      if (isUnknown(element) && element.isDerived) stop = mergeStrict(stop, element);
      else list.push(element);
    }
    return stop === null ? list : derived(stop);
  };
}

function transformMap(node: ComprehensionNode, filter: Evaluator | null, body: Evaluator): Fold {
  return buildMap(node, filter, (round, frame, map) => {
    const value = body(frame);
    if (isFailure(value) || (isUnknown(value) && value.isDerived)) return value;
    // With a list, the keys are the indexes.
    return isStop(round.first) ? round.first : put(map, round.first, value, node);
  });
}

function transformMapEntry(node: ComprehensionNode, filter: Evaluator | null, body: Evaluator): Fold {
  return buildMap(node, filter, (_, frame, map) => {
    const made = body(frame);
    if (isStop(made)) return made;
    const entries = isMap(made) ? entriesOf(made) : fail(`transformMapEntry() makes maps, not ${describeType(made)}`);
    if (isStop(entries)) return entries;
    frame.meter.steps(entries.length);
    for (const [key, value] of entries) {
      const stop = put(map, key, value, node);
      if (stop !== null) return stop;
    }
    return null;
  });
}

function buildMap(
  node: ComprehensionNode,
  filter: Evaluator | null,
  add: (round: Round, frame: Frame, map: CelMap) => Stop | null,
): Fold {
  return (rounds, frame, enter) => {
    let stop: Stop | null = null;
    const map = new CelMap();
    for (const round of rounds) {
      enter(round);
      const passed = passes(node.filter, filter, frame);
      if (passed === false) continue;
      const problem = passed === true ? add(round, frame, map) : passed;
      if (isFailure(problem)) return placed(problem, node.body.range);
      if (problem !== null) stop = mergeStrict(stop, problem);
    }
    return stop === null ? map : derived(stop);
  };
}

function put(map: CelMap, key: Value, value: unknown, node: ComprehensionNode): Stop | null {
  const normal = normalKey(key);
  if (normal === null) return fail(`${describeType(key)} cannot be a key of a map`);
  if (map.has(normal)) return placed(fail(`the key ${preview(key)} is made twice`), node.body.range);
  map.add(normal, key, value);
  return null;
}

/** `optMap` and `optFlatMap`: the body is evaluated only when there is a value. */
export function compileOptionalMap(node: OptionalMapNode, plan: Plan): Evaluator {
  const source = compileNode(node.source, plan);
  const slot = plan.slots.get(node) ?? 0;
  const body = compileNode(node.body, plan);
  return (frame) => {
    const optional = source(frame);
    if (isStop(optional)) return derived(optional);
    if (!isOptional(optional)) {
      return placed(
        fail(`no such overload: optMap() is for optional values, not ${describeType(optional)}`),
        node.range,
      );
    }
    if (optional.value === undefined) return optional;
    frame.slots[slot] = optional.value;
    const value = body(frame);
    if (isStop(value)) return derived(value);
    if (!node.flat) return new Optional(value);
    if (isOptional(value)) return value;
    return placed(fail(`optFlatMap() needs an optional value, not ${describeType(value)}`), node.body.range);
  };
}
