/** The kinds of JSON tokens; brackets and marks are their own kind. */
export type JsonTokenKind = '{' | '}' | '[' | ']' | ',' | ':' | '=' | 'word' | 'string' | 'number' | 'invalid' | 'end';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly start: number;
  readonly end: number;
}

const numberEnd = /[-+.eE0-9]+/y;
const wordEnd = /[A-Za-z_]+/y;

/** JsonLexer reads one token after the other. Words and numbers are taken generously and checked by the reader. */
export class JsonLexer {
  readonly #text: string;
  #position: number;

  constructor(text: string) {
    this.#text = text;
    this.#position = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  next(): JsonToken {
    const text = this.#text;
    let start = this.#position;
    while (isWhiteSpace(text.charCodeAt(start))) start++;
    const kind = kindAt(text, start);
    const end = this.#endOf(kind, start);
    this.#position = end;
    return { kind, start, end };
  }

  #endOf(kind: JsonTokenKind, start: number): number {
    switch (kind) {
      case 'end':
        return start;
      case 'string':
        return stringEnd(this.#text, start + 1);
      case 'number':
        return this.#match(numberEnd, start);
      case 'word':
        return this.#match(wordEnd, start);
      case 'invalid':
        return start + ((this.#text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
      default:
        return start + 1;
    }
  }

  #match(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    return pattern.test(this.#text) ? pattern.lastIndex : start;
  }
}

/** Behind the closing quote, or where the line ends without one. */
function stringEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return at;
    if (code === 92 && text.charCodeAt(at + 1) >= 32) at++;
  }
  return text.length;
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function kindAt(text: string, at: number): JsonTokenKind {
  if (at >= text.length) return 'end';
  const character = text.charAt(at);
  switch (character) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
    case '=':
      return character;
    case '"':
      return 'string';
    default:
      if (/[-+.0-9]/.test(character)) return 'number';
      return /[A-Za-z]/.test(character) ? 'word' : 'invalid';
  }
}
