/**
 * The runtime decodes East Asian character sets but does not encode them, so the tables are made by decoding all byte
 * sequences once, when a set is first asked for.
 */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** encodeMultiByte gives the bytes of a text, or undefined when the set lacks one of its characters. */
export function encodeMultiByte(text: string, decoder: string): Uint8Array | undefined {
  if (decoder === 'iso-2022-jp') return encodeIso2022Jp(text);
  const bytes: number[] = [];
  const table = tableOf(decoder);
  for (const character of text) {
    const sequence = character < '\u0080' ? [character.charCodeAt(0)] : table.get(character);
    if (sequence === undefined) return undefined;
    for (const byte of sequence) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function tableOf(decoder: string): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(decoder);
  if (table === undefined) {
    table = makeTable(decoder);
    tables.set(decoder, table);
  }
  return table;
}

function makeTable(decoder: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decode = new TextDecoder(decoder, { fatal: true });
  const add = (...sequence: number[]) => {
    try {
      const character = decode.decode(Uint8Array.from(sequence));
      if ([...character].length === 1 && !table.has(character)) table.set(character, sequence);
    } catch {
      // These bytes mean nothing.
    }
  };
  for (let byte = 0x80; byte <= 0xff; byte++) add(byte);
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) add(first, second);
  }
  if (decoder === 'euc-jp') {
    for (let first = 0xa1; first <= 0xfe; first++)
      for (let second = 0xa1; second <= 0xfe; second++) add(0x8f, first, second);
    for (let second = 0xa1; second <= 0xdf; second++) add(0x8e, second);
  }
  if (decoder === 'gb18030') addFourByteCodes(add);
  return table;
}

function addFourByteCodes(add: (...sequence: number[]) => void): void {
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) add(first, second, third, fourth);
      }
    }
  }
}

const TO_ASCII = [0x1b, 0x28, 0x42];
const TO_KANJI = [0x1b, 0x24, 0x42];

/** Characters of several bytes are those of EUC-JP without the highest bits, between escape sequences. */
function encodeIso2022Jp(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let kanji = false;
  for (const character of text) {
    const ascii = character < '\u0080';
    if (ascii === kanji) {
      bytes.push(...(ascii ? TO_ASCII : TO_KANJI));
      kanji = !ascii;
    }
    const sequence = ascii ? [character.charCodeAt(0)] : tableOf('euc-jp').get(character);
    // Only the two-byte part of the set exists here.
    if (sequence === undefined || (!ascii && (sequence.length !== 2 || sequence[0] === 0x8e))) return undefined;
    for (const byte of sequence) bytes.push(byte & 0x7f);
  }
  if (kanji) bytes.push(...TO_ASCII);
  return Uint8Array.from(bytes);
}
