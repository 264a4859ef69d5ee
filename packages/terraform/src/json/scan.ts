/** Where a value stands in a document. */
export interface Span {
  /** Byte offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** How many values it consists of, or a little more: what it costs to build. */
  readonly values: number;
}

/** Why a document could not be scanned. `broken`: it is no JSON. `deep`: nested too deeply. `wide`: too many members. */
export type ScanProblem = 'broken' | 'deep' | 'wide';

export type Scanned<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ScanProblem };

/** How deep values may be nested, so that nothing that walks them later runs out of stack. Real plans stay below 40. */
export const maxDepth = 1_000;

/** How many members the document itself may have. A plan has some twenty. */
export const maxMembers = 1_000;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

const broken = { ok: false, problem: 'broken' } as const;
const deep = { ok: false, problem: 'deep' } as const;
const wide = { ok: false, problem: 'wide' } as const;

/**
 * Finds the members of the object that a document in UTF-8 consists of, without building their values: a plan holds the same
 * resources up to four times, and only a part of it is of use. A key that is given twice counts as given last, as in `JSON.parse`.
 * What is inside the values is only checked for its brackets; parsing a span checks the rest of it.
 */
export function scanDocument(bytes: Uint8Array): Scanned<ReadonlyMap<string, Span>> {
  const members = new Map<string, Span>();
  const start = skipSpace(bytes, 0);
  if (bytes[start] !== openBrace) return broken;
  const end = scanContainer(bytes, start, closeBrace, (from) => {
    const key = scanKey(bytes, from);
    if (key === null) return null;
    const valueStart = skipSpace(bytes, key.end);
    const tally = { values: 1 };
    const valueEnd = skipValue(bytes, valueStart, 1, tally);
    if (valueEnd >= 0) members.set(key.name, { start: valueStart, end: valueEnd, values: tally.values });
    return members.size > maxMembers ? wideEnd : valueEnd;
  });
  if (typeof end !== 'number') return end;
  return skipSpace(bytes, end) === bytes.length ? { ok: true, value: members } : broken;
}

/** Finds the elements of the list at a span that `scanDocument` gave. */
export function scanList(bytes: Uint8Array, list: Span): Scanned<readonly Span[]> {
  const elements: Span[] = [];
  if (bytes[list.start] !== openBracket) return broken;
  const end = scanContainer(bytes, list.start, closeBracket, (start) => {
    const tally = { values: 1 };
    const end = skipValue(bytes, start, 2, tally);
    if (end >= 0) elements.push({ start, end, values: tally.values });
    return end;
  });
  return typeof end === 'number' ? { ok: true, value: elements } : end;
}

/** Walks over the children of a container; gives the offset after it. */
function scanContainer(
  bytes: Uint8Array,
  start: number,
  close: number,
  child: (start: number) => number | null,
): number | { readonly ok: false; readonly problem: ScanProblem } {
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    const end = child(at);
    if (end === null || end === brokenEnd) return broken;
    if (end === deepEnd) return deep;
    if (end === wideEnd) return wide;
    at = skipSpace(bytes, end);
    if (bytes[at] === close) return at + 1;
    if (bytes[at] !== comma) return broken;
    at = skipSpace(bytes, at + 1);
  }
}

function scanKey(bytes: Uint8Array, start: number): { name: string; end: number } | null {
  if (bytes[start] !== quote) return null;
  const end = skipValue(bytes, start, 1, { values: 1 });
  if (end < 0) return null;
  const afterKey = skipSpace(bytes, end);
  if (bytes[afterKey] !== colon) return null;
  try {
    const name: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
    return typeof name === 'string' ? { name, end: afterKey + 1 } : null;
  } catch {
    return null;
  }
}

const brokenEnd = -1;
const deepEnd = -2;
const wideEnd = -3;

/**
 * The offset after the value at `start`, around which `outer` containers are open; negative when there is no such end. The tally
 * grows by one for each comma and bracket, which is one for each value inside or a little more.
 */
function skipValue(bytes: Uint8Array, start: number, outer: number, tally: { values: number }): number {
  const length = bytes.length;
  const open: number[] = [];
  let at = start;
  while (at < length) {
    const byte = bytes[at];
    at++;
    switch (byte) {
      case quote:
        for (;;) {
          if (at >= length) return brokenEnd;
          const inside = bytes[at];
          at += inside === backslash ? 2 : 1;
          if (inside === quote) break;
        }
        if (open.length === 0) return at;
        break;
      case openBrace:
      case openBracket:
        if (open.length + outer >= maxDepth) return deepEnd;
        open.push(byte + 2);
        tally.values++;
        break;
      case closeBrace:
      case closeBracket:
        if (open.length === 0) return wordEnd(start, at - 1);
        if (open.pop() !== byte) return brokenEnd;
        if (open.length === 0) return at;
        break;
      case comma:
        if (open.length === 0) return wordEnd(start, at - 1);
        tally.values++;
        break;
    }
  }
  return brokenEnd;
}

/** A number or a word ends where its container goes on; an empty one is a value that is missing. */
function wordEnd(start: number, end: number): number {
  return end > start ? end : brokenEnd;
}

function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && isSpace(bytes[at])) at++;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
