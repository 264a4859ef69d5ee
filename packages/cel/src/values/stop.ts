import type { Range } from '../syntax/range.ts';

/**
 * What takes the place of a value when there is none: it is unknown, or computing it failed. Both are values of the
 * evaluator, never thrown, because `&&`, `||`, `all` and `exists` may still come to a result without them.
 */
export abstract class Stop {
  abstract readonly kind: 'unknown' | 'failure';
}

/** A value that is not known, with the reasons why, such as "data source aws_ami.x". */
export class Unknown extends Stop {
  readonly kind = 'unknown';
  readonly reasons: ReadonlySet<string>;
  /**
   * It was computed from an unknown value, so that it may turn out to be an error. One that is not derived stands for
   * a value, which is why a list that holds it has a known size.
   */
  readonly isDerived: boolean;
  #derived: Unknown | null = null;

  constructor(reasons: ReadonlySet<string>, isDerived = false) {
    super();
    this.reasons = reasons;
    this.isDerived = isDerived;
  }

  /** The same unknown as the result of computing something with it. */
  derive(): Unknown {
    if (this.isDerived) return this;
    this.#derived ??= new Unknown(this.reasons, true);
    return this.#derived;
  }
}

/** An evaluation error. The place is that of the innermost expression that failed; it is set once. */
export class Failure extends Stop {
  readonly kind = 'failure';
  readonly message: string;
  range: Range | null = null;

  constructor(message: string) {
    super();
    this.message = message;
  }
}

/** Whether there is no value, for whatever reason. */
export function isStop(value: unknown): value is Stop {
  return value instanceof Stop;
}

/** Whether a value is not known. */
export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** Whether computing a value failed. */
export function isFailure(value: unknown): value is Failure {
  return value instanceof Failure;
}

/** An unknown value, to be put anywhere into the input of an evaluation. */
export function unknown(...reasons: string[]): Unknown {
  return new Unknown(new Set(reasons));
}

/** A failure without a place yet. The message has no full stop, for the place is added after it. */
export function fail(message: string): Failure {
  return new Failure(message);
}

/** Gives a failure its place if it has none yet; anything else is returned as it is. */
export function placed<T>(value: T, range: Range): T {
  if (isFailure(value) && value.range === null) value.range = range;
  return value;
}

/**
 * What remains of two stops where another operand could still have decided (`&&`, `||`): unknown beats error, and
 * two unknowns have the reasons of both (cel-spec, `cel/expr/eval.proto`, comment on `ExprValue.unknown`).
 */
export function mergeUndecided(left: Stop | null, right: Stop): Stop {
  if (left === null) return right;
  if (isUnknown(left)) return isUnknown(right) ? uniteReasons(left, right) : left;
  return isUnknown(right) ? right : left;
}

/**
 * What remains of two stops where all operands are needed (arithmetic, calls): error beats unknown, because no value
 * of the unknown could mend it (the same comment). Of two errors the first counts.
 */
export function mergeStrict(left: Stop | null, right: Stop): Stop {
  if (left === null) return right;
  if (isUnknown(left)) return isUnknown(right) ? uniteReasons(left, right) : right;
  return left;
}

function uniteReasons(left: Unknown, right: Unknown): Unknown {
  return left === right ? left : new Unknown(new Set([...left.reasons, ...right.reasons]), true);
}

/** A stop as the result of computing something with it, see {@link Unknown.isDerived}. */
export function derived(stop: Stop): Stop {
  return isUnknown(stop) ? stop.derive() : stop;
}
