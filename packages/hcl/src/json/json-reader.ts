import { type Diagnostic, errorAt } from '../diagnostic.ts';
import { defaultMaxDepth, type ParseLimits } from '../parser.ts';
import type { Range } from '../range.ts';
import type { Source } from '../source.ts';
import { JsonLexer, type JsonToken } from './json-lexer.ts';
import type { JsonInvalid, JsonMember, JsonNode } from './json-node.ts';
import { readJsonScalar } from './json-scalar.ts';

const maxDiagnostics = 100;
const startDetail = 'A value begins with a brace, a bracket, a quote, a digit, or is true, false or null.';

/** readJson reads a whole text as one JSON value. Mistakes are reported, and what is around them is kept. */
export function readJson(source: Source, limits: ParseLimits): { root: JsonNode; diagnostics: Diagnostic[] } {
  const reader = new JsonReader(source, limits.maxDepth ?? defaultMaxDepth);
  return { root: reader.readRoot(), diagnostics: reader.diagnostics };
}

class JsonReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #maxDepth: number;
  readonly #lexer: JsonLexer;
  #token: JsonToken;
  #depth = 0;

  constructor(source: Source, maxDepth: number) {
    this.#source = source;
    this.#maxDepth = maxDepth;
    this.#lexer = new JsonLexer(source.text);
    this.#token = this.#lexer.next();
  }

  readRoot(): JsonNode {
    const root = this.#readValue();
    if (this.diagnostics.length === 0 && this.#token.kind !== 'end') {
      this.#report(this.#token, 'Extraneous data after value', 'Nothing may follow the one value of a JSON text.');
    }
    return root;
  }

  #report(range: Range, summary: string, detail: string): void {
    if (this.diagnostics.length < maxDiagnostics) this.diagnostics.push(errorAt(this.#source, range, summary, detail));
  }

  #take(): JsonToken {
    const token = this.#token;
    this.#token = this.#lexer.next();
    return token;
  }

  #readValue(): JsonNode {
    const token = this.#token;
    switch (token.kind) {
      case '{':
      case '[':
        return this.#readNested(token);
      case 'string':
      case 'number':
      case 'word':
        this.#take();
        return readJsonScalar(this.#source.text, token, (range, summary, detail) =>
          this.#report(range, summary, detail),
        );
      case '}':
        this.#report(token, 'Missing JSON value', startDetail);
        break;
      case ']':
        this.#report(token, 'Missing array element value', startDetail);
        break;
      case 'end':
        this.#report(token, 'Missing value', 'The text ends where a value should begin.');
        break;
      default:
        this.#report(token, 'Invalid start of value', startDetail);
        this.#take();
    }
    return invalid(token);
  }

  #readNested(open: JsonToken): JsonNode {
    if (this.#depth >= this.#maxDepth) {
      const detail = `Objects and arrays are nested more than ${this.#maxDepth} levels deep here.`;
      this.#report(open, 'Nesting too deep', detail);
      return { kind: 'invalid', start: open.start, end: this.#skipNested() };
    }
    this.#depth++;
    const node = open.kind === '{' ? this.#readObject() : this.#readArray();
    this.#depth--;
    return node;
  }

  /** Skips a bracket with all that is inside, and gives the end of it. */
  #skipNested(): number {
    let open = 0;
    for (;;) {
      const { kind, end } = this.#take();
      if (kind === '{' || kind === '[') open++;
      else if (kind === '}' || kind === ']') open--;
      if (open <= 0 || kind === 'end') return end;
    }
  }

  #readObject(): JsonNode {
    const openRange = rangeOf(this.#take());
    const members: JsonMember[] = [];
    while (this.#token.kind !== '}') {
      const member = this.#readMember();
      if (member === undefined) this.#skipTo('}');
      else members.push(member);
      if (!this.#readSeparator('}', openRange)) break;
    }
    const closeRange = rangeOf(this.#token.kind === '}' ? this.#take() : { ...this.#token, end: this.#token.start });
    return { kind: 'object', members, openRange, closeRange, start: openRange.start, end: closeRange.end };
  }

  #readArray(): JsonNode {
    const openRange = rangeOf(this.#take());
    const items: JsonNode[] = [];
    while (this.#token.kind !== ']') {
      items.push(this.#readValue());
      if (!this.#readSeparator(']', openRange)) break;
    }
    const end = this.#token.kind === ']' ? this.#take().end : this.#token.start;
    return { kind: 'array', items, openRange, start: openRange.start, end };
  }

  /** Takes the comma before the next member or item; false where the object or array ends. */
  #readSeparator(closer: '}' | ']', openRange: Range): boolean {
    const isObject = closer === '}';
    const what = isObject ? 'object' : 'array';
    const { kind } = this.#token;
    if (kind === closer) return false;
    if (kind === ',') {
      const comma = this.#take();
      if (this.#token.kind === closer) {
        const detail = `In JSON no comma may follow the last ${isObject ? 'property' : 'value'}.`;
        this.#report(comma, `Trailing comma in ${what}`, detail);
      }
      return true;
    }
    if (kind === 'end') {
      this.#report(openRange, 'Unclosed object', `The closing ${isObject ? 'brace' : 'bracket'} is missing.`);
      return false;
    }
    if (kind === '}' || kind === ']') {
      const detail = isObject ? 'An object is closed with a brace.' : 'An array is closed with a bracket.';
      this.#report(this.#take(), isObject ? 'Mismatched braces' : 'Mismatched brackets', detail);
      return false;
    }
    if (kind === ':' && !isObject) {
      this.#report(
        this.#token,
        'Invalid array value',
        'The values of an array have no names: use an object, in braces.',
      );
    } else {
      // Spelled as HashiCorp's parser spells it.
      this.#report(this.#token, 'Missing attribute seperator comma', 'A comma must stand before this.');
      if (kind === 'string' || kind === '{' || kind === '[') return true;
    }
    this.#skipTo(closer);
    if (this.#token.kind === ',') this.#take();
    return this.#token.kind !== 'end';
  }

  #readMember(): JsonMember | undefined {
    const first = this.#token;
    const name = this.#readValue();
    if (name.kind !== 'string') {
      if (name.kind !== 'invalid') {
        this.#report(first, 'Invalid object property name', 'The name of a property must be a string, in quotes.');
      }
      return undefined;
    }
    if (this.#token.kind !== ':') {
      this.#reportNoColon();
      return undefined;
    }
    const colonRange = rangeOf(this.#take());
    const value = this.#readValue();
    return { name, colonRange, value, start: name.start, end: value.end };
  }

  #reportNoColon(): void {
    const { kind } = this.#token;
    if (kind === '}' || kind === ',') {
      this.#report(this.#token, 'Missing object value', 'A colon and a value must follow the name of a property.');
    } else {
      const hint = kind === '=' ? ' In JSON it is a colon, not an equals sign.' : '';
      const detail = `A colon must stand between the name of a property and its value.${hint}`;
      this.#report(this.#token, 'Missing property value colon', detail);
    }
  }

  /** Moves to the next comma or closing bracket of what is being read, over all nested brackets. */
  #skipTo(closer: '}' | ']'): void {
    for (;;) {
      const { kind } = this.#token;
      if (kind === 'end' || kind === ',' || kind === closer) return;
      if (kind === '{' || kind === '[') this.#skipNested();
      else this.#take();
    }
  }
}

function rangeOf(token: Range): Range {
  return { start: token.start, end: token.end };
}

function invalid(token: Range): JsonInvalid {
  return { kind: 'invalid', start: token.start, end: token.end };
}
