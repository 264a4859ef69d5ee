import { crc32 } from 'node:zlib';
import { deflate } from './deflate.ts';

const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

/** gzip compresses data in the form in which `base64gzip` gives it: without name and time. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return Buffer.concat([HEADER, deflate(bytes), trailer]);
}
