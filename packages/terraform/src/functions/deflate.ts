import { BitWriter } from './bit-writer.ts';
import { type Code, canonicalCodes, makeCodes, totalBits } from './deflate-codes.ts';
import { distanceOf, isRepetition, lengthOf, type Token, type TokenBlock, tokenBlocks } from './deflate-matches.ts';

/** How often bytes, the end of a block and lengths occur, and distances. */
interface Frequencies {
  readonly literals: readonly number[];
  readonly distances: readonly number[];
}

/** The code of lengths or of distances that a value belongs to, and the bits that tell it from the others there. */
interface ValueRange {
  readonly base: number;
  readonly extraBits: number;
}

const END_OF_BLOCK = 256;
const FIRST_LENGTH = 257;
const MAX_LITERALS = 286;
const MAX_DISTANCES = 30;
const MAX_STORED = 65_535;
const LONGEST_LENGTH = 255;

const LENGTH_RANGES = [...ranges(28, 4).slice(0, 28), { base: LONGEST_LENGTH, extraBits: 0 }];
const DISTANCE_RANGES = ranges(MAX_DISTANCES, 2);
const FIXED_LITERALS = canonicalCodes(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = canonicalCodes(Array.from({ length: MAX_DISTANCES }, () => 5));

/** Ranges of values that double in size after every few of them. */
function ranges(count: number, perSize: number): ValueRange[] {
  const result: ValueRange[] = [];
  let base = 0;
  for (let index = 0; index < count; index++) {
    const extraBits = Math.max(Math.floor(index / perSize) - 1, 0);
    result.push({ base, extraBits });
    base += 2 ** extraBits;
  }
  return result;
}

/**
 * deflate compresses data as RFC 1951 describes it and as Terraform does it, byte for byte: all data, then an empty block
 * to a full byte, then an empty last one.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter();
  for (const block of tokenBlocks(bytes)) writeBlock(block, writer);
  writeStored(new Uint8Array(), false, writer);
  writeStored(new Uint8Array(), true, writer);
  return writer.toBytes();
}

function writeStored(data: Uint8Array, isLast: boolean, writer: BitWriter): void {
  writer.write(isLast ? 1 : 0, 3);
  writer.align();
  writer.write(data.length, 16);
  writer.write(~data.length & 0xffff, 16);
  writer.append(data);
}

function writeBlock({ tokens, data }: TokenBlock, writer: BitWriter): void {
  const frequencies = count(tokens);
  const { literals, distances } = frequencies;
  const storable = data !== undefined && data.length <= MAX_STORED;
  // Where the block cannot be stored, the bits that are the same in both other forms are left out of account.
  const extra = storable ? extraBits(frequencies) : 0;
  const literalCodes = makeCodes(literals, 15);
  const distanceCodes = makeCodes(distances, 15);
  const header = dynamicHeader(literalCodes, distanceCodes);
  const fixedSize = 3 + totalBits(FIXED_LITERALS, literals) + totalBits(FIXED_DISTANCES, distances) + extra;
  const dynamicSize = header.size + totalBits(literalCodes, literals) + totalBits(distanceCodes, distances) + extra;
  if (storable && (data.length + 5) * 8 < Math.min(fixedSize, dynamicSize)) {
    writeStored(data, false, writer);
  } else if (dynamicSize < fixedSize) {
    for (const [value, bits] of header.fields) writer.write(value, bits);
    writeTokens(tokens, literalCodes, distanceCodes, writer);
  } else {
    writer.write(2, 3);
    writeTokens(tokens, FIXED_LITERALS, FIXED_DISTANCES, writer);
  }
}

function count(tokens: readonly Token[]): Frequencies {
  const literals = Array.from({ length: MAX_LITERALS }, () => 0);
  const distances = Array.from({ length: MAX_DISTANCES }, () => 0);
  const add = (counts: number[], symbol: number) => {
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  };
  for (const token of tokens) {
    if (isRepetition(token)) {
      add(literals, FIRST_LENGTH + rangeIndex(LENGTH_RANGES, lengthOf(token)));
      add(distances, rangeIndex(DISTANCE_RANGES, distanceOf(token)));
    } else add(literals, token);
  }
  add(literals, END_OF_BLOCK);
  const used = { literals: withoutTrailingZeros(literals), distances: withoutTrailingZeros(distances) };
  // There has to be a code for at least one distance.
  return used.distances.length > 0 ? used : { ...used, distances: [1] };
}

function withoutTrailingZeros(counts: readonly number[]): readonly number[] {
  return counts.slice(0, counts.findLastIndex((times) => times > 0) + 1);
}

function rangeIndex(all: readonly ValueRange[], value: number): number {
  let index = all.length - 1;
  while (index > 0 && (all[index]?.base ?? 0) > value) index--;
  return index;
}

function extraBits({ literals, distances }: Frequencies): number {
  const lengths = literals.slice(FIRST_LENGTH).map((times, index) => times * (LENGTH_RANGES[index]?.extraBits ?? 0));
  const reaches = distances.map((times, index) => times * (DISTANCE_RANGES[index]?.extraBits ?? 0));
  return [...lengths, ...reaches].reduce((sum, bits) => sum + bits, 0);
}

function writeTokens(
  tokens: readonly Token[],
  literals: readonly Code[],
  distances: readonly Code[],
  writer: BitWriter,
): void {
  const write = (code: Code | undefined) => writer.write(code?.bits ?? 0, code?.length ?? 0);
  const writeValue = (codes: readonly Code[], first: number, all: readonly ValueRange[], value: number) => {
    const index = rangeIndex(all, value);
    write(codes[first + index]);
    writer.write(value - (all[index]?.base ?? 0), all[index]?.extraBits ?? 0);
  };
  for (const token of tokens) {
    if (isRepetition(token)) {
      writeValue(literals, FIRST_LENGTH, LENGTH_RANGES, lengthOf(token));
      writeValue(distances, 0, DISTANCE_RANGES, distanceOf(token));
    } else write(literals[token]);
  }
  write(literals[END_OF_BLOCK]);
}

const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A value and how many bits it takes. */
type Field = readonly [value: number, bits: number];

/** What stands before a block with codes of its own: the lengths of the codes, which are encoded themselves. */
function dynamicHeader(literals: readonly Code[], distances: readonly Code[]): { fields: Field[]; size: number } {
  const runs = runLengths([...literals, ...distances].map(({ length }) => length));
  const frequencies = Array.from({ length: LENGTH_ORDER.length }, () => 0);
  for (const { symbol } of runs) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  const codes = makeCodes(frequencies, 7);
  const used = Math.max(4, LENGTH_ORDER.findLastIndex((symbol) => (frequencies[symbol] ?? 0) > 0) + 1);
  const fields: Field[] = [
    [4, 3],
    [literals.length - FIRST_LENGTH, 5],
    [distances.length - 1, 5],
    [used - 4, 4],
    ...LENGTH_ORDER.slice(0, used).map((symbol): Field => [codes[symbol]?.length ?? 0, 3]),
  ];
  for (const { symbol, extra } of runs) {
    fields.push([codes[symbol]?.bits ?? 0, codes[symbol]?.length ?? 0]);
    if (extra !== undefined) fields.push(extra);
  }
  return { fields, size: fields.reduce((sum, [, bits]) => sum + bits, 0) };
}

interface Run {
  readonly symbol: number;
  readonly extra?: Field;
}

const REPEAT = { symbol: 16, shortest: 3, longest: 6, bits: 2 };
const FEW_ZEROS = { symbol: 17, shortest: 3, longest: 10, bits: 3 };
const MANY_ZEROS = { symbol: 18, shortest: 11, longest: 138, bits: 7 };

/** Lengths, with shorter forms for the same length several times. */
function runLengths(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index < lengths.length; ) {
    const length = lengths[index] ?? 0;
    let left = 0;
    while (lengths[index + left] === length) left++;
    index += left;
    const shorten = ({ symbol, shortest, longest, bits }: typeof REPEAT) => {
      while (left >= shortest) {
        const times = Math.min(left, longest);
        runs.push({ symbol, extra: [times - shortest, bits] });
        left -= times;
      }
    };
    if (length === 0) {
      shorten(MANY_ZEROS);
      shorten(FEW_ZEROS);
    } else {
      runs.push({ symbol: length });
      left--;
      shorten(REPEAT);
    }
    for (; left > 0; left--) runs.push({ symbol: length });
  }
  return runs;
}
