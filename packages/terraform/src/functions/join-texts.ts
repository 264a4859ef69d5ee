import { checkTextLength } from './limits.ts';

/** joinTexts joins texts with a separator. Throws ValueError, before it does so, when the result would be too long. */
export function joinTexts(pieces: readonly string[], separator: string): string {
  let length = separator.length * Math.max(0, pieces.length - 1);
  for (const piece of pieces) length += piece.length;
  checkTextLength(length);
  return pieces.join(separator);
}
