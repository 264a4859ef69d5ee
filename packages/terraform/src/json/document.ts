import type { TerraformError } from '../error.ts';
import { decodeText } from './encoding.ts';
import { type Expect, expecting } from './expect.ts';
import {
  type DocumentKind,
  refuseBinary,
  refuseBroken,
  refuseDocument,
  refuseSize,
  refuseUnscanned,
  refuseValues,
} from './refusal.ts';
import { type Scanned, type Span, scanDocument, scanList } from './scan.ts';
import type { JsonValue } from './value.ts';

/**
 * The most values that a list of a document may have, and that one value of it may have inside. A real plan of the largest size has
 * some 10 million; a file of nothing but brackets or keys has many times that, and would take all memory.
 */
const maxListedValues = 15_000_000;
const maxValuesInside = 4_000_000;

const openBracket = 0x5b;

/** A document whose members are parsed one by one when they are asked for. */
export class JsonDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly expect: Expect;
  readonly names: ReadonlySet<string>;
  readonly #utf8: Buffer;
  readonly #members: ReadonlyMap<string, Span>;

  /**
   * Takes text in UTF-8 or UTF-16.
   * @throws TerraformError when it is no JSON object, or too large.
   */
  constructor(kind: DocumentKind, file: string, bytes: Uint8Array) {
    const binary = refuseBinary(kind, file, bytes);
    if (binary !== null) throw binary;
    if (bytes.length > kind.maxBytes) throw refuseSize(kind, file, bytes.length);
    const decoded = decodeText(bytes);
    if (decoded.kind === 'refused') throw refuseDocument(kind, file, decoded.why);
    this.kind = kind;
    this.file = file;
    this.expect = expecting(kind, file);
    this.#utf8 = decoded.utf8;
    this.#members = this.#scanned(scanDocument(decoded.utf8));
    this.names = new Set(this.#members.keys());
  }

  /** The value of a member; undefined when the document does not have it. */
  member(name: string): JsonValue | undefined {
    const span = this.#members.get(name);
    return span === undefined ? undefined : this.parse(span, name);
  }

  /** Where the elements of a list stand; none when the document does not have it. */
  elements(name: string): readonly Span[] {
    const span = this.#members.get(name);
    if (span === undefined) return [];
    if (this.#utf8[span.start] !== openBracket) {
      const value = this.parse(span, name);
      if (value !== null) this.expect.list(value, name);
      return [];
    }
    if (span.values > maxListedValues) throw refuseValues(this.kind, this.file, name, maxListedValues);
    return this.#scanned(scanList(this.#utf8, span));
  }

  /** The value at a place that has the given path. */
  parse(span: Span, path: string): JsonValue {
    if (span.values > maxValuesInside) throw refuseValues(this.kind, this.file, path, maxValuesInside);
    try {
      return JSON.parse(this.#utf8.toString('utf8', span.start, span.end));
    } catch {
      throw refuseBroken(this.kind, this.file, this.#utf8);
    }
  }

  /** A refusal of the whole file. */
  refusal(problem: string, wayOut?: string): TerraformError {
    return refuseDocument(this.kind, this.file, problem, wayOut);
  }

  #scanned<T>(scanned: Scanned<T>): T {
    if (scanned.ok) return scanned.value;
    throw refuseUnscanned(this.kind, this.file, this.#utf8, scanned.problem);
  }
}
