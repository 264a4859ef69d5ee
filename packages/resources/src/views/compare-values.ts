import { isList, isObject, isSensitive, type JsonObject, type JsonValue } from '@tollgate/terraform';

/** Whether two values are the same; `unknown` where it depends on something that is not known or must not be read. */
export type Comparison = 'same' | 'different' | 'unknown';

/** A value with its marks, as resources have them. */
export interface MarkedValue {
  readonly value: JsonValue | undefined;
  readonly unknown: JsonValue;
  readonly sensitive: JsonValue;
}

/** Compares two values three-valued: one known difference is enough, and what is hidden is never taken for the same. */
export function compareValues(one: MarkedValue, other: MarkedValue): Comparison {
  if (isOpen(one) && isOpen(other)) return isSame(one.value ?? null, other.value ?? null) ? 'same' : 'different';
  if (isHidden(one) || isHidden(other)) return 'unknown';
  if (isList(one.value) && isList(other.value)) {
    if (one.value.length !== other.value.length) return 'different';
    return worst(one.value.map((_, index) => compareValues(elementOf(one, index), elementOf(other, index))));
  }
  if (isObject(one.value) && isObject(other.value)) {
    const names = new Set([...namesOf(one), ...namesOf(other)]);
    return worst([...names].map((name) => compareValues(memberOf(one, name), memberOf(other, name))));
  }
  if (isHiddenInside(one) || isHiddenInside(other)) return 'unknown';
  return (one.value ?? null) === (other.value ?? null) ? 'same' : 'different';
}

/** The one that says most: different before unknown before same. */
export function worst(comparisons: readonly Comparison[]): Comparison {
  if (comparisons.includes('different')) return 'different';
  return comparisons.includes('unknown') ? 'unknown' : 'same';
}

/** Most values have no marks, and are compared the quick way. */
function isOpen({ unknown, sensitive }: MarkedValue): boolean {
  return unknown === false && sensitive === false;
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  if (one === other) return true;
  if (isList(one)) {
    if (!isList(other) || one.length !== other.length) return false;
    return one.every((element, index) => isSame(element, other[index] ?? null));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSame(one[name] ?? null, other[name] ?? null));
}

function isHidden({ unknown, sensitive }: MarkedValue): boolean {
  return unknown === true || sensitive === true;
}

/** Marks below a value that has no parts, or other parts than the one it is compared with. */
function isHiddenInside({ unknown, sensitive }: MarkedValue): boolean {
  return isSensitive(unknown) || isSensitive(sensitive);
}

function namesOf({ value, unknown, sensitive }: MarkedValue): string[] {
  return [value, unknown, sensitive].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
}

function memberOf({ value, unknown, sensitive }: MarkedValue, name: string): MarkedValue {
  return {
    value: isObject(value) ? own(value, name) : undefined,
    unknown: isObject(unknown) ? (own(unknown, name) ?? false) : false,
    sensitive: isObject(sensitive) ? (own(sensitive, name) ?? false) : false,
  };
}

function elementOf({ value, unknown, sensitive }: MarkedValue, index: number): MarkedValue {
  return {
    value: isList(value) ? value[index] : undefined,
    unknown: isList(unknown) ? (unknown[index] ?? false) : false,
    sensitive: isList(sensitive) ? (sensitive[index] ?? false) : false,
  };
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
