/**
 * The search for repetitions of DEFLATE (RFC 1951), with the choices of the compressor that Terraform uses at its default
 * level: the same data has to give the same bytes. Positions count from the start of the data.
 */

/** A byte as it is, or a repetition: which of them, its length and its distance are packed into one number. */
export type Token = number;

/** What is encoded together, and the part of the data that it stands for; undefined when that is out of reach. */
export interface TokenBlock {
  readonly tokens: readonly Token[];
  readonly data: Uint8Array | undefined;
}

const REPETITION = 1 << 23;
const SHORTEST_LENGTH = 3;

function repetition(length: number, distance: number): Token {
  return REPETITION | ((length - SHORTEST_LENGTH) << 15) | (distance - 1);
}

/** isRepetition tells a repetition from a byte. */
export function isRepetition(token: Token): boolean {
  return token >= REPETITION;
}

/** lengthOf gives the length of a repetition, less the shortest one there is. */
export function lengthOf(token: Token): number {
  return (token >> 15) & 0xff;
}

/** distanceOf gives how far back a repetition reaches, less one. */
export function distanceOf(token: Token): number {
  return token & 0x7fff;
}

const WINDOW = 32_768;
/** Repetitions of three bytes exist, but are not looked for. */
const MIN_MATCH = 4;
const MAX_MATCH = 258;
/** The compressor reads on when it has less than this before it. */
const LOOKAHEAD = MIN_MATCH + MAX_MATCH;
const BLOCK_TOKENS = 16_384;
/** A repetition as long as this is taken without looking for a longer one at the next byte. */
const LAZY = 16;
/** A repetition as long as this is taken without looking further. */
const NICE = 128;
/** How many candidates are tried. */
const CHAIN = 128;
/** A shortest repetition from further back than this costs more than its bytes. */
const MAX_SHORT_DISTANCE = 4096;
const HASH_BITS = 17;
const HASH_FACTOR = 0x1e35a7bd;

/** tokenBlocks turns data into bytes and repetitions, in blocks of limited size. */
export function* tokenBlocks(bytes: Uint8Array): Generator<TokenBlock, undefined> {
  const history = new History(bytes);
  const window = new SlidingWindow(bytes);
  let tokens: Token[] = [];
  const block = (end: number): TokenBlock => {
    const complete = { tokens, data: window.endBlock(end) };
    tokens = [];
    return complete;
  };
  let index = 0;
  let candidate = -1;
  let pending = false;
  let match: Match = NO_MATCH;
  while (index < bytes.length) {
    window.moveTo(index);
    if (index + MIN_MATCH <= bytes.length) candidate = history.add(index);
    const previous = match;
    const ahead = bytes.length - index;
    const worthLooking = candidate >= Math.max(index - WINDOW, 0) && ahead > previous.length && previous.length < LAZY;
    match = worthLooking ? history.longestMatch(index, candidate) : NO_MATCH;
    if (previous.length >= MIN_MATCH && match.length <= previous.length) {
      tokens.push(repetition(previous.length, previous.distance));
      const end = index + previous.length - 1;
      for (index++; index < end; index++) if (index + MIN_MATCH <= bytes.length) history.add(index);
      pending = false;
      match = NO_MATCH;
      if (tokens.length === BLOCK_TOKENS) yield block(index);
    } else {
      if (pending) {
        tokens.push(bytes[index - 1] ?? 0);
        if (tokens.length === BLOCK_TOKENS) yield block(index);
      }
      index++;
      pending = true;
    }
  }
  if (pending) tokens.push(bytes[index - 1] ?? 0);
  if (tokens.length > 0) yield block(index);
}

interface Match {
  readonly length: number;
  readonly distance: number;
}

const NO_MATCH: Match = { length: MIN_MATCH - 1, distance: 0 };

/** Where each four bytes occurred before. */
class History {
  readonly #bytes: Uint8Array;
  readonly #latest = new Int32Array(1 << HASH_BITS).fill(-1);
  readonly #earlier = new Int32Array(WINDOW).fill(-1);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Notes an occurrence and gives the one before, or -1. */
  add(index: number): number {
    const bytes = this.#bytes;
    let word = 0;
    for (let offset = 0; offset < MIN_MATCH; offset++) word = (word << 8) | (bytes[index + offset] ?? 0);
    const hash = Math.imul(word, HASH_FACTOR) >>> (32 - HASH_BITS);
    const before = this.#latest[hash] ?? -1;
    this.#earlier[index % WINDOW] = before;
    this.#latest[hash] = index;
    return before;
  }

  longestMatch(index: number, candidate: number): Match {
    const bytes = this.#bytes;
    const longest = Math.min(MAX_MATCH, bytes.length - index);
    const nice = Math.min(NICE, longest);
    const first = index - WINDOW;
    let best = NO_MATCH;
    let at = candidate;
    for (let tries = CHAIN; tries > 0; tries--) {
      if (bytes[at + best.length] === bytes[index + best.length]) {
        let length = 0;
        while (length < longest && bytes[at + length] === bytes[index + length]) length++;
        const distance = index - at;
        if (length > best.length && (length > MIN_MATCH || distance <= MAX_SHORT_DISTANCE)) {
          best = { length, distance };
          if (length >= nice) break;
        }
      }
      if (at === first) break;
      at = this.#earlier[at % WINDOW] ?? -1;
      if (at < Math.max(first, 0)) break;
    }
    return best;
  }
}

/** Which part of the data the compressor still has at hand: it keeps two windows and lets go of the older one. */
class SlidingWindow {
  readonly #bytes: Uint8Array;
  #start = 0;
  #blockStart: number | undefined = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  moveTo(index: number): void {
    while (this.#start + 2 * WINDOW < this.#bytes.length && this.#start + 2 * WINDOW - index < LOOKAHEAD) {
      this.#start += WINDOW;
      if (this.#blockStart !== undefined && this.#blockStart < this.#start) this.#blockStart = undefined;
    }
  }

  endBlock(end: number): Uint8Array | undefined {
    const data = this.#blockStart === undefined ? undefined : this.#bytes.subarray(this.#blockStart, end);
    this.#blockStart = end;
    return data;
  }
}
