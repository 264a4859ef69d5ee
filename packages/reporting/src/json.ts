/** Writes a result as JSON for machines: two spaces, a line end, the same bytes for the same result. */
export function toJson(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** How deep the lists are that come entry by entry: those of a document, and of a decision in it. */
const depthOfLists = 2;

/**
 * Writes the same as `toJson` in parts, for plain data so large that the text of it would take more memory than it does. The entries
 * of its long lists are parts.
 */
export function* jsonParts(result: object): Generator<string> {
  yield* partsOf(result, '\n', depthOfLists);
  yield '\n';
}

/** `lineEnd` ends with the indentation of the value. */
function* partsOf(value: unknown, lineEnd: string, depth: number): Generator<string> {
  const inner = `${lineEnd}  `;
  if (Array.isArray(value) && value.length > 0) {
    for (const [index, entry] of value.entries()) {
      yield `${index === 0 ? '[' : ','}${inner}${textOf(entry, inner)}`;
    }
    yield `${lineEnd}]`;
  } else if (isMapping(value) && depth > 0) {
    let lead = '{';
    for (const [name, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      yield `${lead}${inner}${JSON.stringify(name)}: `;
      yield* partsOf(entry, inner, depth - 1);
      lead = ',';
    }
    yield lead === '{' ? '{}' : `${lineEnd}}`;
  } else yield textOf(value, lineEnd);
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In a list, what is undefined is null. A line end in the text is one between values: those within are escaped. */
function textOf(value: unknown, lineEnd: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', lineEnd);
}
