/** So many digits of a decimal number a double always keeps. */
const certainDigits = 15;

/**
 * The text that Terraform makes of a number in a tag: all digits, no exponent. Null for a number of more digits than a double
 * keeps: what was written may have been another one.
 */
export function numberText(number: number): string | null {
  // No sign before a zero.
  if (Number.isInteger(number)) return Number.isSafeInteger(number) ? String(number + 0) : null;
  const [significand = '', exponent = ''] = number.toExponential().split('e');
  const digits = significand.replaceAll(/[-.]/g, '').length;
  const decimals = digits - 1 - Number(exponent);
  return digits > certainDigits || decimals > 100 ? null : number.toFixed(decimals);
}
