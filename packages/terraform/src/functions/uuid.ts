import { createHash } from 'node:crypto';
import { encodeUtf8 } from './bytes.ts';

/** The namespaces that have a name of their own, from RFC 9562. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
]);

const HYPHENATED = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/** parseUuid gives the bytes of a UUID in any of its forms, or of a namespace by its name; else why it is none. */
export function parseUuid(text: string): Uint8Array | string {
  const named = NAMESPACES.get(text) ?? text;
  const plain = unwrap(named);
  if (plain === undefined) return `invalid UUID length: ${encodeUtf8(named).length}`;
  if (plain === '') return `invalid urn prefix: ${JSON.stringify(named.slice(0, 9))}`;
  const digits = plain.length === 32 ? plain : HYPHENATED.exec(plain)?.slice(1).join('');
  return digits !== undefined && /^[0-9a-f]{32}$/i.test(digits) ? Buffer.from(digits, 'hex') : 'invalid UUID format';
}

function unwrap(text: string): string | undefined {
  switch (encodeUtf8(text).length) {
    case 32:
    case 36:
      return text;
    case 38:
      return text.slice(1, -1);
    case 45:
      return text.toLowerCase().startsWith('urn:uuid:') ? text.slice(9) : '';
    default:
      return undefined;
  }
}

/** uuidOfName makes the UUID of a name in a namespace: version 5, by SHA-1. */
export function uuidOfName(namespace: Uint8Array, name: string): string {
  const bytes = createHash('sha1').update(namespace).update(encodeUtf8(name)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
