/** One step from a value to a part of it. */
export type PathStep = { readonly attribute: string } | { readonly index: string | number };

/**
 * A value cannot be converted, computed or written. The message is a clause without a full stop that the caller puts
 * into a sentence, in the words of Terraform: "a number is required".
 */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  /** Where in the value the mistake is; empty for the value as a whole. */
  readonly path: readonly PathStep[];
  /** The position of the function argument at fault, when the error comes from a function and names one. */
  readonly argument: number | undefined;

  constructor(message: string, at: { path?: readonly PathStep[]; argument?: number } = {}) {
    super(message);
    this.path = at.path ?? [];
    this.argument = at.argument;
  }
}

/**
 * Something is too large, or too much work. That is a limit of this program and no mistake that Terraform would find, so
 * nothing that recovers from mistakes may recover from it: the value of `try` would be a wrong one.
 */
export class LimitError extends ValueError {}

/** isMistake tells errors that Terraform would find too from others, limits among them. */
export function isMistake(error: unknown): error is ValueError {
  return error instanceof ValueError && !(error instanceof LimitError);
}

/** pathText writes a path as Terraform shows it: `.tags["a"][0]`. */
export function pathText(path: readonly PathStep[]): string {
  return path
    .map((step) => {
      if ('attribute' in step) return `.${step.attribute}`;
      return typeof step.index === 'number' ? `[${step.index}]` : `[${JSON.stringify(step.index)}]`;
    })
    .join('');
}
