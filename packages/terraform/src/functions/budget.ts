import { LimitError } from '../values/value-error.ts';

/** One evaluation goes through no more elements than this, in all its loops together. */
export const MAX_ITERATIONS = 1_000_000;
/** One evaluation makes no more text than this, in UTF-16 code units. */
export const MAX_TOTAL_TEXT = 256 * 1024 * 1024;
/** One evaluation takes no more steps in functions than this; each takes a few nanoseconds. */
export const MAX_WORK = 5_000_000_000;
/** What one character or one element of an argument counts as. */
const STEPS_PER_PART = 10;

/** How much an evaluation may use up. */
export interface BudgetLimits {
  readonly iterations: number;
  /** In UTF-16 code units. */
  readonly text: number;
  readonly work: number;
}

/**
 * What one evaluation may still use up. Loops within loops multiply, so that short expressions can ask for more work than
 * anyone can wait for. Counting work, and not time, gives the same result on every machine.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  #iterations = 0;
  #text = 0;
  #work = 0;

  constructor(limits: Partial<BudgetLimits> = {}) {
    this.#limits = { iterations: MAX_ITERATIONS, text: MAX_TOTAL_TEXT, work: MAX_WORK, ...limits };
  }

  /** Pays for going through elements. Throws ValueError when there have been too many. */
  iterate(count: number): void {
    const { iterations } = this.#limits;
    this.#iterations += count;
    if (this.#iterations > iterations) {
      throw new LimitError(`the expression goes through more than ${iterations} elements, which is not allowed here`);
    }
  }

  /** Pays for a text. Throws ValueError when there has been too much. */
  write(length: number): void {
    const { text } = this.#limits;
    this.#text += length;
    if (this.#text > text) {
      throw new LimitError(`the expression makes more than ${text} characters of text, which is not allowed here`);
    }
  }

  /** Pays for steps that are many more than the arguments of a function have parts. Throws ValueError. */
  work(steps: number): void {
    this.#work += steps;
    if (this.#work > this.#limits.work)
      throw new LimitError('the functions in the expression have too much work to do');
  }

  /** Pays for reading so many characters or elements. Throws ValueError. */
  read(parts: number): void {
    this.work(parts * STEPS_PER_PART);
  }
}
