import { unsigned } from './byte-writer.ts';
import { END, GLOBAL_GET, GLOBAL_SET, IF, LOOP } from './instructions.ts';
import { I32 } from './sections.ts';

const GET = 0x20;
const SET = 0x21;
const CONST = 0x41;
const CALL = 0x10;
const UNREACHABLE = 0x00;
const BRANCH = 0x0c;
const LOAD_BYTE = [0x2d, 0, 0];
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const MULTIPLY = 0x6c;
const SHIFT_RIGHT = 0x76;
const LESS = 0x48;
const EMPTY = 0x40;

/**
 * The body of a function `(address, isForHost)` that goes through a text to its end and gives the address again. Outside of
 * the memory WebAssembly itself stops it. Each byte costs 8 steps; the byte at the place n of a text that goes to the
 * host costs n/4 more, because the YAML of the library takes the square of the length: 0.8 s for 100,000 bytes.
 */
export function textEndBody(counter: number): number[] {
  const steps = unsigned(counter);
  const [address, isForHost, place] = [0, 1, 2];
  return [
    ...[1, 1, I32],
    ...[LOOP, EMPTY],
    ...[GLOBAL_GET, ...steps, CONST, 8],
    ...[GET, place, GET, isForHost, MULTIPLY, CONST, 2, SHIFT_RIGHT, ADD, SUBTRACT, GLOBAL_SET, ...steps],
    ...[GLOBAL_GET, ...steps, CONST, 0, LESS, IF, EMPTY, UNREACHABLE, END],
    ...[GET, address, GET, place, ADD, ...LOAD_BYTE],
    ...[IF, EMPTY, GET, place, CONST, 1, ADD, SET, place, BRANCH, 1, END],
    END,
    ...[GET, address],
    END,
  ];
}

/** What a function is called by, so that the text is looked at whose address it gives. */
export interface Wrapper {
  readonly index: number;
  /** How many numbers it takes. */
  readonly takes: number;
  readonly textEnd: number;
  readonly isForHost: boolean;
}

/** The body of a function that calls another one and looks at the text that it gives. */
export function wrapperBody({ index, takes, textEnd, isForHost }: Wrapper): number[] {
  const parameters = Array.from({ length: takes }, (_, parameter) => [GET, parameter]).flat();
  return [0, ...parameters, CALL, ...unsigned(index), ...lookAtText(textEnd, isForHost), END];
}

/** Looks at the text whose address is on the stack, and leaves it there. */
export function lookAtText(textEnd: number, isForHost: boolean): number[] {
  return [CONST, isForHost ? 1 : 0, CALL, ...unsigned(textEnd)];
}
