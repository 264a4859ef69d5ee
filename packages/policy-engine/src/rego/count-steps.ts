import { ByteReader, ModuleError } from './byte-reader.ts';
import { ByteWriter, signed, unsigned } from './byte-writer.ts';
import { lookAtText } from './guard-functions.ts';
import {
  BLOCK,
  BRANCH_IF,
  CALL,
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
import { readNumberType } from './sections.ts';

/** Counting costs about ten instructions itself. */
const SHORT = 30;
/** What a call of the host counts: the library writes and reads JSON for it. */
const STEPS_OF_HOST = 10_000;

/** What the code of a module has to know of the module around it. */
export interface CodeFrame {
  /** The number of the counter among the global variables, the first that the module itself does not have. */
  readonly counter: number;
  /** How many functions are the host's. */
  readonly hostCount: number;
  /** The number of `opa_abort`; -1 when the module does not import it. */
  readonly abort: number;
  /** How many functions the module has, those of the host among them. */
  readonly functionCount: number;
  /** The number of the function that goes through a text. */
  readonly textEnd: number;
}

/** A stretch of code that is counted as one, where its counting is written. */
interface Stretch {
  readonly offset: number;
  steps: number;
  /** The stretch that always runs before it in the same turn of a loop; null for a head. */
  readonly after: Stretch | null;
}

/** Bytes that are written into a body before an offset. */
interface Addition {
  readonly offset: number;
  readonly bytes: readonly number[];
}

/**
 * countedBody writes a counter into the body of a function: at the head of the function and of every loop it takes away the
 * instructions that stand there, outside of inner loops. Between two heads each instruction runs at most once, so that no
 * more run than are counted, whatever the module does. WebAssembly itself has no such limit, and time would make verdicts
 * depend on the machine. A text that a body aborts with is looked at before.
 * @throws ModuleError for instructions that compiled Rego does not have.
 */
export function countedBody(body: ByteReader, frame: CodeFrame): Uint8Array {
  let written = body.offset;
  for (let groups = body.number(); groups > 0; groups -= 1) {
    body.number();
    readNumberType(body);
  }
  const writer = new ByteWriter();
  for (const { offset, bytes } of additions(body, frame)) {
    writer.add(body.bytes.subarray(written, offset));
    writer.add(bytes);
    written = offset;
  }
  writer.add(body.bytes.subarray(written, body.end));
  return writer.bytes();
}

/**
 * What is written into a body, in the order of the code: the counting of the function, of its loops and of parts of them, and
 * the looks at texts. What may not run is a part of its own: what stands
 * after a branch or after the end of a block, and what asks for memory. Until the end of the block around, every way leads
 * past the beginning of the part, because branches lead only to ends of blocks around and to heads of loops.
 */
function additions(body: ByteReader, frame: CodeFrame): readonly Addition[] {
  let current: Stretch = { offset: body.offset, steps: 0, after: null };
  const found = [current];
  const aborts: Addition[] = [];
  const around: Stretch[] = [];
  const begin = (offset: number, after: Stretch | null) => {
    current = { offset, steps: 0, after };
    found.push(current);
  };
  while (!body.isAtEnd) {
    const { offset } = body;
    const code = skipInstruction(body);
    if (code === GLOBAL_GET || code === GLOBAL_SET) checkBelow(operand(body, offset), frame.counter, 'variable');
    if (code === CALL) {
      const callee = operand(body, offset);
      checkBelow(callee, frame.functionCount, 'function');
      if (callee === frame.abort) aborts.push({ offset, bytes: lookAtText(frame.textEnd, false) });
      if (callee < frame.hostCount) current.steps += STEPS_OF_HOST;
    }
    if (code === MEMORY_GROW) begin(offset, current);
    current.steps += stepsOf(code);
    if (code === BLOCK || code === LOOP || code === IF) around.push(current);
    if (code === LOOP) begin(body.offset, null);
    if (code === IF || code === BRANCH_IF) begin(body.offset, current);
    if (code === ELSE) begin(body.offset, around.at(-1) ?? current);
    if (code === END) begin(body.offset, around.pop() ?? current);
  }
  const counts = withoutShort(found).map(({ offset, steps }) => ({ offset, bytes: countDown(frame.counter, steps) }));
  return [...counts, ...aborts].sort((a, b) => a.offset - b.offset);
}

/** The number that follows an instruction. */
function operand({ bytes }: ByteReader, offset: number): number {
  return new ByteReader(bytes, offset + 1).number();
}

/** What the module does not have itself would now be a part of the guard. */
function checkBelow(number: number, count: number, what: string): void {
  if (number >= count) throw new ModuleError(`it uses a ${what} that it does not have`);
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
