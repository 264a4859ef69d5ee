import { conversion } from '../values/conversion.ts';
import { withMarks, withoutMarks } from '../values/marking.ts';
import { EPHEMERAL, SENSITIVE, TYPE_DESCRIPTION } from '../values/marks.ts';
import { mismatch } from '../values/mismatch.ts';
import { quoteText } from '../values/quote.ts';
import {
  BOOL,
  DYNAMIC,
  isCollection,
  listType,
  mapType,
  NUMBER,
  STRING,
  sameType,
  setType,
  type Type,
} from '../values/type.ts';
import { constraintName, typeName, typeText } from '../values/type-name.ts';
import {
  boolValue,
  deepMarks,
  listValue,
  mapValue,
  nullValue,
  objectValue,
  stringValue,
  tupleValue,
  typeOf,
  unknownValue,
  type Value,
} from '../values/value.ts';
import { isMistake, ValueError } from '../values/value-error.ts';
import { argumentAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';

const ANY_KNOWN = { type: DYNAMIC, nullable: true, dynamic: true, marked: true } as const;
const ANYTHING = { ...ANY_KNOWN, unknown: true } as const;

/** The functions that convert to a type, and those that put marks on and take them off. */
export const CONVERSION_FUNCTIONS: readonly FunctionSpec[] = [
  toFunction('tostring', STRING),
  toFunction('tonumber', NUMBER),
  toFunction('tobool', BOOL),
  toFunction('tolist', listType(DYNAMIC)),
  toFunction('toset', setType(DYNAMIC)),
  toFunction('tomap', mapType(DYNAMIC)),
  {
    name: 'sensitive',
    parameters: [{ name: 'value', ...ANYTHING }],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayReturnNull: true,
    run: (args) => withMarks(argumentAt(args, 0), SENSITIVE),
  },
  {
    name: 'nonsensitive',
    parameters: [{ name: 'value', ...ANYTHING }],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayReturnNull: true,
    run: (args) => {
      const value = argumentAt(args, 0);
      return withMarks(withoutMarks(value), value.marks & ~SENSITIVE);
    },
  },
  {
    name: 'issensitive',
    parameters: [{ name: 'value', ...ANYTHING }],
    returns: BOOL,
    run: (args) => {
      const value = argumentAt(args, 0);
      if ((value.marks & SENSITIVE) !== 0) return boolValue(true);
      // Values that are not known yet may turn out to be sensitive.
      return value.kind === 'unknown' ? unknownValue(BOOL) : boolValue(false);
    },
  },
  {
    name: 'ephemeralasnull',
    parameters: [{ name: 'value', ...ANYTHING }],
    returns: (args) => typeOf(argumentAt(args, 0)),
    mayReturnNull: true,
    run: (args) => ephemeralAsNull(argumentAt(args, 0)),
  },
];

/** The console's function that describes the type of a value. */
export const TYPE_FUNCTION: FunctionSpec = {
  name: 'type',
  parameters: [{ name: 'value', type: DYNAMIC, nullable: true, unknown: true, dynamic: true }],
  returns: STRING,
  run: (args) => withMarks(stringValue(typeText(typeOf(argumentAt(args, 0)))), TYPE_DESCRIPTION),
};

function toFunction(name: string, wanted: Type): FunctionSpec {
  return {
    name,
    parameters: [{ name: 'v', ...ANY_KNOWN }],
    returns: (args) => {
      const given = typeOf(argumentAt(args, 0));
      if (sameType(given, wanted)) return wanted;
      if (conversion(given, wanted, true) === undefined)
        throw new ValueError(impossible(given, wanted), { argument: 0 });
      return wanted;
    },
    mayReturnNull: true,
    run: (args) => {
      const value = argumentAt(args, 0);
      const given = typeOf(value);
      if (sameType(given, wanted)) return value;
      try {
        return conversion(given, wanted, true)?.(value) ?? nullValue(wanted);
      } catch (error) {
        if (isMistake(error)) throw new ValueError(failed(value, wanted, error), { argument: 0 });
        throw error;
      }
    },
  };
}

function impossible(given: Type, wanted: Type): string {
  const structural = given.kind === 'tuple' || given.kind === 'object';
  if (structural && isCollection(wanted) && wanted.element.kind !== 'dynamic') {
    return `cannot convert ${typeName(given)} to ${constraintName(wanted)}: ${mismatch(given, wanted)}`;
  }
  return `cannot convert ${typeName(given)} to ${constraintName(wanted)}`;
}

/** A string that is no number or bool is shown, unless it is secret. */
function failed(value: Value, wanted: Type, error: ValueError): string {
  if (value.kind !== 'string' || (wanted.kind !== 'number' && wanted.kind !== 'bool')) {
    return `cannot convert ${typeName(typeOf(value))} to ${constraintName(wanted)}: ${error.message}`;
  }
  if (value.marks !== 0) return `cannot convert this sensitive string to ${wanted.kind}`;
  const shown = quoteText(value.value);
  if (wanted.kind === 'number') {
    return `cannot convert ${shown} to number; given string must be a decimal representation of a number`;
  }
  return `cannot convert ${shown} to bool; only the strings "true" or "false" are allowed`;
}

function ephemeralAsNull(value: Value): Value {
  if ((value.marks & EPHEMERAL) !== 0) return withMarks(nullValue(typeOf(value)), value.marks & ~EPHEMERAL);
  if ((deepMarks(value) & EPHEMERAL) === 0) return value;
  const rebuilt = (): Value => {
    switch (value.kind) {
      case 'list':
        return listValue(value.type.element, value.items.map(ephemeralAsNull));
      case 'tuple':
        return tupleValue(value.items.map(ephemeralAsNull));
      case 'map':
        return mapValue(
          value.type.element,
          value.entries.entries().map(([key, entry]) => [key, ephemeralAsNull(entry)]),
        );
      case 'object':
        return objectValue(value.entries.entries().map(([key, entry]) => [key, ephemeralAsNull(entry)]));
      default:
        return value;
    }
  };
  return withMarks(rebuilt(), value.marks);
}
