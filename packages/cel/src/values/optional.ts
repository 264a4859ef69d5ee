import type { Value } from './value.ts';

/** A value that may be absent: `optional.of(x)` or `optional.none()`. `value` is undefined when it is absent. */
export class Optional {
  static readonly none = new Optional(undefined);
  readonly value: Value | undefined;

  constructor(value: Value | undefined) {
    this.value = value;
  }
}

/** Whether a value is an optional one, with something in it or not. */
export function isOptional(value: unknown): value is Optional {
  return value instanceof Optional;
}
