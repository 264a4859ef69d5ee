import { describe, expect, it } from 'vitest';
import { amount, amountText, larger, parseAmount, quotientText, smaller, sumOf } from './amount.ts';

describe('amounts', () => {
  it('add and multiply without rounding', () => {
    expect(amountText(amount('0.1').plus('0.2'))).toBe('0.3');
    expect(amountText(amount('0.0832').times(730))).toBe('60.736');
    expect(amountText(sumOf([amount('0.1'), amount(2), amount('1e-7')]))).toBe('2.1000001');
    expect(amountText(sumOf([]))).toBe('0');
  });

  it.each([
    [amount(730), '730'],
    [amount('8.000'), '8'],
    [amount('0.00000005'), '0.00000005'],
    [amount('1e18'), '1000000000000000000'],
    [amount(1).div(3), '0.333333333333'],
    [amount('-1e-15'), '0'],
    [amount('-0'), '0'],
    [amount('1200.000000000001'), '1200.000000000001'],
    [amount('0.1000000000005'), '0.100000000001'],
    [amount('-0.1000000000004'), '-0.1'],
  ])('are written as plain decimals: %s → %s', (value, text) => expect(amountText(value)).toBe(text));

  it.each([
    [1, 3, 1, '0.3'],
    [2, 3, 0, '1'],
    ['12.45', 1, 0, '12'],
    [1, 4, 1, '0.3'],
    [-1, 4, 1, '-0.3'],
  ] as const)('are divided to places that are rounded once: %s / %s to %s → %s', (dividend, divisor, places, text) =>
    expect(quotientText(amount(dividend), amount(divisor), places)).toBe(text),
  );

  it.each(['0.09', '1e6', '12', '-3'])('read the number %s', (text) => expect(parseAmount(text)?.eq(text)).toBe(true));

  it.each(['', 'a', '1,000', '1.', '0x10', '1e999', 'NaN', 'Infinity', `1${'0'.repeat(40)}`])(
    'do not read %j',
    (text) => expect(parseAmount(text)).toBeUndefined(),
  );

  it('compare', () => {
    expect(amountText(larger(amount(2), amount(10)))).toBe('10');
    expect(amountText(smaller(amount(2), amount(10)))).toBe('2');
  });
});
