import { isInfinite, isZero, type Numeric, toBigFloat } from './big-float.ts';
import { formatNumber } from './number-text.ts';
import { quoteText } from './quote.ts';
import { sortedEntries, type Value } from './value.ts';

/**
 * itemKey gives the text that Terraform derives from a value to sort it among others without an order of their own.
 * Equal values have equal keys; different values may share one, as numbers are rounded.
 */
export function itemKey(value: Value): string {
  return keyOf(value, (number) => formatNumber(number, 'g', 10));
}

/** identityKey gives a text that equal values have in common and different ones hardly ever. */
export function identityKey(value: Value): string {
  return keyOf(value, exactKey);
}

function exactKey(number: Numeric): string {
  if (isInfinite(number)) return String(number);
  if (isZero(number)) return '0';
  const { negative, mantissa, exponent } = toBigFloat(number);
  return `${negative ? '-' : ''}${mantissa}p${exponent}`;
}

function keyOf(value: Value, numberKey: (number: Numeric) => string): string {
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'null':
      return '~';
    case 'bool':
      return value.value ? 'T' : 'F';
    case 'number':
      return numberKey(value.value);
    case 'string':
      return quoteText(value.value);
    case 'map':
      return `{${sortedEntries(value)
        .map(([key, entry]) => `${quoteText(key)}:${keyOf(entry, numberKey)};`)
        .join('')}}`;
    case 'list':
    case 'set':
      return `[${value.items.map((item) => `${keyOf(item, numberKey)};`).join('')}]`;
    case 'object':
      return `<${sortedEntries(value)
        .map(([, attribute]) => `${keyOf(attribute, numberKey)};`)
        .join('')}>`;
    case 'tuple':
      return `<${value.items.map((item) => `${keyOf(item, numberKey)};`).join('')}>`;
  }
}
