import { ByteReader, ModuleError } from './byte-reader.ts';
import { ByteWriter, signed, unsigned } from './byte-writer.ts';
import {
  BLOCK,
  BRANCH_IF,
  ELSE,
  END,
  GLOBAL_GET,
  GLOBAL_SET,
  IF,
  LOOP,
  MEMORY_GROW,
  skipInstruction,
  stepsOf,
} from './instructions.ts';

/** The name under which a counted module gives its counter: a number that goes down and stops the module below zero. */
export const STEPS_EXPORT = 'tollgate_steps';

/** Larger tables and more memory are refused before they are made; compiled Rego has some hundred functions in its table. */
const MAX_TABLE = 100_000;

/** A module that stops after a number of steps. */
export interface CountedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The memory that it needs at the start, in pages of 64 KiB. */
  readonly initialPages: number;
}

/** The sections that the counter touches or whose contents matter for limits (WebAssembly 1.0, section 5.5). */
const SECTION = { custom: 0, type: 1, import: 2, table: 4, memory: 5, global: 6, export: 7, code: 10, data: 11 };
/** Counting costs about ten instructions itself. */
const SHORT = 30;
const I32 = 0x7f;
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * countSteps writes a counter into a module: at the head of every function and of every loop it takes away the instructions
 * that stand there, outside of inner loops. Between two heads each instruction runs at most once, so that no more run than
 * are counted, whatever the module does. WebAssembly itself has no such limit, and time would make verdicts depend on
 * the machine.
 * @throws ModuleError for a module that has parts which compiled Rego does not have.
 */
export function countSteps(module: Uint8Array, limit: number): CountedModule {
  const reader = new ByteReader(module);
  if (!HEADER.every((byte) => byte === reader.byte())) throw new ModuleError('it is not WebAssembly 1.0');
  const writer = new ByteWriter();
  writer.add(HEADER);
  let initialPages = 0;
  let counter: number | null = null;
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const section = reader.part();
    const contents = module.subarray(section.offset, section.end);
    if (id === SECTION.custom) continue;
    if (id > SECTION.data || id === SECTION.memory) throw new ModuleError(`it has a section ${id}`);
    if (id === SECTION.type) checkTypes(section);
    if (id === SECTION.table) checkTable(section);
    if (id === SECTION.import) initialPages = readImports(section);
    writer.add([id]);
    if (id === SECTION.global) {
      counter = section.number();
      writer.addPart(withEntry(section, counter, [I32, 1, 0x41, ...signed(limit), END]));
    } else if (id === SECTION.export) {
      const entry = [STEPS_EXPORT.length, ...new TextEncoder().encode(STEPS_EXPORT), 3, ...unsigned(known(counter))];
      writer.addPart(withEntry(section, section.number(), entry));
    } else if (id === SECTION.code) {
      writer.addPart(countedCode(section, known(counter)));
    } else {
      writer.addPart(contents);
    }
  }
  return { bytes: writer.bytes(), initialPages };
}

function known(counter: number | null): number {
  if (counter === null) throw new ModuleError('it has no global variables');
  return counter;
}

/** A list of `count` entries whose rest is in the reader, with one entry more. */
function withEntry(rest: ByteReader, count: number, entry: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  writer.add(unsigned(count + 1));
  writer.add(rest.bytes.subarray(rest.offset, rest.end));
  writer.add(entry);
  return writer.bytes();
}

/** Functions of numbers alone: without other types there are no objects, which the limit of memory would not count. */
function checkTypes(section: ByteReader): void {
  for (let count = section.number(); count > 0; count -= 1) {
    if (section.byte() !== 0x60) throw new ModuleError('it has types that are not functions');
    for (const values of [section.part(), section.part()]) {
      while (!values.isAtEnd)
        if (!isNumberType(values.byte())) throw new ModuleError('it has values other than numbers');
    }
  }
}

function isNumberType(code: number): boolean {
  return code >= 0x7c && code <= I32;
}

function checkTable(section: ByteReader): void {
  const count = section.number();
  if (count === 0) return;
  const isOfFunctions = section.byte() === 0x70;
  section.number();
  if (count > 1 || !isOfFunctions || section.number() > MAX_TABLE)
    throw new ModuleError('it has a table too many or too large');
}

