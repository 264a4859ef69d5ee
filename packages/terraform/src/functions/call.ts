import { convert } from '../values/convert.ts';
import { withMarks, withoutDeepMarks } from '../values/marking.ts';
import { EMPTY_MARKS, type Marks } from '../values/marks.ts';
import { quoteText } from '../values/quote.ts';
import { reasonsIn, withReasons } from '../values/reasons.ts';
import { refineNotNull } from '../values/refine.ts';
import { DYNAMIC, type Type } from '../values/type.ts';
import { deepMarks, typeOf, unknownValue, type Value } from '../values/value.ts';
import { LimitError, ValueError } from '../values/value-error.ts';
import type { FunctionContext } from './function-context.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';

/** What is wrong with a call, in Terraform's words. */
export interface CallProblem {
  readonly summary: string;
  readonly detail: string;
  /** The position of the argument at fault, when it is one argument's fault. */
  readonly argument?: number;
  /** The call exceeds a limit of this program; in Terraform it may well succeed. */
  readonly limit?: true;
}

export type CallOutcome =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly CallProblem[] };

/**
 * callFunction calls a function by the rules that are the same for all functions: the number of arguments, conversion to
 * the types of the parameters, null, unknown and marked arguments. It never throws.
 * `name` is the name by which the function was called; messages use it.
 */
export function callFunction(
  spec: FunctionSpec,
  args: readonly Value[],
  context: FunctionContext,
  name = spec.name,
): CallOutcome {
  const wrongCount = checkCount(spec, args.length, name);
  if (wrongCount !== undefined) return { ok: false, problems: [wrongCount] };
  const converted: Value[] = [];
  const problems: CallProblem[] = [];
  for (const [index, arg] of args.entries()) {
    const conversion = convertArgument(spec, arg, index, name);
    if (conversion.ok) converted.push(conversion.value);
    else problems.push(...conversion.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : callConverted(spec, converted, context, name);
}

/** convertArgument converts one argument to the type of its parameter. It never throws. */
export function convertArgument(spec: FunctionSpec, arg: Value, index: number, name = spec.name): CallOutcome {
  try {
    return { ok: true, value: convert(arg, parameterAt(spec, index)?.type ?? DYNAMIC) };
  } catch (error) {
    return { ok: false, problems: [problemOf(spec, toValueError(error, index), index + 1, name)] };
  }
}

/** callConverted calls a function with arguments that are converted already. It never throws. */
export function callConverted(
  spec: FunctionSpec,
  args: readonly Value[],
  context: FunctionContext,
  name = spec.name,
): CallOutcome {
  try {
    return { ok: true, value: applyFunction(spec, args, context) };
  } catch (error) {
    return { ok: false, problems: [problemOf(spec, toValueError(error), args.length, name)] };
  }
}

/**
 * applyFunction calls a function with the right number of arguments of the right types: the rules for null, unknown and
 * marked arguments, and nothing else. Throws ValueError.
 */
export function applyFunction(spec: FunctionSpec, args: readonly Value[], context: FunctionContext): Value {
  try {
    return apply(spec, args, context);
  } catch (error) {
    throw toValueError(error);
  }
}

/** parameterAt gives the parameter that an argument belongs to. */
export function parameterAt(spec: FunctionSpec, index: number): Parameter | undefined {
  return spec.parameters[index] ?? spec.variadic;
}

/** checkCount says what is wrong with the number of arguments, if something is. */
export function checkCount(spec: FunctionSpec, count: number, name: string): CallProblem | undefined {
  const required = spec.parameters.length;
  const missing = spec.parameters[count];
  if (missing !== undefined) {
    const atLeast = spec.variadic === undefined ? '' : ' at least';
    return {
      summary: 'Not enough function arguments',
      detail: `Function ${quoteText(name)} expects${atLeast} ${required} argument(s). Missing value for ${quoteText(missing.name)}.`,
    };
  }
  if (spec.variadic === undefined && count > required) {
    return {
      summary: 'Too many function arguments',
      detail: `Function ${quoteText(name)} expects only ${required} argument(s).`,
      argument: required,
    };
  }
  return undefined;
}

function apply(spec: FunctionSpec, args: readonly Value[], context: FunctionContext): Value {
  const shortCircuit = (type: Type): Value => {
    let marks = EMPTY_MARKS;
    for (const arg of args) marks |= deepMarks(arg);
    return finish(spec, withMarks(unknownValue(type), marks), args);
  };
  // A null or an untyped argument counts as soon as it is met: what follows is not looked at.
  for (const [index, arg] of args.entries()) {
    const parameter = parameterAt(spec, index);
    if (arg.kind === 'null' && !parameter?.nullable)
      throw new ValueError('argument must not be null', { argument: index });
    if (typeOf(arg).kind === 'dynamic' && !parameter?.dynamic) return shortCircuit(DYNAMIC);
  }
  let marks: Marks = EMPTY_MARKS;
  const plain = args.map((arg, index) => {
    if (parameterAt(spec, index)?.marked) return arg;
    marks |= deepMarks(arg);
    return withoutDeepMarks(arg);
  });
  const result = () => {
    const type = typeof spec.returns === 'function' ? spec.returns(plain, context) : spec.returns;
    if (args.some((arg, index) => arg.kind === 'unknown' && !parameterAt(spec, index)?.unknown))
      return shortCircuit(type);
    return finish(spec, withMarks(spec.run(plain, type, context), marks), args);
  };
  return marks === EMPTY_MARKS ? result() : withheld(result);
}

/** What a function says of an argument can quote it. Terraform withholds secrets in some of these messages; here none tells one. */
function withheld(result: () => Value): Value {
  try {
    return result();
  } catch (error) {
    const found = toValueError(error);
    if (found instanceof LimitError) throw found;
    const message = 'what is wrong with it cannot be told, because an argument is sensitive';
    throw new ValueError(message, found.argument === undefined ? {} : { argument: found.argument });
  }
}

function finish(spec: FunctionSpec, result: Value, args: readonly Value[]): Value {
  if (result.kind !== 'unknown' && !('whollyKnown' in result && !result.whollyKnown)) return result;
  return withReasons(spec.mayReturnNull ? result : refineNotNull(result), reasonsIn(...args));
}

function toValueError(error: unknown, argument?: number): ValueError {
  // Hostile values can exhaust the call stack, or the longest string there can be.
  if (error instanceof RangeError) return new LimitError('the value is too large or nested too deeply');
  if (!(error instanceof ValueError)) throw error;
  return argument === undefined || error instanceof LimitError
    ? error
    : new ValueError(error.message, { argument, path: error.path });
}

function problemOf(spec: FunctionSpec, error: ValueError, count: number, name: string): CallProblem {
  const { argument } = error;
  const parameter = argument === undefined ? undefined : parameterAt(spec, argument);
  if (argument === undefined || parameter === undefined) {
    const detail = `Call to function ${quoteText(name)} failed: ${error.message}.`;
    return { summary: 'Error in function call', detail, ...(error instanceof LimitError ? { limit: true } : {}) };
  }
  const detail = `Invalid value for ${quoteText(parameter.name)} parameter: ${error.message}.`;
  return { summary: 'Invalid function argument', detail, ...(argument < count ? { argument } : {}) };
}
