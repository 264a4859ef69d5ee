import { isEscapedSequence } from './lexer-template.ts';
import type { Parser } from './parser.ts';

const backslash = 92;

/** decodeQuoted gives the text that a token of quoted text stands for. Bad escapes are reported and kept as text. */
export function decodeQuoted(parser: Parser, index: number): string {
  const text = parser.textOf(index);
  if (!text.includes('\\')) return decodePlain(text);
  let decoded = '';
  let literalStart = 0;
  for (let at = 0; at < text.length; ) {
    const sequence = text.charCodeAt(at) === backslash ? readEscape(text, at) : readTemplateEscape(text, at);
    if (sequence === undefined) {
      at++;
      continue;
    }
    decoded += text.slice(literalStart, at) + sequence.value;
    if (sequence.error !== undefined) {
      parser.report(parser.rangeWithin(index, at, sequence.end), 'Invalid escape sequence', sequence.error);
    }
    at = sequence.end;
    literalStart = at;
  }
  return decoded + text.slice(literalStart);
}

/** decodePlain gives the text that a token of a heredoc or bare template stands for: only `$${` and `%%{` are special. */
export function decodePlain(text: string): string {
  return text.includes('{') ? text.replaceAll('$${', '${').replaceAll('%%{', '%{') : text;
}

interface Escape {
  readonly value: string;
  /** Offset behind the escape. */
  readonly end: number;
  readonly error?: string;
}

function readTemplateEscape(text: string, at: number): Escape | undefined {
  const character = text.charAt(at);
  if ((character !== '$' && character !== '%') || !isEscapedSequence(text, at)) return undefined;
  return { value: `${character}{`, end: at + 3 };
}

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function readEscape(text: string, at: number): Escape {
  const selector = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (selector === 'u') return readUnicodeEscape(text, at, 4);
  if (selector === 'U') return readUnicodeEscape(text, at, 8);
  const end = at + 1 + selector.length;
  const value = simpleEscapes[selector];
  if (value !== undefined) return { value, end };
  const error = `There is no escape sequence "\\${selector}". For a backslash write two of them.`;
  return { value: selector, end, error };
}

function readUnicodeEscape(text: string, at: number, digits: number): Escape {
  const hex = /^[0-9a-fA-F]*/.exec(text.slice(at + 2, at + 2 + digits))?.[0] ?? '';
  const end = at + 2 + hex.length;
  const written = text.slice(at, end);
  if (hex.length < digits) {
    return { value: written, end, error: `${digits} hexadecimal digits must follow "${text.slice(at, at + 2)}".` };
  }
  const point = Number.parseInt(hex, 16);
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    return { value: written, end, error: `"${written}" is not a character of Unicode.` };
  }
  return { value: String.fromCodePoint(point), end };
}
