import type { HasNode, IndexNode, Node, SelectNode } from '../syntax/ast.ts';
import { preview } from '../trace/preview.ts';
import { fromHost, isList } from '../values/host.ts';
import { hasKey, isData, isMap, lookUp, lookUpField, readData } from '../values/map-access.ts';
import { isNumeric, magnitude } from '../values/number.ts';
import { Optional } from '../values/optional.ts';
import { derived, Failure, fail, mergeStrict, placed, Stop } from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';
import { compileNode, type Plan } from './compile-node.ts';
import type { Evaluator } from './frame.ts';

/** `a.b` and `a.?b`. */
export function compileSelect(node: SelectNode, plan: Plan): Evaluator {
  const operand = compileNode(node.operand, plan);
  const { field, optional } = node;
  return (frame) => {
    const target = operand(frame);
    if (!optional && isData(target)) {
      const value = readData(target, field);
      if (value !== undefined && !(value instanceof Stop)) return value;
    }
    if (target instanceof Stop) return derived(target);
    const found = target instanceof Optional ? optionalField(target, field) : readField(target, field);
    return finish(found, optional || target instanceof Optional, () => noSuchKey(field), node);
  };
}

/** What a lookup gives: a value, nothing, or a stop. */
type Found = Value | Stop | undefined;

function readField(target: Value, field: string): Found {
  if (isMap(target)) return lookUpField(target, field);
  return fail(`${describeType(target)} has no fields, so ".${field}" cannot be read`);
}

function optionalField(target: Optional, field: string): Found {
  return target.value === undefined ? undefined : readField(target.value, field);
}

/** The result of a lookup: for an optional one, an optional value; else nothing is a failure. */
function finish(found: Found, isOptional: boolean, missing: () => Failure, node: Node): Value | Stop {
  if (found instanceof Stop) return placed(found, node.range);
  if (isOptional) return found === undefined ? Optional.none : new Optional(found);
  return found ?? (found === null ? null : placed(missing(), node.range));
}

function noSuchKey(key: Value): Failure {
  return fail(`no such key: ${preview(key)}`);
}

/** `has(a.b)`: whether the key is there, also when its value is null or unknown. */
export function compileHas(node: HasNode, plan: Plan): Evaluator {
  const operand = compileNode(node.operand, plan);
  const { field } = node;
  return (frame) => {
    const target = operand(frame);
    if (target instanceof Stop) return derived(target);
    const map = target instanceof Optional ? target.value : target;
    if (map === undefined) return false;
    if (isMap(map)) return placed(hasKey(map, field), node.range);
    return placed(fail(`${describeType(map)} has no fields, so has(….${field}) cannot be answered`), node.range);
  };
}

/** `a[b]` and `a[?b]`. */
export function compileIndex(node: IndexNode, plan: Plan): Evaluator {
  const operand = compileNode(node.operand, plan);
  const index = compileNode(node.index, plan);
  return (frame) => {
    const target = operand(frame);
    if (target instanceof Failure) return target;
    const key = index(frame);
    if (key instanceof Stop) return derived(target instanceof Stop ? mergeStrict(target, key) : key);
    if (target instanceof Stop) return derived(target);
    const isOptional = node.optional || target instanceof Optional;
    const collection = target instanceof Optional ? target.value : target;
    const found = collection === undefined ? undefined : readIndex(collection, key);
    return finish(found, isOptional, () => missingIndex(collection, key), node);
  };
}

function readIndex(target: Value, key: Value): Found {
  if (isMap(target)) return lookUp(target, key);
  if (!isList(target)) return fail(`${describeType(target)} has no elements, so "[…]" cannot be used on it`);
  const position = isNumeric(key) ? Number(magnitude(key)) : Number.NaN;
  if (!Number.isInteger(position)) return fail(`an index of a list is a whole number, not ${preview(key)}`);
  return position < 0 || position >= target.length ? undefined : fromHost(target[position]);
}

function missingIndex(target: Value | undefined, key: Value): Failure {
  if (target === undefined || !isList(target)) return noSuchKey(key);
  const count = target.length === 1 ? '1 element' : `${target.length} elements`;
  return fail(`index out of range: the list has ${count}, so there is no index ${preview(key)}`);
}
