import type { Type } from '../check/type.ts';
import { typeFromText } from '../check/type-text.ts';
import type { Meter } from '../evaluate/meter.ts';
import { isList } from '../values/host.ts';
import { isMap } from '../values/map-access.ts';
import { Double, isDouble, isNumeric, isUint, magnitude, Uint } from '../values/number.ts';
import { isOptional } from '../values/optional.ts';
import { isDuration, isTimestamp } from '../values/time.ts';
import { TypeValue } from '../values/type-value.ts';
import type { Value } from '../values/value.ts';

/**
 * What a function does. Its arguments come in the form that is handiest: `int` and `uint` as `bigint`, `double` as
 * `number`, everything else as the value that it is; the last one is the meter. It returns a value, or a failure.
 * Where the signature says `int`, `uint` or `double`, the result may be a plain number or bigint.
 */
export type Implementation = (...args: never[]) => unknown;

/** A function as it is written down: its signature and what it does. */
export type FunctionDefinition = readonly [signature: string, run: Implementation];

/** One way to call a function. */
export interface Overload {
  readonly name: string;
  /** Called as `a.name(b)`; the target is then the first parameter. */
  readonly isMethod: boolean;
  readonly parameters: readonly Type[];
  /** The last parameter may be repeated. */
  readonly isVariadic: boolean;
  readonly result: Type;
  /** Takes lists and maps that hold unknown values; other functions are unknown then. */
  readonly takesUnknownParts: boolean;
  readonly accepts: readonly ((value: Value) => boolean)[];
  readonly call: (args: readonly Value[], meter: Meter) => unknown;
}

/** Prefixes of functions that are part of their name, as in `math.abs(x)`. */
const NAMESPACES: ReadonlySet<string> = new Set(['base64', 'lists', 'math', 'optional', 'sets', 'strings']);
const SIGNATURE = /^(?:(.+?)\.)?(\w+)\((.*)\): (.+)$/;

/** Reads signatures such as `string.startsWith(string): bool` and `math.greatest(int...): int`. */
export function overloadFrom(definition: FunctionDefinition, takesUnknownParts = false): Overload {
  const [signature, run] = definition;
  const match = SIGNATURE.exec(signature);
  if (match === null) throw new Error(`"${signature}" is not a signature`);
  const [, prefix, shortName = '', parameterList = '', resultText = ''] = match;
  const isMethod = prefix !== undefined && !NAMESPACES.has(prefix);
  const isVariadic = parameterList.endsWith('...');
  const parameterTexts = splitParameters(isVariadic ? parameterList.slice(0, -3) : parameterList);
  return makeOverload({
    name: prefix === undefined || isMethod ? shortName : `${prefix}.${shortName}`,
    isMethod,
    parameters: (isMethod ? [prefix, ...parameterTexts] : parameterTexts).map(typeFromText),
    isVariadic,
    result: typeFromText(resultText),
    takesUnknownParts,
    run,
  });
}

/** Splits at the commas that are not inside brackets. */
function splitParameters(text: string): string[] {
  return text === '' ? [] : text.split(/, (?![^(]*\))/);
}

type OverloadParts = Omit<Overload, 'accepts' | 'call'> & { readonly run: Implementation };

/** Adds to a signature how arguments are recognised and converted. */
export function makeOverload(parts: OverloadParts): Overload {
  const { run, ...signature } = parts;
  const converters = parts.parameters.map(converterFor);
  const last = converters.at(-1) ?? identity;
  const needsConversion = converters.some((converter) => converter !== identity);
  // The signature is the contract: arguments are checked against it before the call.
  const implementation = run as (...args: unknown[]) => unknown;
  const wrap = resultWrapper(parts.result);
  return {
    ...signature,
    accepts: parts.parameters.map(acceptorFor),
    call(args, meter) {
      const converted = needsConversion ? args.map((arg, index) => (converters[index] ?? last)(arg)) : args;
      if (parts.isVariadic) return wrap(implementation(converted, meter));
      // Spreading is several times slower than a plain call, and most calls have one or two arguments.
      if (converted.length === 1) return wrap(implementation(converted[0], meter));
      if (converted.length === 2) return wrap(implementation(converted[0], converted[1], meter));
      return wrap(implementation(...converted, meter));
    },
  };
}

/** Whether an overload can take these arguments, of which there are as many as it takes, by their types now. */
export function acceptsArguments(overload: Overload, args: readonly Value[]): boolean {
  const { accepts } = overload;
  for (let index = 0; index < args.length; index += 1) {
    const accept = accepts[index] ?? accepts[accepts.length - 1];
    const value = args[index];
    if (accept === undefined || value === undefined || !accept(value)) return false;
  }
  return true;
}

/** Whether an overload can take this many arguments, the target of a method included. */
export function takesCount(overload: Overload, count: number): boolean {
  return overload.isVariadic ? count >= overload.parameters.length : count === overload.parameters.length;
}

/** Tells whether a value has a type, as far as that can be seen without looking into lists and maps. */
export function acceptorFor(type: Type): (value: Value) => boolean {
  switch (type.kind) {
    case 'bool':
      return (value) => typeof value === 'boolean';
    case 'string':
      return (value) => typeof value === 'string';
    case 'int':
      return (value) => typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value));
    case 'uint':
      return (value) => isUint(value) || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
    case 'double':
      return (value) => isDouble(value) || typeof value === 'number';
    case 'number':
      return isNumeric;
    case 'bytes':
      return (value) => value instanceof Uint8Array;
    case 'timestamp':
      return isTimestamp;
    case 'duration':
      return isDuration;
    case 'optional':
      return isOptional;
    case 'type':
      return (value) => value instanceof TypeValue;
    case 'list':
      return isList;
    case 'map':
    case 'object':
      return isMap;
    case 'null':
      return (value) => value === null;
    case 'nullable': {
      const inner = acceptorFor(type.of);
      return (value) => value === null || inner(value);
    }
    default:
      return () => true;
  }
}

const identity = (value: Value): unknown => value;

function converterFor(type: Type): (value: Value) => unknown {
  switch (type.kind) {
    case 'int':
    case 'uint':
      return (value) => (isNumeric(value) ? BigInt(magnitude(value)) : value);
    case 'double':
      return (value) => (isNumeric(value) ? Number(magnitude(value)) : value);
    default:
      return identity;
  }
}

function resultWrapper(type: Type): (result: unknown) => unknown {
  switch (type.kind) {
    case 'int':
      return (result) => (typeof result === 'number' && Number.isInteger(result) ? BigInt(result) : result);
    case 'uint':
      return (result) => (typeof result === 'bigint' ? new Uint(result) : result);
    case 'double':
      return (result) => (typeof result === 'number' ? new Double(result) : result);
    default:
      return (result) => result;
  }
}
