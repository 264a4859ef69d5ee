import type { Type } from '../values/type.ts';
import type { Value } from '../values/value.ts';
import type { FunctionContext } from './function-context.ts';

/**
 * What a function takes in one place. An argument is converted to the type first. What a parameter does not allow is
 * dealt with before the function runs: a null is an error, an unknown argument makes the result unknown, marks are taken
 * off and put onto the result.
 */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** The function takes null. */
  readonly nullable?: true;
  /** The function takes unknown values; unknown parts of known values reach every function. */
  readonly unknown?: true;
  /** The function takes values of which not even the type is known, and the null of a literal. */
  readonly dynamic?: true;
  /** The function looks after marks itself. */
  readonly marked?: true;
}

/** A function as data: how it is called, what type it returns, and what it does. */
export interface FunctionSpec {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Takes any number of further arguments. */
  readonly variadic?: Parameter;
  /**
   * The type of the result; where it depends on the arguments, computed from them. The arguments may then be unknown,
   * whatever the parameters say. Throws ValueError for arguments that can never be right.
   */
  readonly returns: Type | ((args: readonly Value[], context: FunctionContext) => Type);
  /** The result may be null; of all other functions it is known that it is not, even while it is unknown. */
  readonly mayReturnNull?: true;
  /** Computes the result. Throws ValueError; its `argument` names the argument at fault. */
  readonly run: (args: readonly Value[], type: Type, context: FunctionContext) => Value;
}
