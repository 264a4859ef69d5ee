import { LimitError } from '../values/value-error.ts';

/** No function makes a string longer than this, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 16 * 1024 * 1024;
/** No function makes a collection of more elements than this, but those that Terraform limits more tightly. */
export const MAX_ELEMENTS = 100_000;
/** `range` makes no more numbers than this: Terraform's own limit. */
export const MAX_RANGE = 1024;
/** Decoded data is nested no deeper than this. */
export const MAX_DEPTH = 200;
/** `format` pads and rounds to no more places than this. */
export const MAX_FORMAT_WIDTH = 10_000;
/** The steps of a compiled regular expression times the characters that each search may have to go through. */
export const MAX_MATCHING_WORK = 500_000_000;
/** A YAML document may refer to its own parts this often. */
export const MAX_YAML_ALIASES = 1_000;
/** `fileset` looks at no more files than this. */
export const MAX_FILES_VISITED = 100_000;

/** checkTextLength throws ValueError for a text that no function should make. */
export function checkTextLength(length: number): void {
  if (length > MAX_TEXT_LENGTH) {
    throw new LimitError(
      `the result would be ${length} characters long, but no more than ${MAX_TEXT_LENGTH} are allowed here`,
    );
  }
}

/** checkElementCount throws ValueError for a collection that no function should make. */
export function checkElementCount(count: number): void {
  if (count > MAX_ELEMENTS) {
    throw new LimitError(`the result would have ${count} elements, but no more than ${MAX_ELEMENTS} are allowed here`);
  }
}
