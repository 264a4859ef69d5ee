import { expect, it } from 'vitest';
import { sprintf } from './sprintf.ts';

it.each<[format: string, values: unknown[], expected: string]>([
  ['%s is %q', ['a', 'b"c'], 'a is "b\\"c"'],
  ['%v %v %v', [1, 3.5, 'x'], '1 3.5 x'],
  ['%v', [1_234_567.5], '1.2345675e+06'],
  ['%v %v', [0.00001, 1e21], '1e-05 1e+21'],
  ['%v', [{ a: [1, 'x', null, true], b: {} }], '{"a": [1, "x", null, true], "b": {}}'],
  ['%s %v', [['a'], true], '["a"] true'],
  ['%5d|%-5d|%05d|%+d|% d', [1, 2, 3, 4, 5], '    1|2    |00003|+4| 5'],
  ['%05d', [-5], '-0005'],
  ['%x %X %o %b %#x', [255, 255, 8, 5, 255], 'ff FF 10 101 0xff'],
  ['%.2f|%8.3f|%f', [2.34567, 2.34567, 3.5], '2.35|   2.346|3.500000'],
  ['%e %g %.3g', [12_345.678, 0.5, 1234.5], '1.234568e+04 0.5 1.23e+03'],
  ['%x', ['hi'], '6869'],
  ['%4s|%-4s|%.2s', ['a', 'b', 'héllo'], '   a|b   |hé'],
  ['%[2]s %[1]s', ['a', 'b'], 'b a'],
  ['100%% of %s', ['it'], '100% of it'],
])('writes %s with %j as OPA does: %s', (format, values, expected) => {
  expect(sprintf(format, values)).toBe(expected);
});

it.each<[format: string, values: unknown[], expected: string]>([
  ['%s', [], '%!s(MISSING)'],
  ['a', ['b', 1], 'a%!(EXTRA string=b, int64=1)'],
  ['%[3]d', [1], '%!d(BADINDEX)'],
  ['%d', [3.5], '%!d(float64=3.5)'],
  ['%d', ['x'], '%!d(string=x)'],
  ['%s', [1], '%!s(int64=1)'],
  ['%t', [true], '%!t(string=true)'],
  ['%z', [1], '%!z(int64=1)'],
  ['%', [], '%!(NOVERB)'],
])('shows what does not fit in %s with %j: %s', (format, values, expected) => {
  expect(sprintf(format, values)).toBe(expected);
});

it('writes no field as long as a memory', () => {
  expect(sprintf('%999999999d', [1])).toHaveLength(1000);
});
