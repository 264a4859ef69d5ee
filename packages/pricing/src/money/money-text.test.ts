import { describe, expect, it } from 'vitest';
import { deltaText, moneyText, percentChangeText, quantityText, unitPriceText } from './money-text.ts';

describe('money, prices and quantities for people', () => {
  it.each([
    ['0', '$0.00'],
    ['0.0041', '<$0.01'],
    ['0.005', '$0.01'],
    ['12', '$12.00'],
    ['1234567.895', '$1,234,567.90'],
    ['12345678901234567890.12', '$12,345,678,901,234,567,890.12'],
  ])('%s a month is %s', (decimal, shown) => {
    expect(moneyText(decimal, 'USD')).toBe(shown);
  });

  it.each([
    ['3', '$3.00'],
    ['0.1', '$0.10'],
    ['0.0832', '$0.0832'],
    ['0.00000005', '$0.00000005'],
    ['0.068493150684', '$0.068493151'],
    ['4380', '$4,380.00'],
    ['0', '$0.00'],
  ])('%s a unit is %s', (decimal, shown) => {
    expect(unitPriceText(decimal, 'USD')).toBe(shown);
  });

  it.each([
    ['730', '730'],
    ['73000', '73,000'],
    ['0.5', '0.5'],
    ['0.000123456', '0.0001235'],
    ['2.333333333333', '2.3333'],
  ])('a quantity of %s is %s', (decimal, shown) => {
    expect(quantityText(decimal)).toBe(shown);
  });

  it.each([
    ['635', '+$635.00'],
    ['-12.4', '-$12.40'],
    ['0', '$0.00'],
    ['0.001', '+<$0.01'],
    ['-0.001', '-<$0.01'],
    ['-12345.678', '-$12,345.68'],
  ])('a change of %s is %s', (decimal, shown) => {
    expect(deltaText(decimal, 'USD')).toBe(shown);
  });

  it.each([
    ['5.1', '+5.1 %'],
    ['-20', '-20.0 %'],
    ['0', '0.0 %'],
    ['0.04', '+<0.1 %'],
    ['1234.56', '+1,234.6 %'],
  ])('a change of %s in percent is %s', (decimal, shown) => {
    expect(percentChangeText(decimal)).toBe(shown);
  });

  it('names other currencies', () => {
    expect(moneyText('1234.5', 'EUR')).toBe('EUR 1,234.50');
  });
});