/** The memory must come from the host, for only then the host can limit it. Other imports are compared by the runtime. */
function readImports(section: ByteReader): number {
  let initialPages: number | null = null;
  for (let count = section.number(); count > 0; count -= 1) {
    section.text();
    section.text();
    const kind = section.byte();
    if (kind === 0) {
      section.number();
    } else if (kind === 2 && initialPages === null) {
      const flags = section.number();
      if (flags > 1) throw new ModuleError('it has a memory of another kind');
      initialPages = section.number();
      if (flags === 1) section.number();
    } else {
      throw new ModuleError('it imports more than functions and one memory');
    }
  }
  return initialPages ?? 0;
}

function countedCode(section: ByteReader, counter: number): Uint8Array {
  const writer = new ByteWriter();
  const count = section.number();
  writer.add(unsigned(count));
  for (let index = 0; index < count; index += 1) writer.addPart(countedBody(section.part(), counter));
  return writer.bytes();
}

/** A stretch of code that is counted as one, where its counting is written. */
interface Stretch {
  readonly offset: number;
  steps: number;
  /** The stretch that always runs before it in the same turn of a loop; null for a head. */
  readonly after: Stretch | null;
}

function countedBody(body: ByteReader, counter: number): Uint8Array {
  const start = body.offset;
  for (let groups = body.number(); groups > 0; groups -= 1) {
    body.number();
    if (!isNumberType(body.byte())) throw new ModuleError('it has values other than numbers');
  }
  const writer = new ByteWriter();
  let written = start;
  for (const { offset, steps } of stretches(body, counter)) {
    writer.add(body.bytes.subarray(written, offset));
    writer.add(countDown(counter, steps));
    written = offset;
  }
  writer.add(body.bytes.subarray(written, body.end));
  return writer.bytes();
}

/**
 * The function, its loops and parts of them, in the order of the code. What may not run is a part of its own: what stands
 * after a branch or after the end of a block, and what asks for memory. Until the end of the block around, every way leads
 * past the beginning of the part, because branches lead only to ends of blocks around and to heads of loops.
 */
function stretches(body: ByteReader, counter: number): readonly Stretch[] {
  let current: Stretch = { offset: body.offset, steps: 0, after: null };
  const found = [current];
  const around: Stretch[] = [];
  const begin = (offset: number, after: Stretch | null) => {
    current = { offset, steps: 0, after };
    found.push(current);
  };
  while (!body.isAtEnd) {
    const { offset } = body;
    const code = skipInstruction(body);
    if (code === GLOBAL_GET || code === GLOBAL_SET) checkGlobal(body, offset, counter);
    if (code === MEMORY_GROW) begin(offset, current);
    current.steps += stepsOf(code);
    if (code === BLOCK || code === LOOP || code === IF) around.push(current);
    if (code === LOOP) begin(body.offset, null);
    if (code === IF || code === BRANCH_IF) begin(body.offset, current);
    if (code === ELSE) begin(body.offset, around.at(-1) ?? current);
    if (code === END) begin(body.offset, around.pop() ?? current);
  }
  return withoutShort(found);
}

/** What was no global variable of the module would now be the counter. */
function checkGlobal({ bytes }: ByteReader, offset: number, counter: number): void {
  if (new ByteReader(bytes, offset + 1).number() >= counter)
    throw new ModuleError('it uses a variable that it does not have');
}

/** Short parts are counted with what runs before them. */
function withoutShort(found: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of found.toReversed()) {
    if (stretch.after === null || stretch.steps >= SHORT) kept.push(stretch);
    else stretch.after.steps += stretch.steps;
  }
  return kept.reverse();
}

/** `steps -= count; if (steps < 0) unreachable`. */
function countDown(counter: number, count: number): number[] {
  const global = unsigned(counter);
  const subtract = [GLOBAL_GET, ...global, 0x41, ...signed(count), 0x6b, GLOBAL_SET, ...global];
  return [...subtract, GLOBAL_GET, ...global, 0x41, 0x00, 0x48, IF, 0x40, 0x00, END];
}
