/** isSpace is true for white space as Go's `unicode.IsSpace` has it, which strip markers and heredocs go by. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || isRareSpace(code);
}

function isRareSpace(code: number): boolean {
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** trimStartSpaces removes white space, also line breaks, from the start. */
export function trimStartSpaces(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  return text.slice(start);
}

/** trimEndSpaces removes white space, also line breaks, from the end. */
export function trimEndSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}
