import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, the first day that a zip archive can name. */
const FIRST_DAY = 0x0021;

/** zipOf packs files into a zip archive without compression; the same files give the same bytes. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    const fields = fieldsOf(name, data);
    const header = Buffer.concat([uint32(LOCAL_HEADER), fields, name]);
    local.push(header, data);
    // No comment, first disk, no attributes.
    const rest = Buffer.concat([uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)]);
    central.push(Buffer.concat([uint32(CENTRAL_HEADER), uint16(VERSION), fields, rest, name]));
    offset += header.length + data.length;
  }
  const directory = Buffer.concat(central);
  const count = uint16(central.length);
  const end = [uint32(END), uint16(0), uint16(0), count, count, uint32(directory.length), uint32(offset), uint16(0)];
  return Buffer.concat([...local, directory, ...end]);
}

/** The fields that the local and the central header share. */
function fieldsOf(name: Buffer, data: Buffer): Buffer {
  const [stored, noTime, noExtra] = [uint16(0), uint16(0), uint16(0)];
  const size = uint32(data.length);
  return Buffer.concat([
    uint16(VERSION),
    uint16(UTF8),
    stored,
    noTime,
    uint16(FIRST_DAY),
    uint32(crc32(data)),
    size,
    size,
    uint16(name.length),
    noExtra,
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
