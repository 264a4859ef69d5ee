import { amountText, parseAmount } from './amount.ts';

/** Unit prices are shown to as many digits. */
const priceDigits = 8;

/**
 * Writes money of a report for people: `$1,234.56`, `EUR 0.50`. What is not zero and less than a cent is `<$0.01`. Decimal text comes in.
 *
 * @param places 0 for whole units, where all amounts beside it are large
 */
export function moneyText(decimal: string, currency: string, places: 0 | 2 = 2): string {
  const value = parseAmount(decimal);
  if (value === undefined) return decimal;
  const sign = signOf(currency);
  if (value.gt(0) && value.lt('0.005')) return `<${sign}0.01`;
  return `${sign}${grouped(value.toFixed(places))}`;
}

/** Writes by how much money changes, with its sign: `+$635.00`, `-$12.40`, `$0.00`. Decimal text comes in. */
export function deltaText(decimal: string, currency: string, places: 0 | 2 = 2): string {
  const value = parseAmount(decimal);
  if (value === undefined) return decimal;
  if (value.eq(0)) return moneyText(decimal, currency, places);
  return `${value.gt(0) ? '+' : '-'}${moneyText(amountText(value.abs()), currency, places)}`;
}

/** Writes a change in percent with its sign: `+5.1 %`. What is not zero and rounds to it is `+<0.1 %`. */
export function percentChangeText(decimal: string): string {
  const value = parseAmount(decimal);
  if (value === undefined) return decimal;
  const sign = value.eq(0) ? '' : value.gt(0) ? '+' : '-';
  const size = value.abs();
  return size.gt(0) && size.lt('0.05') ? `${sign}<0.1 %` : `${sign}${grouped(size.toFixed(1))} %`;
}

/** Writes the price of a unit, which can be far below a cent: `$0.0832`, `$0.00000005`, never less than two places. */
export function unitPriceText(decimal: string, currency: string): string {
  const value = parseAmount(decimal);
  if (value === undefined) return decimal;
  const [whole = '0', places = ''] = amountText(value.eq(0) ? value : value.prec(priceDigits)).split('.');
  return `${signOf(currency)}${grouped(whole)}.${places.padEnd(2, '0')}`;
}

/** Writes a quantity with thousands separators: `73,000`, `0.5`; quotients to four places. */
export function quantityText(decimal: string): string {
  const value = parseAmount(decimal);
  if (value === undefined) return decimal;
  const short = value.gte(1) ? value.round(4) : value.eq(0) ? value : value.prec(4);
  return grouped(amountText(short));
}

function signOf(currency: string): string {
  return currency === 'USD' ? '$' : `${currency} `;
}

function grouped(decimal: string): string {
  const [whole = '', places] = decimal.split('.');
  const separated = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return places === undefined ? separated : `${separated}.${places}`;
}
