import type { Range } from '../syntax/range.ts';
import { type Failure, fail, placed } from '../values/stop.ts';

/** Steps that an evaluation may take unless the caller says otherwise. */
export const DEFAULT_COST_LIMIT = 1_000_000;
/** How deep values may be nested when they are compared or shown. JSON that deep is not written by people. */
const MAX_VALUE_DEPTH = 200;
/** Ten characters of a string that is read or built cost one step, as in cel-go. */
const CHARACTERS_PER_STEP = 10;

/** Ends an evaluation that is too costly. It is thrown, because no operator may turn it into a result. */
export class LimitExceeded extends Error {
  readonly failure: Failure;

  constructor(message: string, place: Range | null) {
    super(message);
    this.failure = place === null ? fail(message) : placed(fail(message), place);
  }
}

/** Counts the steps of one evaluation and ends it when they exceed the limit. */
export class Meter {
  #left: number;
  #depth = 0;
  readonly limit: number;
  /** The expression that is taking the steps. */
  place: Range | null = null;

  constructor(limit: number) {
    this.limit = limit;
    this.#left = limit;
  }

  /** Takes steps: one for every node that is evaluated, element that is visited or made. */
  steps(count: number): void {
    this.#left -= count;
    if (this.#left < 0) {
      throw new LimitExceeded(
        `the expression needs more than ${this.limit.toLocaleString('en-US')} steps; make its lists or strings smaller`,
        this.place,
      );
    }
  }

  /** Takes the steps of reading or building a string or bytes of this length. */
  characters(count: number): void {
    this.steps(Math.ceil(count / CHARACTERS_PER_STEP));
  }

  /** Runs something one level deeper inside a value, and ends the evaluation when the value is too deep. */
  nested<T>(visit: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_VALUE_DEPTH)
      throw new LimitExceeded(`a value is nested deeper than ${MAX_VALUE_DEPTH} levels`, this.place);
    const result = visit();
    this.#depth -= 1;
    return result;
  }
}
