import type { LexicalProblem } from './lexer.ts';
import type { Token } from './token.ts';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '?': '?',
  '"': '"',
  "'": "'",
  '`': '`',
};
const NUMERIC_ESCAPE = /[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})/y;
const encoder = new TextEncoder();

/** Reads a string or bytes literal whose prefix and opening quotes (`r"`, `b'''`) are at the offset. */
export function readString(source: string, offset: number, start: string): Token | LexicalProblem {
  const prefix = /^[rRbB]*/.exec(start)?.[0] ?? '';
  const quote = start.slice(prefix.length);
  const isRaw = /[rR]/.test(prefix);
  const bodyStart = offset + start.length;
  const bodyEnd = findEnd(source, bodyStart, quote, isRaw);
  if (bodyEnd === null) {
    const lineEnd = quote.length === 3 ? -1 : source.indexOf('\n', bodyStart);
    return { offset, end: lineEnd === -1 ? source.length : lineEnd, message: `the string is not closed with ${quote}` };
  }
  const end = bodyEnd + quote.length;
  const body = source.slice(bodyStart, bodyEnd);
  const isBytes = /[bB]/.test(prefix);
  if (isRaw) return { kind: 'literal', value: isBytes ? encoder.encode(body) : body, offset, end };
  const content = isBytes ? unescapeBytes(body) : unescapeText(body);
  if (typeof content === 'string' || content instanceof Uint8Array)
    return { kind: 'literal', value: content, offset, end };
  return {
    offset: bodyStart + content.at,
    end: bodyStart + content.at + content.length,
    message: content.message,
    resume: end,
  };
}

/** The offset of the closing quotes, or null. Only strings with three quotes go over several lines. */
function findEnd(source: string, from: number, quote: string, isRaw: boolean): number | null {
  for (let at = from; at < source.length; at += 1) {
    if (source.startsWith(quote, at)) return at;
    const character = source[at];
    if (quote.length === 1 && (character === '\n' || character === '\r')) return null;
    if (character === '\\' && !isRaw) at += 1;
  }
  return null;
}

interface BadEscape {
  readonly at: number;
  readonly length: number;
  readonly message: string;
}

type Escape = {
  readonly kind: 'text' | 'byte' | 'character';
  readonly text: string;
  readonly code: number;
  readonly length: number;
};

function readEscape(body: string, at: number): Escape | BadEscape {
  const character = body[at + 1] ?? '';
  const simple = SIMPLE_ESCAPES[character];
  if (simple !== undefined) return { kind: 'text', text: simple, code: 0, length: 2 };
  NUMERIC_ESCAPE.lastIndex = at + 1;
  const match = NUMERIC_ESCAPE.exec(body);
  if (match === null) {
    return {
      at,
      length: 2,
      message: `"\\${character}" is not an escape; write "\\\\" for a backslash, or a raw string r"…"`,
    };
  }
  const length = match[0].length + 1;
  const [, hex, short, long, octal] = match;
  if (hex !== undefined) return { kind: 'byte', text: '', code: Number.parseInt(hex, 16), length };
  if (octal !== undefined) return { kind: 'byte', text: '', code: Number.parseInt(octal, 8), length };
  const code = Number.parseInt(short ?? long ?? '', 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || isSurrogate) return { at, length, message: `"\\${match[0]}" is not a Unicode character` };
  return { kind: 'character', text: '', code, length };
}

function unescapeText(body: string): string | BadEscape {
  let text = '';
  for (let at = 0; at < body.length; ) {
    const next = body.indexOf('\\', at);
    if (next === -1) return text + body.slice(at);
    const sequence = readEscape(body, next);
    if ('message' in sequence) return sequence;
    text += body.slice(at, next) + (sequence.kind === 'text' ? sequence.text : String.fromCodePoint(sequence.code));
    at = next + sequence.length;
  }
  return text;
}

function unescapeBytes(body: string): Uint8Array | BadEscape {
  const bytes: number[] = [];
  for (let at = 0; at < body.length; ) {
    const next = body.indexOf('\\', at);
    for (const byte of encoder.encode(body.slice(at, next === -1 ? body.length : next))) bytes.push(byte);
    if (next === -1) break;
    const sequence = readEscape(body, next);
    if ('message' in sequence) return sequence;
    if (sequence.kind === 'character') {
      return {
        at: next,
        length: sequence.length,
        message: 'bytes have no Unicode escapes; write the character or \\x escapes',
      };
    }
    bytes.push(sequence.kind === 'text' ? sequence.text.charCodeAt(0) : sequence.code);
    at = next + sequence.length;
  }
  return Uint8Array.from(bytes);
}
