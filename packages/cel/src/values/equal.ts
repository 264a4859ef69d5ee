import type { Meter } from '../evaluate/meter.ts';
import { fromHost, isList } from './host.ts';
import { entriesOf, isMap, lookUp, sizeOf } from './map-access.ts';
import { isNumeric, magnitude, sameNumber } from './number.ts';
import { isOptional } from './optional.ts';
import { isStop, mergeUndecided, type Stop } from './stop.ts';
import { isDuration, isTimestamp } from './time.ts';
import { TypeValue } from './type-value.ts';
import type { List, MapLike, Value } from './value.ts';

/**
 * Whether two values are equal. Values of different types are not equal, save that numbers are compared by what they
 * are worth. Lists and maps that hold unknown values are unequal when a known part differs, else unknown.
 */
export function equal(left: Value, right: Value, meter: Meter): boolean | Stop {
  if (left === right) return true;
  if (typeof left === 'string' || typeof right === 'string') return false;
  if (isNumeric(left)) return isNumeric(right) && sameNumber(magnitude(left), magnitude(right));
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return equalObjects(left, right, meter);
}

type ObjectValue = Exclude<Value, null | boolean | string | number | bigint>;

function equalObjects(left: ObjectValue, right: ObjectValue, meter: Meter): boolean | Stop {
  if (isList(left)) return isList(right) && equalLists(left, right, meter);
  if (left instanceof Uint8Array) return right instanceof Uint8Array && equalBytes(left, right, meter);
  if (isTimestamp(left)) return isTimestamp(right) && left.nanos === right.nanos;
  if (isDuration(left)) return isDuration(right) && left.nanos === right.nanos;
  if (left instanceof TypeValue) return right instanceof TypeValue && left.name === right.name;
  if (isOptional(left)) {
    if (!isOptional(right)) return false;
    if (left.value === undefined || right.value === undefined) return left.value === right.value;
    return equal(left.value, right.value, meter);
  }
  return isMap(left) && isMap(right) && equalMaps(left, right, meter);
}

function equalBytes(left: Uint8Array, right: Uint8Array, meter: Meter): boolean {
  meter.characters(left.length);
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

function equalLists(left: List, right: List, meter: Meter): boolean | Stop {
  if (left.length !== right.length) return false;
  meter.steps(left.length);
  return meter.nested(() => {
    let stop: Stop | null = null;
    for (const [index, element] of left.entries()) {
      const same = equalElements(element, right[index], meter);
      if (same === false) return false;
      if (same !== true) stop = mergeUndecided(stop, same);
    }
    return stop ?? true;
  });
}

function equalMaps(left: MapLike, right: MapLike, meter: Meter): boolean | Stop {
  const size = sizeOf(right);
  const entries = entriesOf(left);
  if (isStop(size)) return size;
  if (isStop(entries)) return entries;
  if (entries.length !== size) return false;
  meter.steps(size);
  return meter.nested(() => {
    let stop: Stop | null = null;
    for (const [key, element] of entries) {
      const other = lookUp(right, key);
      if (other === undefined) return false;
      const same = equalElements(element, other, meter);
      if (same === false) return false;
      if (same !== true) stop = mergeUndecided(stop, same);
    }
    return stop ?? true;
  });
}

function equalElements(left: unknown, right: unknown, meter: Meter): boolean | Stop {
  const leftValue = fromHost(left);
  const rightValue = fromHost(right);
  if (isStop(leftValue)) return leftValue;
  if (isStop(rightValue)) return rightValue;
  return equal(leftValue, rightValue, meter);
}
