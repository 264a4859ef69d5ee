import { type Expression, type FunctionCall, type Range, rangeOf } from '@tollgate/hcl';

/** callStart gives the name of a call with its opening parenthesis. */
export function callStart({ nameRange }: FunctionCall, text: string): Range {
  return { start: nameRange.start, end: text.indexOf('(', nameRange.end) + 1 || nameRange.end };
}

/**
 * startRange gives where an expression starts, as HCL has it: the first part of a template, the opening bracket of a list,
 * the left side of a comparison.
 */
export function startRange(expression: Expression, text: string): Range {
  switch (expression.kind) {
    case 'template': {
      const [first] = expression.parts;
      return first === undefined ? rangeOf(expression) : startRange(first, text);
    }
    case 'splat':
      return expression.markerRange;
    case 'index':
      return expression.bracketRange;
    case 'binary':
      return startRange(expression.left, text);
    case 'unary':
      return expression.operatorRange;
    case 'conditional':
      return startRange(expression.condition, text);
    case 'call':
      return callStart(expression, text);
    case 'tuple':
    case 'object':
    case 'for':
      return expression.openRange;
    default:
      return rangeOf(expression);
  }
}
