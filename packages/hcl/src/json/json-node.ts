import type { Range } from '../range.ts';
import type { Source } from '../source.ts';

/** A value of a JSON text, with its place. Objects keep repeated names: in HCL these are several blocks. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBool | JsonNull | JsonInvalid;

export interface JsonObject extends Range {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly openRange: Range;
  readonly closeRange: Range;
}

/** One `"name": value`. */
export interface JsonMember extends Range {
  readonly name: JsonString;
  readonly colonRange: Range;
  readonly value: JsonNode;
}

export interface JsonArray extends Range {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly openRange: Range;
}

/** A string with its escapes decoded; the range includes the quotes. */
export interface JsonString extends Range {
  readonly kind: 'string';
  readonly value: string;
}

/** A number as written. */
export interface JsonNumber extends Range {
  readonly kind: 'number';
  readonly text: string;
}

export interface JsonBool extends Range {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface JsonNull extends Range {
  readonly kind: 'null';
}

/** What stands for a value that could not be read; there is always a diagnostic for it. */
export interface JsonInvalid extends Range {
  readonly kind: 'invalid';
}

/** jsonStartRange is what messages about the kind of a value point at: the opening bracket, or the whole value. */
export function jsonStartRange(node: JsonNode): Range {
  return node.kind === 'object' || node.kind === 'array' ? node.openRange : node;
}

/** jsonOffsets gives for each offset in the decoded text of a string its offset in the source. */
export function jsonOffsets(source: Source, node: JsonString): (offset: number) => number {
  const first = node.start + 1;
  const written = source.text.slice(first, node.end);
  if (!written.includes('\\')) return (offset) => first + offset;
  const offsets: number[] = [];
  for (let at = 0; at < written.length; ) {
    offsets.push(first + at);
    if (written.charAt(at) !== '\\') at++;
    else at += written.charAt(at + 1) === 'u' ? 6 : 2;
  }
  return (offset) => offsets[offset] ?? node.end - 1;
}
