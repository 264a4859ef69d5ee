/**
 * compareText orders two strings as Terraform does, by their UTF-8 bytes. That differs from the order of JavaScript
 * only where characters beyond U+FFFF meet characters from U+E000 on.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Halves of surrogate pairs stand for characters above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x2800 : unit;
}

/** normalizeText brings a string into Unicode normal form C, in which Terraform keeps all strings. */
export function normalizeText(text: string): string {
  // No character below U+0300 is changed by normal form C.
  return BEYOND_LATIN.test(text) ? text.normalize('NFC') : text;
}

const BEYOND_LATIN = /[\u0300-\uffff]/;
