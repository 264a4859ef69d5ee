import { encodeUtf8 } from './bytes.ts';

const UNRESERVED = /[A-Za-z0-9_.~-]/;

/** escapeQuery writes a text for the query part of a URL: a space as `+`, all but letters, digits and `-_.~` escaped. */
export function escapeQuery(text: string): string {
  let escaped = '';
  for (const byte of encodeUtf8(text)) {
    const character = String.fromCharCode(byte);
    if (UNRESERVED.test(character)) escaped += character;
    else escaped += byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

/** unescapeQuery gives the bytes that an escaped text stands for, or undefined when an escape is broken. */
export function unescapeQuery(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  const source = encodeUtf8(text);
  for (let index = 0; index < source.length; index++) {
    const byte = source[index] ?? 0;
    if (byte !== 0x25) {
      bytes.push(byte === 0x2b ? 0x20 : byte);
      continue;
    }
    const digits = String.fromCharCode(source[index + 1] ?? 0, source[index + 2] ?? 0);
    if (!/^[0-9a-fA-F]{2}$/.test(digits)) return undefined;
    bytes.push(Number.parseInt(digits, 16));
    index += 2;
  }
  return Uint8Array.from(bytes);
}
