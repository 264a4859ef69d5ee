import { setValue } from './set.ts';
import { isWhollyKnown, listValue, mapValue, objectValue, tupleValue, type Value } from './value.ts';

/** A value names no more reasons than this: a list of a thousand unknown things needs no thousand reasons. */
const MAX_REASONS = 8;

/** reasonsIn gathers, without repetition, why a value or something in it is unknown. */
export function reasonsIn(...values: readonly Value[]): readonly string[] {
  const reasons = new Set<string>();
  for (const value of values) gather(value, reasons);
  return [...reasons];
}

function gather(value: Value, reasons: Set<string>): void {
  if (reasons.size >= MAX_REASONS || isWhollyKnown(value)) return;
  switch (value.kind) {
    case 'unknown':
      for (const reason of value.reasons) if (reasons.size < MAX_REASONS) reasons.add(reason);
      return;
    case 'list':
    case 'set':
    case 'tuple':
      for (const item of value.items) gather(item, reasons);
      return;
    case 'map':
    case 'object':
      for (const entry of value.entries.values()) gather(entry, reasons);
  }
}

/** withReasons gives the unknown parts of a value that have no reason yet the given ones. */
export function withReasons(value: Value, reasons: readonly string[]): Value {
  if (reasons.length === 0 || !lacksReasons(value)) return value;
  const marks = { marks: value.marks };
  switch (value.kind) {
    case 'unknown':
      return { ...value, reasons };
    case 'list':
      return { ...listValue(value.type.element, reasoned(value.items, reasons)), ...marks };
    case 'set':
      return { ...setValue(value.type.element, reasoned(value.items, reasons)), ...marks };
    case 'tuple':
      return { ...tupleValue(reasoned(value.items, reasons)), ...marks };
    case 'map':
      return { ...mapValue(value.type.element, reasonedEntries(value.entries, reasons)), ...marks };
    case 'object':
      return { ...objectValue(reasonedEntries(value.entries, reasons)), ...marks };
    default:
      return value;
  }
}

function lacksReasons(value: Value): boolean {
  if (isWhollyKnown(value)) return false;
  switch (value.kind) {
    case 'unknown':
      return value.reasons.length === 0;
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.some(lacksReasons);
    case 'map':
    case 'object':
      return value.entries.values().some(lacksReasons);
    default:
      return false;
  }
}

function reasoned(items: readonly Value[], reasons: readonly string[]): readonly Value[] {
  return items.map((item) => withReasons(item, reasons));
}

function reasonedEntries(entries: ReadonlyMap<string, Value>, reasons: readonly string[]): Iterable<[string, Value]> {
  return entries.entries().map(([key, value]) => [key, withReasons(value, reasons)]);
}
