import { nearest } from '../documents/nearest.ts';

/** The most names that a misspelt one is compared with. */
const MAX_NAMES = 1_000;

/** A sentence that asks whether a near name was meant; it begins with a space, and is empty when none is near. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const near = nearest(given, [...names].slice(0, MAX_NAMES));
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
