const SURROGATE = /[\ud800-\udfff]/;

/** Whether every character is one UTF-16 code unit, so that JavaScript's own indexes count characters. */
export function hasPlainIndexes(text: string): boolean {
  return !SURROGATE.test(text);
}

/** The number of characters (code points), which is what CEL counts. */
export function characterCount(text: string): number {
  if (hasPlainIndexes(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The UTF-16 offset of a character, or the length of the text for characters after its end. */
export function offsetOfCharacter(text: string, index: number): number {
  if (hasPlainIndexes(text)) return Math.min(index, text.length);
  let offset = 0;
  for (let left = index; left > 0 && offset < text.length; left -= 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The index of the character at a UTF-16 offset. */
export function characterAtOffset(text: string, offset: number): number {
  return hasPlainIndexes(text) ? offset : characterCount(text.slice(0, offset));
}
