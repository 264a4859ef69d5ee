/**
 * Text is measured in grapheme clusters, what people see as one character: `é` is one even when it is written as a
 * letter and an accent, and so are a flag, a family emoji, and a line end of two characters.
 */
let segmenter: Intl.Segmenter | undefined;

/** Whatever is not ASCII may combine with its neighbours, and so may a carriage return with a line feed. */
const COMBINING = /\P{ASCII}|\r/u;

/** graphemes splits a string into its grapheme clusters. */
export function graphemes(text: string): string[] {
  if (!COMBINING.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** graphemeCount counts the grapheme clusters of a string. */
export function graphemeCount(text: string): number {
  return COMBINING.test(text) ? graphemes(text).length : text.length;
}
