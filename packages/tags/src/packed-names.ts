/**
 * packNames writes sorted names of resource types as one text: each begins with a digit (of base 36), the number of words that it shares
 * with the name before it.
 *
 * @example
 * packNames(['aws_acm_certificate', 'aws_acm_policy', 'aws_vpc']) // '0aws_acm_certificate 2policy 1vpc'
 */
export function packNames(names: readonly string[]): string {
  let before: readonly string[] = [];
  return names
    .map((name) => {
      const words = name.split('_');
      // The last word is always written, so that something follows the digit.
      const last = words.length - 1;
      const differing = words.findIndex((word, index) => index === last || word !== before[index]);
      before = words;
      return differing.toString(36) + words.slice(differing).join('_');
    })
    .join(' ');
}

/** unpackNames reads what packNames wrote. */
export function unpackNames(packed: string): readonly string[] {
  if (packed === '') return [];
  let before: readonly string[] = [];
  return packed.split(' ').map((entry) => {
    before = [...before.slice(0, Number.parseInt(entry.charAt(0), 36)), ...entry.slice(1).split('_')];
    return before.join('_');
  });
}
