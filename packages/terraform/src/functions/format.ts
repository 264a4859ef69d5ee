import { refineNotNull, refinePrefix } from '../values/refine.ts';
import { DYNAMIC, listType, STRING } from '../values/type.ts';
import { isWhollyKnown, listValue, stringValue, typeOf, unknownValue, type Value } from '../values/value.ts';
import { isMistake, ValueError } from '../values/value-error.ts';
import { itemsOf, textAt } from './arguments.ts';
import { formatText } from './format-text.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';

const FORMAT: Parameter = { name: 'format', type: STRING };
const ARGUMENTS: Parameter = { name: 'args', type: DYNAMIC, nullable: true, unknown: true };

/** The functions that build strings from a format. */
export const FORMAT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'format',
    parameters: [FORMAT],
    variadic: ARGUMENTS,
    returns: STRING,
    run: (args) => {
      const format = textAt(args, 0);
      const values = args.slice(1);
      if (values.every(isWhollyKnown)) return stringValue(formatText(format, values));
      // What stands before the first verb is known.
      const verb = format.indexOf('%');
      return verb > 0 ? refinePrefix(unknownValue(STRING), format.slice(0, verb)) : unknownValue(STRING);
    },
  },
  {
    name: 'formatlist',
    parameters: [FORMAT],
    variadic: ARGUMENTS,
    returns: listType(STRING),
    run: (args) => formatList(textAt(args, 0), args.slice(1)),
  },
];

function formatList(format: string, args: readonly Value[]): Value {
  const first = args.findIndex(hasLength);
  const firstLength = lengthOf(args[first]);
  let uncertain = false;
  for (const [index, arg] of args.entries()) {
    if (!isList(arg)) {
      uncertain ||= arg.kind === 'unknown' && typeOf(arg).kind === 'dynamic';
      continue;
    }
    if (hasLength(arg) && lengthOf(arg) !== firstLength) {
      throw new ValueError(
        `argument ${index + 1} has length ${lengthOf(arg)}, which is inconsistent with argument ${first + 1} of length ${firstLength}`,
        { argument: index + 1 },
      );
    }
    uncertain ||= arg.kind === 'unknown' || !hasLength(arg);
  }
  if (uncertain) return unknownValue(listType(STRING));
  const results = Array.from({ length: firstLength ?? 1 }, (_, iteration) => {
    const values = args.map((arg) => (isList(arg) ? (itemsOf(arg)[iteration] ?? arg) : arg));
    if (!values.every(isWhollyKnown)) return refineNotNull(unknownValue(STRING));
    try {
      return stringValue(formatText(format, values));
    } catch (error) {
      if (!isMistake(error) || args.length === 0) throw error;
      throw new ValueError(`error on format iteration ${iteration}: ${error.message}`);
    }
  });
  return listValue(STRING, results);
}

/** Lists, sets and tuples are gone through; everything else is used every time. */
function isList(value: Value): boolean {
  const { kind } = typeOf(value);
  return value.kind !== 'null' && (kind === 'list' || kind === 'set' || kind === 'tuple');
}

function hasLength(value: Value): boolean {
  if (!isList(value)) return false;
  if (typeOf(value).kind === 'tuple') return true;
  return value.kind === 'list' || (value.kind === 'set' && (value.whollyKnown || value.items.length === 1));
}

function lengthOf(value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  const type = typeOf(value);
  return type.kind === 'tuple' ? type.elements.length : itemsOf(value).length;
}
