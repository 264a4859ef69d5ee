import type { Meter } from '../evaluate/meter.ts';
import { equal } from '../values/equal.ts';
import { fromHost, isList } from '../values/host.ts';
import { Optional } from '../values/optional.ts';
import { compare } from '../values/order.ts';
import { fail, isStop, type Stop } from '../values/stop.ts';
import type { List, Value } from '../values/value.ts';
import type { FunctionDefinition } from './overload.ts';

/** The lists and sets extensions. */
export const LIST_FUNCTIONS: readonly FunctionDefinition[] = [
  ['lists.range(int): list(int)', range],
  ['list(A).slice(int, int): list(A)', slice],
  ['list(A).flatten(): list(dyn)', (list: List, meter: Meter) => flatten(list, 1n, meter)],
  ['list(A).flatten(int): list(dyn)', flatten],
  ['list(A).distinct(): list(A)', distinct],
  ['list(A).reverse(): list(A)', (list: List) => list.toReversed()],
  ['list(A).sort(): list(A)', sort],
  ['list(A).first(): optional(A)', (list: List) => optionalAt(list, 0)],
  ['list(A).last(): optional(A)', (list: List) => optionalAt(list, list.length - 1)],
  ['sets.contains(list(A), list(A)): bool', containsAll],
  ['sets.equivalent(list(A), list(A)): bool', equivalent],
  ['sets.intersects(list(A), list(A)): bool', intersects],
];

function range(count: bigint, meter: Meter): unknown {
  if (count < 0n) return fail(`lists.range() takes no negative number, such as ${count}`);
  const length = Number(count);
  meter.steps(length);
  return Array.from({ length }, (_, index) => BigInt(index));
}

function slice(list: List, start: bigint, end: bigint): unknown {
  if (start < 0n || end > list.length || start > end) {
    return fail(`a list of ${list.length} elements has no slice from ${start} to ${end}`);
  }
  return list.slice(Number(start), Number(end));
}

function flatten(list: List, depth: bigint, meter: Meter): unknown {
  if (depth < 0n) return fail(`flatten() takes no negative depth, such as ${depth}`);
  const result: unknown[] = [];
  const visit = (part: List, left: bigint): void => {
    meter.steps(part.length);
    for (const element of part) {
      if (left > 0n && isList(element)) meter.nested(() => visit(element, left - 1n));
      else result.push(element);
    }
  };
  visit(list, depth);
  return result;
}

function optionalAt(list: List, index: number): unknown {
  const element = list[index];
  const value = element === undefined ? undefined : fromHost(element);
  return isStop(value) ? value : new Optional(value);
}

function valuesOf(list: List, meter: Meter): Value[] | Stop {
  meter.steps(list.length);
  const values: Value[] = [];
  for (const element of list) {
    const value = fromHost(element);
    if (isStop(value)) return value;
    values.push(value);
  }
  return values;
}

function includes(values: readonly Value[], value: Value, meter: Meter): boolean {
  meter.steps(values.length);
  return values.some((other) => equal(other, value, meter) === true);
}

function distinct(list: List, meter: Meter): unknown {
  const values = valuesOf(list, meter);
  if (isStop(values)) return values;
  const strings = new Set<string>();
  const others: Value[] = [];
  return values.filter((value) => {
    if (typeof value === 'string') return strings.size !== strings.add(value).size;
    const isNew = !includes(others, value, meter);
    if (isNew) others.push(value);
    return isNew;
  });
}

function sort(list: List, meter: Meter): unknown {
  const values = valuesOf(list, meter);
  if (isStop(values)) return values;
  meter.steps(values.length * Math.ceil(Math.log2(values.length + 1)));
  const [first, ...rest] = values;
  if (first === undefined) return values;
  // Comparing all with the first finds out before sorting whether they can be compared at all.
  if (rest.some((value) => compare(first, value) === null))
    return fail('sort() takes elements of one type that has an order');
  return values.sort((left, right) => compare(left, right) ?? 0);
}

function containsAll(list: List, part: List, meter: Meter): unknown {
  const values = valuesOf(list, meter);
  const wanted = valuesOf(part, meter);
  if (isStop(values)) return values;
  if (isStop(wanted)) return wanted;
  return wanted.every((value) => includes(values, value, meter));
}

function equivalent(left: List, right: List, meter: Meter): unknown {
  const contained = containsAll(left, right, meter);
  return contained === true ? containsAll(right, left, meter) : contained;
}

function intersects(left: List, right: List, meter: Meter): unknown {
  const values = valuesOf(left, meter);
  const others = valuesOf(right, meter);
  if (isStop(values)) return values;
  if (isStop(others)) return others;
  return others.some((value) => includes(values, value, meter));
}
