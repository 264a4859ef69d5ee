import type { Expression, FunctionCall, Range } from '@tollgate/hcl';
import { type CallProblem, callConverted, checkCount, convertArgument, type FunctionSpec } from '../functions/index.ts';
import { withMarks } from '../values/marking.ts';
import { reasonsIn } from '../values/reasons.ts';
import { DYNAMIC, isSequence } from '../values/type.ts';
import { typeOf, unknownValue, type Value } from '../values/value.ts';
import { LimitError } from '../values/value-error.ts';
import { evaluateExpressionFunction } from './expression-functions.ts';
import { type Frame, fail, NOTHING } from './frame.ts';

/** An argument of a call: an expression, or a value that came out of an expanded list. */
export interface Argument {
  readonly range: Range;
  readonly evaluate: (frame: Frame) => Value;
  /** The expression; absent for elements of an expanded list. */
  readonly expression: Expression | undefined;
}

/** evaluateCall evaluates a function call. */
export function evaluateCall(call: FunctionCall, frame: Frame): Value {
  const args = argumentsOf(call, frame);
  if (!Array.isArray(args)) return args;
  const special = evaluateExpressionFunction(call, args, frame);
  if (special !== undefined) return special;
  const found = frame.scope.findFunction(call.name);
  switch (found.kind) {
    case 'function':
      return callWith(found.spec, call, args, frame);
    case 'missing':
      return fail(frame, call.nameRange, found.problem.summary, found.problem.detail);
    case 'unknown': {
      for (const arg of args) arg.evaluate(frame);
      return unknownValue(DYNAMIC, [found.reason]);
    }
  }
}

/** The arguments of a call, or the result when an expanded list is wrong or not known. */
function argumentsOf(call: FunctionCall, frame: Frame): Argument[] | Value {
  const args = call.args.map(
    (expression): Argument => ({
      range: expression,
      expression,
      evaluate: (inner) => inner.evaluate(expression, inner),
    }),
  );
  const last = call.args.at(-1);
  if (!call.expandFinal || last === undefined) return args;
  const before = frame.problems.length;
  const list = frame.evaluate(last, frame);
  if (frame.problems.length > before) return NOTHING;
  const type = typeOf(list);
  if (list.kind === 'null' && (type.kind === 'dynamic' || isSequence(type))) {
    return fail(frame, last, INVALID_EXPANSION, 'The expanding argument (indicated by ...) must not be null.');
  }
  if (type.kind !== 'dynamic' && !isSequence(type)) {
    const detail = 'The expanding argument (indicated by ...) must be of a tuple, list, or set type.';
    return fail(frame, last, INVALID_EXPANSION, detail);
  }
  if (list.kind !== 'list' && list.kind !== 'set' && list.kind !== 'tuple') {
    return withMarks(unknownValue(DYNAMIC, reasonsIn(list)), list.marks);
  }
  const expanded = list.items.map((item): Argument => {
    const value = withMarks(item, list.marks);
    return { range: last, expression: undefined, evaluate: () => value };
  });
  return [...args.slice(0, -1), ...expanded];
}

const INVALID_EXPANSION = 'Invalid expanding argument value';

/** callWith calls a function with arguments, which are evaluated first. */
function callWith(spec: FunctionSpec, call: FunctionCall, args: readonly Argument[], frame: Frame): Value {
  const wrongCount = checkCount(spec, args.length, call.name);
  if (wrongCount !== undefined) {
    const range = wrongCount.argument === undefined ? call.closeParenRange : args[wrongCount.argument]?.range;
    return fail(frame, range ?? call, wrongCount.summary, wrongCount.detail);
  }
  const report = ({ summary, detail, argument, limit }: CallProblem): void => {
    if (limit) throw new LimitError(detail);
    const range = argument === undefined ? undefined : args[argument]?.range;
    fail(frame, range ?? call.nameRange, summary, detail);
  };
  const before = frame.problems.length;
  const values: Value[] = [];
  for (const [index, arg] of args.entries()) {
    const conversion = convertArgument(spec, arg.evaluate(frame), index, call.name);
    if (conversion.ok) values.push(conversion.value);
    else for (const problem of conversion.problems) report(problem);
  }
  if (frame.problems.length > before) return NOTHING;
  frame.budget.read(values.reduce((sum, value) => sum + partsOf(value), 1));
  const outcome = callConverted(spec, values, frame.context, call.name);
  if (!outcome.ok) {
    for (const problem of outcome.problems) report(problem);
    return NOTHING;
  }
  if (outcome.value.kind === 'string') frame.budget.write(outcome.value.value.length);
  return outcome.value;
}

/** About how much a function has to look at. */
function partsOf(value: Value): number {
  switch (value.kind) {
    case 'string':
      return value.value.length;
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.length;
    case 'map':
    case 'object':
      return value.entries.size;
    default:
      return 1;
  }
}
