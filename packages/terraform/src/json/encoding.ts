import { isUtf8 } from 'node:buffer';

/** Text as UTF-8 without a byte order mark, or why the bytes are no text. */
export type Decoded =
  | { readonly kind: 'text'; readonly utf8: Buffer }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Gives text in UTF-8 whatever Unicode encoding it was written in: UTF-8, or UTF-16 in either byte order, which is what
 * redirecting in Windows PowerShell writes. Without a byte order mark UTF-16 shows in the first character, which is ASCII in every
 * JSON document and has a zero byte beside it, while JSON in UTF-8 never has one.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b, c, d] = buffer;
  if (startsWith(buffer, [0xff, 0xfe, 0, 0]) || startsWith(buffer, [0, 0, 0xfe, 0xff])) return refused('UTF-32');
  if (a === 0 && b === 0) return refused('UTF-32 or binary');
  if (a !== undefined && b === 0 && c === 0 && d === 0) return refused('UTF-32 or binary');
  if (startsWith(buffer, [0xff, 0xfe])) return fromUtf16(buffer.subarray(2), 'little');
  if (startsWith(buffer, [0xfe, 0xff])) return fromUtf16(buffer.subarray(2), 'big');
  if (b === 0) return fromUtf16(buffer, 'little');
  if (a === 0) return fromUtf16(buffer, 'big');
  const utf8 = startsWith(buffer, [0xef, 0xbb, 0xbf]) ? buffer.subarray(3) : buffer;
  if (isUtf8(utf8)) return { kind: 'text', utf8 };
  return refused('neither UTF-8 nor UTF-16');
}

/** Goes by way of a string, which is quicker than `TextDecoder`; that one also fails above some 280 MB. */
function fromUtf16(buffer: Buffer, order: 'little' | 'big'): Decoded {
  const damaged: Decoded = { kind: 'refused', why: 'it begins as UTF-16 text and then is damaged or cut off' };
  if (buffer.length % 2 !== 0) return damaged;
  const text = (order === 'little' ? buffer : Buffer.from(buffer).swap16()).toString('utf16le');
  return text.isWellFormed() ? { kind: 'text', utf8: Buffer.from(text) } : damaged;
}

function refused(what: string): Decoded {
  return { kind: 'refused', why: `its encoding is ${what}, where UTF-8 or UTF-16 is expected` };
}

function startsWith(buffer: Buffer, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => buffer[index] === byte);
}
