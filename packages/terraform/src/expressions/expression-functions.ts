import { type Diagnostic, type Expression, type FunctionCall, formatRange } from '@tollgate/hcl';
import { withMarks } from '../values/marking.ts';
import { quoteText } from '../values/quote.ts';
import { reasonsIn } from '../values/reasons.ts';
import { BOOL, DYNAMIC, STRING } from '../values/type.ts';
import { deepMarks, FALSE, isWhollyKnown, TRUE, typeOf, unknownValue, type Value } from '../values/value.ts';
import type { Argument } from './call.ts';
import { type Frame, fail } from './frame.ts';

/**
 * evaluateExpressionFunction evaluates the functions that look at their arguments as expressions: `try` and `can`, which
 * survive mistakes in them, and the first argument of `templatestring`. It gives undefined for all other calls.
 */
export function evaluateExpressionFunction(
  call: FunctionCall,
  args: readonly Argument[],
  frame: Frame,
): Value | undefined {
  switch (call.name) {
    case 'try':
    case 'core::try':
      return evaluateTry(call, args, frame);
    case 'can':
    case 'core::can':
      return evaluateCan(call, args, frame);
    case 'templatestring':
    case 'core::templatestring':
      return checkTemplateArgument(args[0], frame);
    default:
      return undefined;
  }
}

function attemptArgument(arg: Argument, frame: Frame): { value: Value; problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const value = arg.evaluate({ ...frame, problems });
  return { value, problems };
}

function evaluateTry(call: FunctionCall, args: readonly Argument[], frame: Frame): Value {
  const failed = (message: string) =>
    fail(
      frame,
      call.nameRange,
      'Error in function call',
      `Call to function ${quoteText(call.name)} failed: ${message}.`,
    );
  if (args.length === 0) return failed('at least one argument is required');
  const all: Diagnostic[] = [];
  for (const arg of args) {
    const { value, problems } = attemptArgument(arg, frame);
    all.push(...problems);
    if (problems.length > 0) continue;
    if (isWhollyKnown(value)) return value;
    // What is unknown may yet turn out to be a mistake; then the next argument counts.
    return withMarks(unknownValue(DYNAMIC, reasonsIn(value)), deepMarks(value));
  }
  const list = all.map(
    ({ summary, detail, source, range }) => `- ${summary} (at ${formatRange(source, range)})\n  ${detail}\n`,
  );
  return failed(`no expression succeeded:\n${list.join('')}\nAt least one expression must produce a successful result`);
}

function evaluateCan(call: FunctionCall, args: readonly Argument[], frame: Frame): Value {
  const [arg, second] = args;
  if (arg === undefined) {
    const detail = `Function ${quoteText(call.name)} expects 1 argument(s). Missing value for "expression".`;
    return fail(frame, call.closeParenRange, 'Not enough function arguments', detail);
  }
  if (second !== undefined) {
    const detail = `Function ${quoteText(call.name)} expects only 1 argument(s).`;
    return fail(frame, second.range, 'Too many function arguments', detail);
  }
  const { value, problems } = attemptArgument(arg, frame);
  if (problems.length > 0) return FALSE;
  return isWhollyKnown(value) ? TRUE : unknownValue(BOOL, reasonsIn(value));
}

/** A template has to be a reference to a string from elsewhere: written in place, it would be evaluated twice. */
function checkTemplateArgument(arg: Argument | undefined, frame: Frame): Value | undefined {
  const expression = arg?.expression;
  if (arg === undefined || expression === undefined) return undefined;
  const refuse = (problem: string) =>
    fail(frame, arg.range, 'Invalid function argument', `Invalid value for "template" parameter: ${problem}.`);
  const mistake = templateMistake(expression);
  if (mistake !== undefined) return refuse(`invalid template expression: ${mistake}`);
  const { value, problems } = attemptArgument(arg, frame);
  const { kind } = typeOf(value);
  const isText = kind === STRING.kind && value.kind !== 'null';
  if (problems.length > 0 || isText || (kind === 'dynamic' && value.kind === 'unknown')) return undefined;
  return refuse('invalid template value: a string is required');
}

const ELSEWHERE = 'templatestring is only for rendering templates retrieved dynamically from elsewhere';

function templateMistake(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'traversal':
    case 'index':
    case 'splat':
      return undefined;
    case 'relative-traversal':
      return expression.source.kind === 'index' || expression.source.kind === 'traversal' ? undefined : NO_REFERENCE;
    case 'template':
      if (expression.parts.length === 1 && expression.parts[0]?.kind === 'string') {
        return `${ELSEWHERE}, and so does not support providing a literal template; consider using a template string expression instead`;
      }
      return `${ELSEWHERE}; to render an inline template, consider using a plain template string expression`;
    case 'template-wrap':
      return (
        `${ELSEWHERE}; to treat the inner expression as template syntax, write the reference expression directly ` +
        'without any template interpolation syntax'
      );
    default:
      return NO_REFERENCE;
  }
}

const NO_REFERENCE =
  'must be a direct reference to a single string from elsewhere, containing valid Terraform template syntax';
