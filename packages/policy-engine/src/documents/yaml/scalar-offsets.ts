/** A scalar as it stands in a file: its characters with quotes or the header of a block, and what it means. */
export interface WrittenScalar {
  readonly source: string;
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
  readonly value: string;
}

/**
 * Where a part of a scalar's value stands in its source.
 *
 * All styles of YAML keep the characters that are not white space, in their order; they differ in quotes, escapes and in
 * what they make of white space. So the n-th such character of the value is the n-th of the source, and white space is
 * placed by the character that follows it on its line. Undefined when source and value do not belong together.
 */
export function sourceOffset(scalar: WrittenScalar, valueOffset: number): number | undefined {
  const { value } = scalar;
  const inSource = solidOffsets(scalar);
  const inValue = solidsOf(value);
  if (inSource.length !== inValue.length) return undefined;
  let next = lowerBound(inValue, valueOffset);
  const following = inValue[next];
  if (following !== undefined && !value.slice(valueOffset, following).includes('\n')) {
    return Math.max(0, (inSource[next] ?? 0) - (following - valueOffset));
  }
  next -= 1;
  const preceding = inValue[next];
  if (preceding === undefined) return 0;
  return Math.min(scalar.source.length, (inSource[next] ?? 0) + (valueOffset - preceding));
}

/** The offsets in the source of what the value has besides white space. */
function solidOffsets({ source, style }: WrittenScalar): readonly number[] {
  switch (style) {
    case 'plain':
      return solidsOf(source);
    case 'single-quoted':
      return quotedSolids(source);
    case 'double-quoted':
      return escapedSolids(source);
    case 'block': {
      const header = source.indexOf('\n');
      return header === -1 ? [] : solidsOf(source, header + 1);
    }
  }
}

function solidsOf(text: string, from = 0, to = text.length): number[] {
  const offsets: number[] = [];
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) offsets.push(at);
  return offsets;
}

/** A quote in single quotes is written twice. */
function quotedSolids(source: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = 1; at < source.length - 1; at += 1) {
    if (!isSpace(source.charCodeAt(at))) offsets.push(at);
    if (source[at] === "'") at += 1;
  }
  return offsets;
}

/** How many hexadecimal digits follow an escape of a character by its number. */
const digitsOf: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Escapes that stand for white space. */
const spaceEscapes: ReadonlySet<string> = new Set(['n', 'r', 't', ' ', '\t', '\n']);

function escapedSolids(source: string): readonly number[] {
  const offsets: number[] = [];
  const end = source.length - 1;
  for (let at = 1; at < end; at += 1) {
    if (source[at] !== '\\') {
      if (!isSpace(source.charCodeAt(at))) offsets.push(at);
      continue;
    }
    const letter = source[at + 1] ?? '';
    const digits = digitsOf.get(letter);
    if (digits === undefined) {
      if (!spaceEscapes.has(letter)) offsets.push(at);
      at += 1;
      continue;
    }
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    if (!isSpace(code)) offsets.push(at);
    // A character beyond the first 65,536 takes two code units of the value.
    if (code > 0xffff) offsets.push(at);
    at += 1 + digits;
  }
  return offsets;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** The index of the first element that is not below a number, in a sorted list. */
function lowerBound(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
