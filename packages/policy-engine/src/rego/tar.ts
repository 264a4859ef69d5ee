import { PolicyEngineError } from '../error.ts';

const BLOCK = 512;
const MAX_ENTRIES = 10_000;

/**
 * readTar reads the wanted files of a tar archive, by their names without `/` or `./` before them; the first one of a name
 * counts. Links, folders and the headers of newer notations are passed over (POSIX 1003.1, "ustar Interchange Format").
 * @throws PolicyEngineError for bytes that are not such an archive.
 */
export function readTar(bytes: Uint8Array, wanted: ReadonlySet<string>): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let offset = 0;
  for (let entries = 0; offset + BLOCK <= bytes.length; entries += 1) {
    if (entries > MAX_ENTRIES)
      throw new PolicyEngineError(`The bundle holds more than ${MAX_ENTRIES} files. Build one for the policy alone.`);
    const header = bytes.subarray(offset, offset + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const size = readOctal(header, 124, 12);
    const start = offset + BLOCK;
    if (size === null || !hasItsChecksum(header) || start + size > bytes.length) throw notAnArchive();
    const name = nameOf(header);
    const type = header[156];
    // A regular file is `0`, and zero in the oldest notation.
    if ((type === 0x30 || type === 0) && wanted.has(name) && !files.has(name)) {
      files.set(name, bytes.subarray(start, start + size));
    }
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  if (offset === 0) throw notAnArchive();
  return files;
}

function notAnArchive(): PolicyEngineError {
  return new PolicyEngineError(
    'The file is neither a bundle of OPA (a tar archive, packed with gzip) nor a WebAssembly module. Build it with "opa build -t wasm -e <package>/<rule>".',
  );
}

function nameOf(header: Uint8Array): string {
  const prefix = readText(header, 345, 155);
  const name = readText(header, 0, 100);
  return (prefix === '' ? name : `${prefix}/${name}`).replace(/^\.?\//, '');
}

function readText(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function readOctal(header: Uint8Array, start: number, length: number): number | null {
  const text = readText(header, start, length).trim();
  return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** The sum of all bytes of a header, its own field read as spaces. */
function hasItsChecksum(header: Uint8Array): boolean {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 0x20 : byte;
  return sum === readOctal(header, 148, 8);
}
