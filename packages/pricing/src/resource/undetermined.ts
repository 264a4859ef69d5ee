/**
 * What a cost model throws, by reading an attribute that is not known: the line that needs the attribute is then unpriced, with this
 * reason, and never zero. It is no error of the run, and models do not catch it.
 */
export class Undetermined {
  /** A sentence without its full stop. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Gives up for a reason, where a value is expected: `resource.text('type') ?? notTold('…')`. @throws Undetermined always. */
export function notTold(reason: string): never {
  throw new Undetermined(reason);
}

/** The most values of unknown attributes of one resource, multiplied, that are tried to give a range. */
export const mostCases = 32;
