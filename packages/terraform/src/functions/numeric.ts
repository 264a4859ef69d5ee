import { doubleNumeric, integerNumeric, isInfinite, type Numeric, wholeNumeric } from '../values/big-float.ts';
import { absoluteNumber, compareNumbers } from '../values/number-arithmetic.ts';
import { ceilingNumber, floorNumber, toDouble, toInteger } from '../values/number-parts.ts';
import { quoteText } from '../values/quote.ts';
import { DYNAMIC, NUMBER } from '../values/type.ts';
import { typeName } from '../values/type-name.ts';
import { numberValue, typeOf, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { argumentAt, integerAt, numberAt, textAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';
import { power } from './power.ts';

const ONE_NUMBER = { name: 'num', type: NUMBER } as const;
const NUMBERS = { name: 'numbers', type: NUMBER, dynamic: true } as const;

/** The functions on numbers. */
export const NUMERIC_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'abs',
    parameters: [{ ...ONE_NUMBER, dynamic: true }],
    returns: NUMBER,
    run: (args) => numberValue(absoluteNumber(numberAt(args, 0))),
  },
  {
    name: 'ceil',
    parameters: [ONE_NUMBER],
    returns: NUMBER,
    run: (args) => numberValue(ceilingNumber(numberAt(args, 0))),
  },
  {
    name: 'floor',
    parameters: [ONE_NUMBER],
    returns: NUMBER,
    run: (args) => numberValue(floorNumber(numberAt(args, 0))),
  },
  {
    name: 'log',
    parameters: [ONE_NUMBER, { name: 'base', type: NUMBER }],
    returns: NUMBER,
    run: (args) => fromDouble(Math.log(toDouble(numberAt(args, 0))) / Math.log(toDouble(numberAt(args, 1)))),
  },
  {
    name: 'pow',
    parameters: [ONE_NUMBER, { name: 'power', type: NUMBER }],
    returns: NUMBER,
    run: (args) => fromDouble(power(toDouble(numberAt(args, 0)), toDouble(numberAt(args, 1)))),
  },
  {
    name: 'signum',
    parameters: [ONE_NUMBER],
    returns: NUMBER,
    run: (args) => numberValue(integerNumeric(Math.sign(integerAt(args, 0)))),
  },
  { name: 'max', parameters: [], variadic: NUMBERS, returns: NUMBER, run: (args) => extreme(args, 1) },
  { name: 'min', parameters: [], variadic: NUMBERS, returns: NUMBER, run: (args) => extreme(args, -1) },
  {
    name: 'parseint',
    parameters: [
      { name: 'number', type: DYNAMIC },
      { name: 'base', type: NUMBER },
    ],
    returns: (args) => {
      const type = typeOf(argumentAt(args, 0));
      if (type.kind !== 'string') {
        throw new ValueError(`first argument must be a string, not ${typeName(type)}`, { argument: 0 });
      }
      return NUMBER;
    },
    run: (args) => parseInteger(textAt(args, 0), numberAt(args, 1)),
  },
];

function fromDouble(value: number): Value {
  if (Number.isNaN(value)) throw new ValueError('the result is not a number');
  return numberValue(doubleNumeric(value));
}

function extreme(args: readonly Value[], direction: 1 | -1): Value {
  if (args.length === 0) throw new ValueError('must pass at least one number');
  let best: Numeric = direction === 1 ? -Infinity : Infinity;
  for (const index of args.keys()) {
    const number = numberAt(args, index);
    if (compareNumbers(number, best) * direction > 0) best = number;
  }
  return numberValue(best);
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(text: string, base: Numeric): Value {
  let radix: number;
  try {
    radix = toInteger(base);
  } catch {
    throw new ValueError('base must be a whole number between 2 and 62 inclusive', { argument: 1 });
  }
  if (isInfinite(base) || radix < 2 || radix > 62) {
    throw new ValueError('base must be a whole number between 2 and 62 inclusive', { argument: 1 });
  }
  const negative = text.startsWith('-');
  const digits = negative || text.startsWith('+') ? text.slice(1) : text;
  const value = parseDigits(radix <= 36 ? digits.toLowerCase() : digits, radix);
  if (value === undefined) {
    throw new ValueError(`cannot parse ${quoteText(text)} as a base ${radix} integer`, { argument: 0 });
  }
  return numberValue(wholeNumeric(negative ? -value : value));
}

/** Long numbers are read in halves, so that their length costs little more than it must. */
function parseDigits(digits: string, radix: number): bigint | undefined {
  if (digits.length > 12) {
    const middle = digits.length >> 1;
    const high = parseDigits(digits.slice(0, middle), radix);
    const low = parseDigits(digits.slice(middle), radix);
    if (high === undefined || low === undefined) return undefined;
    return high * BigInt(radix) ** BigInt(digits.length - middle) + low;
  }
  let value = 0;
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit);
    if (worth < 0 || worth >= radix) return undefined;
    value = value * radix + worth;
  }
  return digits === '' || !Number.isSafeInteger(value) ? undefined : BigInt(value);
}
