import type { HasNode, IndexNode, Node, SelectNode } from '../syntax/ast.ts';
import { preview } from '../trace/preview.ts';
import { fromHost, isList } from '../values/host.ts';
import { hasKey, isData, isMap, lookUp, lookUpField, readData } from '../values/map-access.ts';
import { isNumeric, magnitude } from '../values/number.ts';
import { isOptional, Optional } from '../values/optional.ts';
import { derived, type Failure, fail, isFailure, isStop, mergeStrict, placed, type Stop } from '../values/stop.ts';
import { describeType } from '../values/type-value.ts';
import type { MapLike, Value } from '../values/value.ts';
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
      if (value !== undefined && !isStop(value)) return value;
    }
    if (isStop(target)) return derived(target);
    const mayBeAbsent = optional || isOptional(target);
    const value = isOptional(target) ? target.value : target;
    const found =
      value === undefined ? undefined : mayBeAbsent && isMap(value) ? readIfSet(value, field) : readField(value, field);
    return finish(found, mayBeAbsent, () => noSuchKey(field), node);
  };
}

/** What a lookup gives: a value, nothing, or a stop. */
type Found = Value | Stop | undefined;

function readField(target: Value, field: string): Found {
  if (isMap(target)) return lookUpField(target, field);
  return fail(`${describeType(target)} has no fields, so ".${field}" cannot be read`);
}

/** What `?` asks for: a resolver may have an answer to `get` for what it does not count as there. */
function readIfSet(map: MapLike, key: Value): Found {
  const isThere = hasKey(map, key);
  return isThere === true ? lookUp(map, key) : isThere === false ? undefined : isThere;
}

/** The result of a lookup: for an optional one, an optional value; else nothing is a failure. */
function finish(found: Found, mayBeAbsent: boolean, missing: () => Failure, node: Node): Value | Stop {
  if (isStop(found)) return placed(found, node.range);
  if (mayBeAbsent) return found === undefined ? Optional.none : new Optional(found);
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
    if (isStop(target)) return derived(target);
    const map = isOptional(target) ? target.value : target;
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
    if (isFailure(target)) return target;
    const key = index(frame);
    if (isStop(key)) return derived(isStop(target) ? mergeStrict(target, key) : key);
    if (isStop(target)) return derived(target);
    const mayBeAbsent = node.optional || isOptional(target);
    const collection = isOptional(target) ? target.value : target;
    const found =
      collection === undefined
        ? undefined
        : mayBeAbsent && isMap(collection)
          ? readIfSet(collection, key)
          : readIndex(collection, key);
    return finish(found, mayBeAbsent, () => missingIndex(collection, key), node);
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
