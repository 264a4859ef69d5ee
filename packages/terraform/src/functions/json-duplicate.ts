import { convert } from '../values/convert.ts';
import { quoteText } from '../values/quote.ts';
import { BOOL, NUMBER, type Type } from '../values/type.ts';
import type { Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';

/**
 * whyNotReplaceable tells why a value in JSON cannot stand before another one of the same key. The last one counts, but
 * Terraform reads all of them as the type of the last. It gives undefined when the value can be read so.
 */
export function whyNotReplaceable(value: Value, type: Type): string | undefined {
  if (value.kind === 'null') return undefined;
  switch (type.kind) {
    case 'bool':
      return value.kind === 'string' ? whyNotConvertible(value, BOOL) : required(value, 'bool');
    case 'number':
      return value.kind === 'string' ? whyNotConvertible(value, NUMBER) : required(value, 'number');
    case 'string':
      return value.kind === 'number' || value.kind === 'bool' ? undefined : required(value, 'string');
    case 'tuple':
      return value.kind === 'tuple' ? whyNotTuple(value.items, type.elements) : 'missing expected [';
    case 'object':
      return value.kind === 'object' ? whyNotObject(value.entries, type.attributes) : 'missing expected {';
    default:
      return value.kind === 'object' ? 'missing type in dynamically-typed value' : 'missing expected {';
  }
}

function required(value: Value, kind: 'bool' | 'number' | 'string'): string | undefined {
  return value.kind === kind ? undefined : `${kind} is required`;
}

function whyNotConvertible(value: Value, type: Type): string | undefined {
  try {
    convert(value, type);
    return undefined;
  } catch (error) {
    if (isMistake(error)) return error.message;
    throw error;
  }
}

function whyNotTuple(items: readonly Value[], types: readonly Type[]): string | undefined {
  for (const [index, item] of items.entries()) {
    const type = types[index];
    const problem =
      type === undefined ? `too many tuple elements (need ${types.length})` : whyNotReplaceable(item, type);
    if (problem !== undefined) return problem;
  }
  return items.length < types.length ? `not enough tuple elements (need ${types.length})` : undefined;
}

function whyNotObject(entries: ReadonlyMap<string, Value>, attributes: ReadonlyMap<string, Type>): string | undefined {
  for (const [name, value] of entries) {
    const type = attributes.get(name);
    const problem = type === undefined ? `unsupported attribute ${quoteText(name)}` : whyNotReplaceable(value, type);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
