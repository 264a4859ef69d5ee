import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { zipOf } from './zip.ts';

/** Reads an archive from its end, as every unzip does. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const files: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, size, nameLength] = [16, 20, 28].map((field) => archive.readUInt32LE(at + field));
    const length = (nameLength ?? 0) & 0xffff;
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + (size ?? 0));
    expect(crc32(content)).toBe(crc);
    files[name] = content.toString();
    at += 46 + length;
  }
  return files;
}

it('zipOf packs files so that they can be unpacked', () => {
  const files = { 'report.json': '{"a":1}', 'a/ü.txt': 'text', empty: '' };
  expect(unzip(zipOf(files))).toEqual(files);
});

it('zipOf gives the same bytes every time', () => {
  expect(zipOf({ a: '1' })).toEqual(zipOf({ a: '1' }));
});
