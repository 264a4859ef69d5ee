import { integerNumeric, isNegative, type Numeric } from '../values/big-float.ts';
import { convert } from '../values/convert.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { compareNumbers, isWhole } from '../values/number-arithmetic.ts';
import { toBigInt } from '../values/number-parts.ts';
import { quoteText } from '../values/quote.ts';
import { reasonsIn } from '../values/reasons.ts';
import { normalizeText } from '../values/text-order.ts';
import { DYNAMIC, isPrimitive, NUMBER, STRING, type Type } from '../values/type.ts';
import { typeName } from '../values/type-name.ts';
import { typeOf, unknownValue, type Value } from '../values/value.ts';
import { isMistake } from '../values/value-error.ts';
import type { Problem } from './scope.ts';

/** A part of a value, or why there is none. */
export type Accessed = Value | Problem;

/** isProblem tells whether an access went wrong. */
export function isProblem(result: object): result is Problem {
  return 'summary' in result;
}

/** The unknown result of an access to something unknown. */
function unknownPart(type: Type, ...from: readonly [Value, ...Value[]]): Value {
  return withMarks(unknownValue(type, reasonsIn(...from)), from[0].marks);
}

/** accessAttribute gives what `value.name` means. */
export function accessAttribute(value: Value, name: string): Accessed {
  if (value.kind === 'null') {
    return {
      summary: 'Attempt to get attribute from null value',
      detail: 'This value is null, so it does not have any attributes.',
    };
  }
  const type = typeOf(value);
  const key = normalizeText(name);
  switch (type.kind) {
    case 'dynamic':
      return unknownPart(DYNAMIC, value);
    case 'object': {
      const attribute = type.attributes.get(key);
      if (attribute === undefined)
        return unsupported(`This object does not have an attribute named ${quoteText(name)}.`);
      const found = value.kind === 'object' ? value.entries.get(key) : undefined;
      return found === undefined ? unknownPart(attribute, value) : withMarks(found, value.marks);
    }
    case 'map': {
      if (value.kind !== 'map') return unknownPart(type.element, value);
      const found = value.entries.get(key);
      if (found !== undefined) return withMarks(found, value.marks);
      const detail = `This map does not have an element with the key ${quoteText(name)}.`;
      return { summary: 'Missing map element', detail };
    }
    default:
      return unsupported(whyNoAttributes(type, name));
  }
}

function unsupported(detail: string): Problem {
  return { summary: 'Unsupported attribute', detail };
}

function whyNoAttributes(type: Type, name: string): string {
  if (isPrimitive(type)) return `Can't access attributes on a primitive-typed value (${typeName(type)}).`;
  if (type.kind === 'list' && type.element.kind === 'object') {
    const which = type.element.attributes.has(name) ? `attribute ${quoteText(name)}` : 'an attribute';
    return (
      "Can't access attributes on a list of objects. " +
      `Did you mean to access ${which} for a specific element of the list, or across all elements of the list?`
    );
  }
  if (type.kind === 'set' && type.element.kind === 'object') {
    return (
      "Can't access attributes on a set of objects. " +
      'Did you mean to access an attribute across all elements of the set?'
    );
  }
  return 'This value does not have any attributes.';
}

const NO_ELEMENT = 'The given key does not identify an element in this collection value';

function invalidIndex(detail: string): Problem {
  return { summary: 'Invalid index', detail };
}

/** accessIndex gives what `value[key]` means. */
export function accessIndex(value: Value, key: Value): Accessed {
  if (value.kind === 'null') {
    return {
      summary: 'Attempt to index null value',
      detail: 'This value is null, so it does not have any indices.',
    };
  }
  if (key.kind === 'null') return invalidIndex("Can't use a null value as an indexing key.");
  const type = typeOf(value);
  if (type.kind === 'dynamic' || typeOf(key).kind === 'dynamic') return unknownPart(DYNAMIC, value, key);
  switch (type.kind) {
    case 'list':
    case 'tuple':
      return withKey(key, NUMBER, (number) => indexSequence(value, type, number));
    case 'map':
      return withKey(key, STRING, (name) => indexMap(value, type.element, name));
    case 'object':
      return withKey(key, STRING, (name) => indexObject(value, name, typeOf(key)));
    case 'set':
      return invalidIndex(
        "Elements of a set are identified only by their value and don't have any separate index or key to select with, " +
          "so it's only possible to perform operations across all elements of the set.",
      );
    default:
      return invalidIndex('This value does not have any indices.');
  }
}

function withKey(key: Value, wanted: Type, use: (key: Value) => Accessed): Accessed {
  let converted: Value;
  try {
    converted = convert(key, wanted);
  } catch (error) {
    if (isMistake(error)) return invalidIndex(`${NO_ELEMENT}: ${error.message}.`);
    throw error;
  }
  const result = use(withoutMarks(converted));
  return isProblem(result) ? result : withMarks(result, key.marks);
}

function indexSequence(value: Value, type: Type, key: Value): Accessed {
  const elements = type.kind === 'tuple' ? type.elements : undefined;
  const element = type.kind === 'list' ? type.element : DYNAMIC;
  if (key.kind !== 'number') return unknownPart(element, value, key);
  const items = value.kind === 'list' || value.kind === 'tuple' ? value.items : undefined;
  const length = items?.length ?? elements?.length;
  if (length === undefined) return unknownPart(element, value, key);
  const index = Number(toBigInt(key.value) ?? -1);
  if (!isWhole(key.value) || index < 0 || index >= length) return invalidIndex(whyNoElement(key.value, length));
  const item = items?.[index];
  return item === undefined ? unknownPart(elements?.[index] ?? element, value) : withMarks(item, value.marks);
}

function whyNoElement(index: Numeric, length: number): string {
  if (!isWhole(index)) {
    return `${NO_ELEMENT}: indexing a sequence requires a whole number, but the given index has a fractional part.`;
  }
  if (isNegative(index)) return `${NO_ELEMENT}: a negative number is not a valid index for a sequence.`;
  // Terraform explains itself only where the index is just beyond the end.
  if (compareNumbers(index, integerNumeric(length)) > 0) return `${NO_ELEMENT}.`;
  if (length === 0) return `${NO_ELEMENT}: the collection has no elements.`;
  return `${NO_ELEMENT}: the given index is greater than or equal to the length of the collection.`;
}

function indexMap(value: Value, element: Type, key: Value): Accessed {
  if (value.kind !== 'map' || key.kind !== 'string') return unknownPart(element, value, key);
  const found = value.entries.get(key.value);
  return found === undefined ? invalidIndex(`${NO_ELEMENT}.`) : withMarks(found, value.marks);
}

function indexObject(value: Value, key: Value, keyType: Type): Accessed {
  // Terraform looks at the type no further where the object is unknown, other than for `value.name`.
  if (value.kind !== 'object' || key.kind !== 'string') return unknownPart(DYNAMIC, value, key);
  const found = value.entries.get(key.value);
  if (found !== undefined) return withMarks(found, value.marks);
  const hint =
    keyType.kind === 'number' ? ' An object only supports looking up attributes by name, not by numeric index.' : '';
  return invalidIndex(`${NO_ELEMENT}.${hint}`);
}
