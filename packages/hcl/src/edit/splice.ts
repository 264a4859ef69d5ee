import type { Range } from '../range.ts';

/** Splice replaces a range of a text. */
export interface Splice extends Range {
  readonly text: string;
}

/** applySplices makes all replacements at once. They must not overlap; those at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of sortSplices(splices)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** placesOf gives for each splice, in the order of the text, the range of its new text. */
export function placesOf(splices: readonly Splice[]): Range[] {
  let shift = 0;
  return sortSplices(splices).map(({ start, end, text }) => {
    const place = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return place;
  });
}

/** sortSplices brings splices into the order of the text. */
export function sortSplices(splices: readonly Splice[]): Splice[] {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}
