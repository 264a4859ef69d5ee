import { type ByteReader, ModuleError } from './byte-reader.ts';

/** Instructions that begin or end a stretch of code. */
export const BLOCK = 0x02;
export const LOOP = 0x03;
export const IF = 0x04;
export const ELSE = 0x05;
export const END = 0x0b;
export const BRANCH_IF = 0x0d;

/** Instructions with the number of a global variable. */
export const GLOBAL_GET = 0x23;
export const GLOBAL_SET = 0x24;

export const CALL = 0x10;
const CALL_INDIRECT = 0x11;
export const MEMORY_GROW = 0x40;

/** What follows an instruction in the code, by its first and last number (WebAssembly 1.0, section 5.4). */
const OPERANDS: readonly (readonly [from: number, to: number, operands: (reader: ByteReader) => void])[] = [
  [0x00, 0x01, () => {}],
  [BLOCK, IF, (reader) => reader.skipNumber()],
  [ELSE, ELSE, () => {}],
  [END, END, () => {}],
  [0x0c, BRANCH_IF, (reader) => reader.skipNumber()],
  [0x0e, 0x0e, skipBranchTable],
  [0x0f, 0x0f, () => {}],
  [CALL, CALL, (reader) => reader.skipNumber()],
  [CALL_INDIRECT, CALL_INDIRECT, (reader) => skipNumbers(reader, 2)],
  [0x1a, 0x1b, () => {}],
  [0x20, 0x24, (reader) => reader.skipNumber()],
  [0x28, 0x3e, skipAddress],
  [0x3f, MEMORY_GROW, (reader) => reader.skipNumber()],
  [0x41, 0x42, (reader) => reader.skipNumber()],
  [0x43, 0x43, (reader) => reader.skip(4)],
  [0x44, 0x44, (reader) => reader.skip(8)],
  // Comparisons, arithmetic and conversions; the last ones extend signs.
  [0x45, 0xc4, () => {}],
  // Conversions that saturate.
  [0xfc, 0xfc, skipSaturating],
];

const operandsOf = new Map(
  OPERANDS.flatMap(([from, to, operands]) =>
    Array.from({ length: to - from + 1 }, (_, index) => [from + index, operands] as const),
  ),
);

/**
 * Passes over one instruction and gives its number. Only those of WebAssembly 1.0 are known, which take about the same
 * time each: what copies or fills memory by the length in an operand is not among them.
 */
export function skipInstruction(reader: ByteReader): number {
  const code = reader.byte();
  const operands = operandsOf.get(code);
  if (operands === undefined) throw unknownInstruction(code);
  operands(reader);
  return code;
}

/** What an instruction counts. Asking for memory takes longer than the others, and so does a call. */
export function stepsOf(code: number): number {
  return code === MEMORY_GROW ? 1000 : code === CALL || code === CALL_INDIRECT ? 10 : 1;
}

function unknownInstruction(code: number): ModuleError {
  return new ModuleError(`it uses the instruction 0x${code.toString(16)}, which compiled Rego does not`);
}

function skipNumbers(reader: ByteReader, count: number): void {
  for (let index = 0; index < count; index += 1) reader.skipNumber();
}

function skipBranchTable(reader: ByteReader): void {
  skipNumbers(reader, reader.number() + 1);
}

function skipAddress(reader: ByteReader): void {
  // Larger alignments are the flags of later versions, with further operands.
  if (reader.number() > 3) throw new ModuleError('it addresses memory in a way that compiled Rego does not');
  reader.skipNumber();
}

function skipSaturating(reader: ByteReader): void {
  const code = reader.number();
  if (code > 7) throw unknownInstruction(0xfc00 + code);
}
