import { isUtf8 } from 'node:buffer';
import { ValueError } from '../values/value-error.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** decodeBase64 reads standard base64 with its padding; line ends do not count. It gives undefined for anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const symbols = text.replaceAll(/[\r\n]/g, '');
  if (symbols.length % 4 !== 0 || !BASE64.test(symbols)) return undefined;
  return Buffer.from(symbols, 'base64');
}

/** encodeBase64 writes bytes in standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** encodeUtf8 gives the bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

/** decodeUtf8 gives the text of bytes, with a byte order mark as a character; undefined when they are no valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
}

/** requireUtf8 is decodeUtf8 for bytes that have to be text. Throws ValueError with the given message. */
export function requireUtf8(bytes: Uint8Array, message: string): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new ValueError(message);
  return text;
}
