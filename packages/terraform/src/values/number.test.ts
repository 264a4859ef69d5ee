import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleNumeric, integerNumeric, type Numeric } from './big-float.ts';
import {
  addNumbers,
  compareNumbers,
  divideNumbers,
  isWhole,
  multiplyNumbers,
  remainder,
  subtractNumbers,
  truncate,
} from './number-arithmetic.ts';
import { parseNumber } from './number-parse.ts';
import { ceilingNumber, floorNumber, nearestDouble, toBigInt, toDouble, toInteger } from './number-parts.ts';
import { formatNumber, numberText } from './number-text.ts';
import { ValueError } from './value-error.ts';

function number(text: string): Numeric {
  const value = parseNumber(text);
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
}

const THIRD = `0.${'3'.repeat(154)}5`;

describe('parseNumber', () => {
  it.each([
    ['0', '0'],
    ['-0', '-0'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+3', '3'],
    ['1e3', '1000'],
    ['1E-7', '0.0000001'],
    ['1p3', '8'],
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
    ['1e-320', `0.${'0'.repeat(319)}1`],
    ['2.89879462e217', `289879462${'0'.repeat(209)}`],
    ['inf', '+Inf'],
    ['-Inf', '-Inf'],
  ])('reads %s as %s', (text, expected) => {
    expect(numberText(number(text))).toBe(expected);
  });

  it.each(['', '.', '-', '1e', '1_000', '0x1f', '1 ', ' 1', '1,5', 'e3', 'NaN', '1e99999999999', '١'])(
    'refuses %j',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );

  it('keeps what a double cannot hold', () => {
    const value = number('0.1');
    expect(numberText(value)).toBe('0.1');
    expect(compareNumbers(value, 0.1)).not.toBe(0);
  });
});

describe('arithmetic in 512 bits', () => {
  it.each([
    ['0.1 + 0.2', addNumbers(number('0.1'), number('0.2')), '0.3'],
    ['1 / 3', divideNumbers(1, 3), THIRD],
    ['1 / 3 * 3', multiplyNumbers(divideNumbers(1, 3), 3), '1'],
    ['1e30 + 1', addNumbers(number('1e30'), 1), '1000000000000000000000000000001'],
    ['2^53 + 1', addNumbers(2 ** 53, 1), '9007199254740993'],
    ['2^53 * 2^53 + 1', addNumbers(multiplyNumbers(2 ** 53, 2 ** 53), 1), '81129638414606681695789005144065'],
    ['5 - 7', subtractNumbers(5, 7), '-2'],
    ['7 % 3', remainder(7, 3), '1'],
    ['-7 % 3', remainder(-7, 3), '-1'],
    ['7.5 % 2', remainder(7.5, 2), '1.5'],
    ['1 / 0', divideNumbers(1, 0), '+Inf'],
    ['-1 / 0', divideNumbers(-1, 0), '-Inf'],
    ['truncate 2.7', truncate(2.7), '2'],
    ['floor -1.5', floorNumber(-1.5), '-2'],
    ['ceiling -1.5', ceilingNumber(-1.5), '-1'],
  ])('%s', (_, value, expected) => {
    expect(numberText(value)).toBe(expected);
  });

  it('has no result for 0 / 0 and for infinities that cancel each other out', () => {
    expect(() => divideNumbers(0, 0)).toThrow(ValueError);
    expect(() => addNumbers(Infinity, -Infinity)).toThrow(ValueError);
    expect(() => multiplyNumbers(0, Infinity)).toThrow(ValueError);
  });

  it('gives the precision of the more precise operand to the result', () => {
    const short = doubleNumeric(1.1);
    expect(numberText(short)).toBe('1.1');
    expect(numberText(addNumbers(short, doubleNumeric(2.2)))).toBe('3.3000000000000003');
    expect(numberText(addNumbers(integerNumeric(1), doubleNumeric(0.1)))).toBe('1.1000000000000000056');
  });

  it('agrees with integers of any size', () => {
    const whole = fc.bigInt({ min: -(2n ** 250n), max: 2n ** 250n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [x, y] = [number(String(a)), number(String(b))];
        expect(toBigInt(addNumbers(x, y))).toBe(a + b);
        expect(toBigInt(multiplyNumbers(x, y))).toBe(a * b);
        expect(Math.sign(compareNumbers(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('reads back what it writes', () => {
    const double = fc.double({ noNaN: true, min: 1e-60, max: 1e60 });
    fc.assert(
      fc.property(double, (value) => {
        expect(compareNumbers(number(numberText(value)), value)).toBe(0);
        expect(numberText(doubleNumeric(value))).toBe(formatNumber(number(String(value)), 'f'));
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('parts of numbers', () => {
  it.each([
    [7, 7n],
    [-1.5, -1n],
    [1e20, 100000000000000000000n],
    [Infinity, undefined],
  ])('the whole part of %d', (value, expected) => {
    expect(toBigInt(isWhole(value) ? value : truncate(value))).toBe(expected);
  });

  it('gives machine integers and doubles', () => {
    expect(toInteger(42)).toBe(42);
    expect(() => toInteger(1.5)).toThrow('value must be a whole number');
    expect(() => toInteger(number('1e30'))).toThrow('value must be a whole number, between');
    expect(toDouble(number('0.1'))).toBe(0.1);
    expect(() => toDouble(number('1e400'))).toThrow('value must be between');
    expect(nearestDouble(number('-1e400'))).toBe(-Infinity);
  });
});

describe('formatNumber', () => {
  it.each([
    [12345678, 'g', undefined, '1.2345678e+07'],
    [123456, 'g', undefined, '123456'],
    [number('0.00001'), 'g', undefined, '1e-05'],
    [0.00001, 'f', 7, '0.0000100'],
    [1.5, 'e', 6, '1.500000e+00'],
    [2.5, 'f', 0, '2'],
    [3.5, 'f', 0, '4'],
    [0.05, 'f', 1, '0.1'],
    [1e21, 'f', undefined, '1000000000000000000000'],
    [123.456, 'g', 2, '1.2e+02'],
    [0, 'e', 2, '0.00e+00'],
  ] as const)('formats %o as %s with precision %s to %s', (value, style, precision, expected) => {
    expect(formatNumber(value, style, precision)).toBe(expected);
  });

  it('refuses to write out numbers of too many digits', () => {
    expect(() => numberText(number('1e100000'))).toThrow('too many to write out');
  });
});
