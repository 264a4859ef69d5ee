import { parseNumber } from './number-parse.ts';
import { numberText } from './number-text.ts';
import type { PrimitiveType } from './type.ts';
import { FALSE, numberValue, stringValue, TRUE, type Value } from './value.ts';
import { ValueError } from './value-error.ts';

/** A conversion of known values that are not null. */
export type KnownConversion = (value: Value) => Value;

/**
 * primitiveConversion gives the conversion between two primitive types, or undefined when there is none. Numbers and
 * bools become strings safely; strings become numbers or bools only if their text allows, which is unsafe.
 */
export function primitiveConversion(
  from: PrimitiveType,
  to: PrimitiveType,
  unsafe: boolean,
): KnownConversion | undefined {
  if (to.kind === 'string')
    return from.kind === 'number' ? numberToString : from.kind === 'bool' ? boolToString : undefined;
  if (!unsafe || from.kind !== 'string') return undefined;
  return to.kind === 'number' ? stringToNumber : stringToBool;
}

function numberToString(value: Value): Value {
  return value.kind === 'number' ? stringValue(numberText(value.value)) : value;
}

function boolToString(value: Value): Value {
  return value.kind === 'bool' ? stringValue(value.value ? 'true' : 'false') : value;
}

function stringToNumber(value: Value): Value {
  if (value.kind !== 'string') return value;
  const number = parseNumber(value.value);
  if (number === undefined) throw new ValueError('a number is required');
  return numberValue(number);
}

function stringToBool(value: Value): Value {
  if (value.kind !== 'string') return value;
  switch (value.value) {
    case 'true':
    case '1':
      return TRUE;
    case 'false':
    case '0':
      return FALSE;
  }
  const lower = value.value.toLowerCase();
  if (lower === 'true' || lower === 'false') {
    throw new ValueError(`a bool is required; to convert from string, use lowercase "${lower}"`);
  }
  throw new ValueError('a bool is required');
}
