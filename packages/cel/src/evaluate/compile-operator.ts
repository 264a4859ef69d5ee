import type { BinaryNode, Node, UnaryNode } from '../syntax/ast.ts';
import { normalKey } from '../values/cel-map.ts';
import { equal } from '../values/equal.ts';
import { fromHost, isList } from '../values/host.ts';
import { hasKey, isMap } from '../values/map-access.ts';
import { compare } from '../values/order.ts';
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
import type { List, Value } from '../values/value.ts';
import { calculate, negate, noOverload } from './arithmetic.ts';
import { constantCollection } from './compile-collection.ts';
import { asStop } from './compile-logical.ts';
import { compileNode, type Plan } from './compile-node.ts';
import type { Evaluator, Frame } from './frame.ts';
import type { Meter } from './meter.ts';

/** An operator between two values that are there. */
type Operation = (left: Value, right: Value, meter: Meter) => Value | Stop;

/** An operator between two operands, each of which may be unknown or have failed. */
export function compileBinary(node: BinaryNode, plan: Plan): Evaluator {
  if (node.operator === 'in') {
    const constants = stringsOf(node.right);
    if (constants !== null) return compileInConstants(node, constants, plan);
  }
  return strict(node, compileNode(node.left, plan), compileNode(node.right, plan), operationOf(node));
}

/** Evaluates both operands. An error beats an unknown value, because no value could mend it. */
function strict(node: Node, left: Evaluator, right: Evaluator, operation: Operation): Evaluator {
  return (frame) => {
    const a = left(frame);
    if (isFailure(a)) return a;
    const b = right(frame);
    if (isStop(b)) return derived(isStop(a) ? mergeStrict(a, b) : b);
    if (isStop(a)) return derived(a);
    frame.meter.place = node.range;
    const result = operation(a, b, frame.meter);
    return isStop(result) ? placed(derived(result), node.range) : result;
  };
}

function operationOf(node: BinaryNode): Operation {
  const { operator } = node;
  switch (operator) {
    case '==':
      return equal;
    case '!=':
      return (left, right, meter) => {
        const same = equal(left, right, meter);
        return typeof same === 'boolean' ? !same : same;
      };
    case '<':
      return comparison(operator, (order) => order < 0);
    case '<=':
      return comparison(operator, (order) => order <= 0);
    case '>':
      return comparison(operator, (order) => order > 0);
    case '>=':
      return comparison(operator, (order) => order >= 0);
    case 'in':
      return contains;
    default:
      return (left, right, meter) => calculate(operator, left, right, meter);
  }
}

function comparison(operator: string, decide: (order: number) => boolean): Operation {
  return (left, right) => {
    const order = compare(left, right);
    return order === null ? noOverload(operator, left, right) : decide(order);
  };
}

/** `value in list`: true if one element is equal, else unknown if one may be, else false. `key in map`. */
function contains(value: Value, collection: Value, meter: Meter): boolean | Stop {
  if (isList(collection)) return isElement(value, collection, meter);
  if (!isMap(collection)) return noOverload('in', value, collection);
  return normalKey(value) === null
    ? fail(`${describeType(value)} cannot be a key of a map`)
    : hasKey(collection, value);
}

function isElement(value: Value, list: List, meter: Meter): boolean | Stop {
  meter.steps(list.length);
  let stop: Stop | null = null;
  for (const element of list) {
    const candidate = fromHost(element);
    const same = isStop(candidate) ? candidate : equal(candidate, value, meter);
    if (same === true) return true;
    if (same !== false) stop = mergeUndecided(stop, same);
  }
  return stop ?? false;
}

/** The strings of a list of string literals, or null for any other node. */
function stringsOf(node: Node): ReadonlySet<string> | null {
  const constant = node.kind === 'list' ? constantCollection(node) : undefined;
  if (!isList(constant)) return null;
  const strings = new Set<string>();
  for (const element of constant) {
    if (typeof element !== 'string') return null;
    strings.add(element);
  }
  return strings;
}

function compileInConstants(node: BinaryNode, constants: ReadonlySet<string>, plan: Plan): Evaluator {
  const needle = compileNode(node.left, plan);
  return (frame: Frame) => {
    const value = needle(frame);
    if (typeof value === 'string') return constants.has(value);
    if (!isStop(value)) return false;
    // Whatever the value is, it is not in an empty list; but what is computed from it may be an error.
    return constants.size === 0 && isUnknown(value) && !value.isDerived ? false : derived(value);
  };
}

/** `!x` and `-x`. */
export function compileUnary(node: UnaryNode, plan: Plan): Evaluator {
  const operand = compileNode(node.operand, plan);
  if (node.operator === '!') {
    return (frame) => {
      const value = operand(frame);
      return typeof value === 'boolean' ? !value : asStop(value, node.operand, '"!"');
    };
  }
  return (frame) => {
    const value = operand(frame);
    return isStop(value) ? derived(value) : placed(negate(value), node.range);
  };
}
