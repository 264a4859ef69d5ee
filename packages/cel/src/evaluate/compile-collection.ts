import type { ListNode, MapNode, Node } from '../syntax/ast.ts';
import { preview } from '../trace/preview.ts';
import { CelMap, normalKey } from '../values/cel-map.ts';
import { isOptional } from '../values/optional.ts';
import {
  derived,
  type Failure,
  fail,
  isFailure,
  isStop,
  isUnknown,
  mergeStrict,
  placed,
  type Stop,
} from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';
import { compileNode, type Plan } from './compile-node.ts';
import type { Evaluator } from './frame.ts';

/**
 * A list or map literal. One that holds unknown values of the input is itself known: its size is. It is unknown when
 * its keys are, or whether an optional part is there, or when a part is computed from an unknown value and so may
 * turn out to be an error. A part that fails makes the whole fail.
 */
export function compileCollection(node: ListNode | MapNode, plan: Plan): Evaluator {
  const constant = constantCollection(node);
  if (constant !== undefined && !plan.isTraced) return () => constant;
  return node.kind === 'list' ? compileList(node, plan) : compileMap(node, plan);
}

/** The value of a list literal of literals, or undefined. Lists are never changed, so one serves all evaluations. */
export function constantCollection(node: Node): Value | undefined {
  if (node.kind === 'literal') return node.value;
  if (node.kind !== 'list') return undefined;
  const values: Value[] = [];
  for (const element of node.elements) {
    const value = element.optional ? undefined : constantCollection(element.value);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function compileList(node: ListNode, plan: Plan): Evaluator {
  const elements = node.elements.map((element) => ({
    node: element.value,
    optional: element.optional,
    evaluate: compileNode(element.value, plan),
  }));
  return (frame) => {
    frame.meter.steps(elements.length);
    let stop: Stop | null = null;
    const list: (Value | Stop)[] = [];
    for (const element of elements) {
      const value = element.evaluate(frame);
      if (isFailure(value)) return value;
      if (isStop(value) && (element.optional || isDerived(value))) stop = mergeStrict(stop, value);
      else if (!element.optional) list.push(value);
      else if (!isOptional(value)) return notOptional(value, element.node);
      else if (value.value !== undefined) list.push(value.value);
    }
    return stop === null ? list : derived(stop);
  };
}

function compileMap(node: MapNode, plan: Plan): Evaluator {
  const entries = node.entries.map((entry) => ({
    node: entry,
    key: compileNode(entry.key, plan),
    value: compileNode(entry.value, plan),
  }));
  return (frame) => {
    frame.meter.steps(entries.length);
    let stop: Stop | null = null;
    const map = new CelMap();
    for (const entry of entries) {
      const key = entry.key(frame);
      const value = entry.value(frame);
      if (isFailure(key)) return key;
      if (isFailure(value)) return value;
      if (isStop(key) || (isStop(value) && (entry.node.optional || isDerived(value)))) {
        for (const part of [key, value]) if (isStop(part)) stop = mergeStrict(stop, part);
        continue;
      }
      const failure = addEntry(map, key, value, entry.node);
      if (failure !== null) return failure;
    }
    return stop === null ? map : derived(stop);
  };
}

function addEntry(map: CelMap, key: Value, value: Value | Stop, entry: MapNode['entries'][number]): Failure | null {
  const normal = isKeyType(key) ? normalKey(key) : null;
  if (normal === null) return placed(fail(`${describeType(key)} cannot be a key of a map`), entry.key.range);
  let present: unknown = value;
  if (entry.optional) {
    if (!isOptional(value)) return notOptional(value, entry.value);
    if (value.value === undefined) return null;
    present = value.value;
  }
  if (map.has(normal)) return placed(fail(`the key ${preview(key)} is there twice`), entry.key.range);
  map.add(normal, key, present);
  return null;
}

function isDerived(stop: Stop): boolean {
  return isUnknown(stop) && stop.isDerived;
}

/** Doubles find keys but cannot be keys. */
function isKeyType(key: Value): boolean {
  return describeType(key) !== 'double';
}

function notOptional(value: Value | Stop, node: Node): Failure {
  const type = isStop(value) ? 'nothing' : describeType(value);
  return placed(fail(`what follows "?" must be an optional value, not ${type}`), node.range);
}
