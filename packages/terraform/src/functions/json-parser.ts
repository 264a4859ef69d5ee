import { parseNumber } from '../values/number-parse.ts';
import { quoteCharacter } from '../values/quote.ts';
import {
  FALSE,
  NULL,
  numberValue,
  objectValue,
  stringValue,
  TRUE,
  tupleValue,
  typeOf,
  type Value,
} from '../values/value.ts';
import { LimitError, ValueError } from '../values/value-error.ts';
import { whyNotReplaceable } from './json-duplicate.ts';
import { MAX_DEPTH } from './limits.ts';

const WHITE_SPACE = /[ \t\r\n]*/y;
const HEX_DIGIT = /^[0-9a-fA-F]$/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A part of a number that ought to be followed by digits. */
const UNFINISHED = /^(?:-|\.|[eE][+-]?)/;
const WORDS: readonly (readonly [string, Value])[] = [
  ['null', NULL],
  ['true', TRUE],
  ['false', FALSE],
];

/**
 * parseJson reads JSON as `jsondecode` does: arrays become tuples, objects objects, numbers keep all their digits. Of
 * several values for one key the last counts, and the others must fit its type. Throws ValueError.
 */
export function parseJson(text: string): Value {
  const reader = new JsonReader(text);
  const value = reader.readValue(0);
  if (!reader.atEnd()) throw new ValueError('extraneous data after JSON object');
  if (reader.misfit !== undefined) throw new ValueError(reader.misfit);
  return value;
}

/** A text and how far it has been read. */
class JsonReader {
  /** What is wrong with a value for which another one follows; mistakes of syntax come first. */
  misfit: string | undefined;
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readValue(depth: number): Value {
    if (depth > MAX_DEPTH) throw new LimitError(`the JSON is nested more than ${MAX_DEPTH} levels deep`);
    const next = this.#peek();
    if (next === '') throw new ValueError('EOF');
    if (next === '{') return this.#readObject(depth);
    if (next === '[') return this.#readArray(depth);
    if (next === '"') return stringValue(this.#readString());
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#position)) {
        this.#position += word.length;
        return value;
      }
      if (next === word.charAt(0)) this.#failInWord(word);
    }
    return this.#readNumber();
  }

  /** A closing bracket too many does not count. */
  atEnd(): boolean {
    const next = this.#peek();
    return next === '' || next === ']' || next === '}';
  }

  /** The next character that is not white space; empty at the end. */
  #peek(): string {
    this.#match(WHITE_SPACE);
    return this.#text.charAt(this.#position);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text) ?? undefined;
    if (match !== undefined) this.#position += match[0].length;
    return match;
  }

  #readNumber(): Value {
    const match = this.#match(NUMBER);
    const number = match && parseNumber(match[0]);
    const [unfinished] = UNFINISHED.exec(this.#text.slice(this.#position, this.#position + 2)) ?? [];
    if (unfinished !== undefined && (unfinished === '-') === (number === undefined)) {
      this.#position += unfinished.length;
      const part = unfinished === '-' ? 'in' : unfinished === '.' ? 'after decimal point in' : 'in exponent of';
      this.#fail(`${part} numeric literal`, 'unexpected EOF');
    }
    return number === undefined ? this.#fail('looking for beginning of value', 'unexpected EOF') : numberValue(number);
  }

  #readString(): string {
    const start = ++this.#position;
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      if (code === QUOTE) break;
      if (!(code >= FIRST_PRINTABLE)) this.#fail('in string literal', 'unexpected EOF');
      if (code === BACKSLASH) {
        this.#skipEscape();
        escaped = true;
      } else {
        this.#position++;
      }
    }
    const raw = this.#text.slice(start, this.#position++);
    return escaped ? decodeString(raw) : raw;
  }

  #skipEscape(): void {
    this.#position++;
    const selector = this.#text.charAt(this.#position);
    if (selector === '' || !'"\\/bfnrtu'.includes(selector)) this.#fail('in string escape code', 'unexpected EOF');
    this.#position++;
    for (let digits = selector === 'u' ? 4 : 0; digits > 0; digits--) {
      if (!HEX_DIGIT.test(this.#text.charAt(this.#position))) {
        this.#fail('in \\u hexadecimal character escape', 'unexpected EOF');
      }
      this.#position++;
    }
  }

  #readArray(depth: number): Value {
    const items: Value[] = [];
    this.#position++;
    if (this.#peek() === ']') this.#position++;
    else {
      do items.push(this.readValue(depth + 1));
      while (this.#separator(']', 'after array element'));
    }
    return tupleValue(items);
  }

  #readObject(depth: number): Value {
    const entries: [string, Value][] = [];
    const last = new Map<string, Value>();
    this.#position++;
    if (this.#peek() === '}') {
      this.#position++;
      return objectValue(entries);
    }
    do {
      if (this.#peek() !== '"') this.#fail(entries.length === 0 ? '' : 'looking for beginning of object key string');
      const key = this.#readString();
      if (this.#peek() !== ':') this.#fail('after object key');
      this.#position++;
      const value = this.readValue(depth + 1);
      entries.push([key, value]);
      last.set(key, value);
    } while (this.#separator('}', 'after object key:value pair'));
    if (last.size < entries.length) this.misfit ??= misfitAmong(entries, last);
    return objectValue(entries);
  }

  /** Reads a comma, which says that there is more, or the end. */
  #separator(close: string, place: string): boolean {
    const next = this.#peek();
    if (next !== ',' && next !== close) this.#fail(place);
    this.#position++;
    return next === ',';
  }

  #failInWord(word: string): never {
    let length = 1;
    while (this.#text.charAt(this.#position + length) === word.charAt(length)) length++;
    this.#position += length;
    const expected = quoteCharacter(word.charAt(length));
    return this.#fail(`in literal ${word} (expecting ${expected})`, 'unexpected EOF');
  }

  #fail(place: string, atEnd = 'EOF'): never {
    if (this.#position >= this.#text.length) throw new ValueError(atEnd);
    const character = String.fromCodePoint(this.#text.codePointAt(this.#position) ?? 0);
    // Terraform shows the first byte of a character beyond ASCII as if it were one of its own.
    const shown = String.fromCharCode(new TextEncoder().encode(character)[0] ?? 0);
    throw new ValueError(`invalid character ${quoteCharacter(shown)} ${place}`.trimEnd());
  }
}

function misfitAmong(entries: readonly [string, Value][], last: ReadonlyMap<string, Value>): string | undefined {
  for (const [key, value] of entries) {
    const final = last.get(key);
    const problem = final && value !== final ? whyNotReplaceable(value, typeOf(final)) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function decodeString(raw: string): string {
  if (!raw.includes('\\')) return raw;
  const parsed: unknown = JSON.parse(`"${raw}"`);
  // Halves of surrogate pairs that stand alone cannot be kept.
  return typeof parsed === 'string' ? parsed.toWellFormed() : raw;
}
