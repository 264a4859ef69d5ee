import type { Meter } from '../evaluate/meter.ts';
import { characterAtOffset, characterCount, hasPlainIndexes, offsetOfCharacter } from '../values/characters.ts';
import { fail } from '../values/stop.ts';
import type { List } from '../values/value.ts';
import { format } from './format.ts';
import type { FunctionDefinition } from './overload.ts';
import { matchesPattern } from './regular-expression.ts';

/** Functions of strings: those of the standard, and the strings extension. Positions count characters. */
export const STRING_FUNCTIONS: readonly FunctionDefinition[] = [
  ['string.contains(string): bool', contains],
  ['string.startsWith(string): bool', (text: string, prefix: string) => text.startsWith(prefix)],
  ['string.endsWith(string): bool', (text: string, suffix: string) => text.endsWith(suffix)],
  ['string.matches(string): bool', matchesPattern],
  ['matches(string, string): bool', matchesPattern],
  ['string.charAt(int): string', charAt],
  ['string.indexOf(string): int', (text: string, part: string, meter: Meter) => indexOf(text, part, 0n, meter)],
  ['string.indexOf(string, int): int', indexOf],
  ['string.lastIndexOf(string): int', lastIndexOf],
  ['string.lastIndexOf(string, int): int', lastIndexOfBefore],
  ['string.lowerAscii(): string', (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())],
  ['string.upperAscii(): string', (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())],
  [
    'string.replace(string, string): string',
    (t: string, o: string, n: string, meter: Meter) => replace(t, o, n, -1n, meter),
  ],
  ['string.replace(string, string, int): string', replace],
  ['string.split(string): list(string)', (text: string, by: string, meter: Meter) => split(text, by, -1n, meter)],
  ['string.split(string, int): list(string)', split],
  ['string.substring(int): string', (text: string, start: bigint) => substring(text, start, null)],
  ['string.substring(int, int): string', substring],
  ['string.trim(): string', trim],
  ['string.reverse(): string', reverse],
  ['string.format(list(dyn)): string', format],
  ['list(string).join(): string', (list: List, meter: Meter) => join(list, '', meter)],
  ['list(string).join(string): string', join],
  ['strings.quote(string): string', quote],
];

function contains(text: string, part: string, meter: Meter): boolean {
  meter.characters(text.length);
  return text.includes(part);
}

function outOfRange(index: bigint): unknown {
  return fail(`index out of range: ${index}`);
}

function charAt(text: string, index: bigint): unknown {
  if (index < 0n || index > characterCount(text)) return outOfRange(index);
  const offset = offsetOfCharacter(text, Number(index));
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function indexOf(text: string, part: string, from: bigint, meter: Meter): unknown {
  meter.characters(text.length);
  if (from < 0n || from > characterCount(text)) return outOfRange(from);
  const found = text.indexOf(part, offsetOfCharacter(text, Number(from)));
  return found === -1 ? -1 : characterAtOffset(text, found);
}

function lastIndexOf(text: string, part: string, meter: Meter): unknown {
  meter.characters(text.length);
  const found = text.lastIndexOf(part);
  return found === -1 ? -1 : characterAtOffset(text, found);
}

function lastIndexOfBefore(text: string, part: string, before: bigint, meter: Meter): unknown {
  meter.characters(text.length);
  if (before < 0n || before > characterCount(text)) return outOfRange(before);
  const found = text.lastIndexOf(part, offsetOfCharacter(text, Number(before)));
  return found === -1 ? -1 : characterAtOffset(text, found);
}

function replace(text: string, old: string, replacement: string, limit: bigint, meter: Meter): unknown {
  if (limit === 0n) return text;
  const parts = old === '' ? ['', ...text, ''] : text.split(old);
  const count = parts.length - 1;
  const replaced = limit < 0n || limit > count ? count : Number(limit);
  meter.characters(text.length + replaced * replacement.length);
  meter.steps(replaced);
  if (replaced === count) return parts.join(replacement);
  return `${parts.slice(0, replaced).join(replacement)}${replacement}${parts.slice(replaced).join(old)}`;
}

function split(text: string, separator: string, limit: bigint, meter: Meter): unknown {
  meter.characters(text.length);
  if (limit === 0n) return [];
  const parts = separator === '' ? [...text] : text.split(separator);
  meter.steps(parts.length);
  if (limit < 0n || parts.length <= limit) return parts;
  const kept = Number(limit) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}

function substring(text: string, start: bigint, end: bigint | null): unknown {
  const count = BigInt(characterCount(text));
  const last = end ?? count;
  if (start < 0n || start > count) return outOfRange(start);
  if (last < 0n || last > count) return outOfRange(last);
  if (start > last) return fail(`invalid substring range: start ${start} is after end ${last}`);
  return text.slice(offsetOfCharacter(text, Number(start)), offsetOfCharacter(text, Number(last)));
}

const SPACE = /\p{White_Space}/u;

function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function reverse(text: string): string {
  const characters = hasPlainIndexes(text) ? text.split('') : [...text];
  return characters.reverse().join('');
}

function join(list: List, separator: string, meter: Meter): unknown {
  meter.steps(list.length);
  let length = separator.length * Math.max(0, list.length - 1);
  for (const element of list) {
    if (typeof element !== 'string') return fail('join() takes a list of strings');
    length += element.length;
  }
  meter.characters(length);
  return list.join(separator);
}

const QUOTED: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quote(text: string, meter: Meter): string {
  meter.characters(text.length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
  return `"${text.toWellFormed().replace(/[\x07\b\f\n\r\t\v\\"]/g, (character) => QUOTED[character] ?? character)}"`;
}
