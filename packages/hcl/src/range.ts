/**
 * A half-open span of one source text, in UTF-16 code units from the start of the text.
 * Every node of the syntax tree is itself a `Range`.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** rangeOf copies the bounds of a node, without the node. */
export function rangeOf(node: Range): Range {
  return { start: node.start, end: node.end };
}

/** rangeBetween spans from the start of one node to the end of another. */
export function rangeBetween(first: Range, last: Range): Range {
  return { start: first.start, end: last.end };
}

/** emptyRangeAt is the zero-length range at an offset. */
export function emptyRangeAt(offset: number): Range {
  return { start: offset, end: offset };
}
