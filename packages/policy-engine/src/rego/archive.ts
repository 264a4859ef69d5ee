import { gunzipSync } from 'node:zlib';
import { PolicyEngineError } from '../error.ts';
import { readTar } from './tar.ts';

/** Sizes that no bundle comes near: the compiler's own part is 350 KiB, and data is rarely larger. */
const MAX_COMPRESSED = 16 * 1024 * 1024;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_MODULE = 16 * 1024 * 1024;
const MAX_DATA = 8 * 1024 * 1024;

/** What a bundle is made of, as far as it is used. */
export interface RegoArchive {
  readonly module: Uint8Array;
  /** The text of `data.json`; `{}` when there is none. */
  readonly data: string;
}

/**
 * readRegoArchive takes `policy.wasm` and `data.json` out of a bundle, or takes a bare module as it is. Nothing else of an
 * archive is looked at, and no name in it becomes a path.
 * @throws PolicyEngineError for anything else, and for what is too large.
 */
export function readRegoArchive(bytes: Uint8Array): RegoArchive {
  if (bytes.length > MAX_COMPRESSED) throw tooLarge('It', MAX_COMPRESSED);
  if (startsWith(bytes, [0x00, 0x61, 0x73, 0x6d])) return { module: bytes, data: '{}' };
  const files = readTar(startsWith(bytes, [0x1f, 0x8b]) ? unpack(bytes) : bytes, new Set(['policy.wasm', 'data.json']));
  const module = files.get('policy.wasm');
  if (module === undefined) {
    throw new PolicyEngineError(
      'The bundle has no policy.wasm. Compile it with "opa build -t wasm -e <package>/<rule>".',
    );
  }
  if (module.length > MAX_MODULE) throw tooLarge('Its policy.wasm', MAX_MODULE);
  const data = files.get('data.json');
  if (data === undefined) return { module, data: '{}' };
  if (data.length > MAX_DATA) throw tooLarge('Its data.json', MAX_DATA);
  return { module, data: jsonText(data) };
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge('What is packed in it', MAX_UNPACKED);
    throw new PolicyEngineError('The bundle is damaged: it cannot be unpacked. Build it again.');
  }
}

function jsonText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return text;
  } catch {
    // Told below, as the same mistake.
  }
  throw new PolicyEngineError('The data.json of the bundle is not a JSON object in UTF-8. Build the bundle again.');
}

function tooLarge(what: string, limit: number): PolicyEngineError {
  return new PolicyEngineError(
    `The bundle is too large. ${what} may have at most ${limit / 1024 / 1024} MiB. Leave out data that no rule reads.`,
  );
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
