import type { Traversal } from '@tollgate/hcl';
import type { FunctionContext, FunctionSpec } from '../functions/index.ts';
import type { Value } from '../values/value.ts';

/** What is wrong with a reference or a call, in Terraform's words. */
export interface Problem {
  readonly summary: string;
  readonly detail: string;
}

/** What a reference means. */
export interface Resolved {
  readonly value: Value;
  /** How many steps of the reference the value stands for: 1 for `var.x` in `var.x.y[0]`. */
  readonly steps: number;
}

/** What a function name means. */
export type FoundFunction =
  | { readonly kind: 'function'; readonly spec: FunctionSpec }
  /** A function that exists but cannot be called here: its result is unknown. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'missing'; readonly problem: Problem };

/**
 * The names that an expression can use. Values are looked up when they are needed and not before, so that a scope can be
 * built over a whole module without evaluating it.
 */
export interface Scope {
  /**
   * Checks a reference before anything is evaluated. Terraform refuses references to what is not declared even where they
   * would never be evaluated, within `can` and `try` too.
   */
  check(reference: Traversal): readonly Problem[];
  /** Gives the value of a reference that passed the check, or what is wrong with it. */
  lookup(reference: Traversal): Resolved | Problem;
  findFunction(name: string): FoundFunction;
  /** What functions need from the world. */
  readonly context: FunctionContext;
}
