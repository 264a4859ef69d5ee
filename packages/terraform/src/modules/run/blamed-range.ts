import { type Diagnostic, type Expression, type Range, walkExpressions } from '@tollgate/hcl';
import { callStart, startRange } from '../start-range.ts';

/**
 * blameCall makes a message about a call of a function point where Terraform's do: one about an argument at where the
 * argument starts (the first part of a template, the opening bracket of a list), one about the call at its name with the
 * opening parenthesis.
 */
export function blameCall(diagnostic: Diagnostic, root: Expression): Diagnostic {
  const aboutArgument = diagnostic.summary === 'Invalid function argument';
  if (!aboutArgument && diagnostic.summary !== 'Error in function call') return diagnostic;
  const isBlamed = ({ start, end }: Range) => start === diagnostic.range.start && end === diagnostic.range.end;
  let range: Range | undefined;
  walkExpressions(root, (expression) => {
    if (range !== undefined || expression.kind !== 'call') return undefined;
    const argument = aboutArgument ? expression.args.find(isBlamed) : undefined;
    if (argument !== undefined) range = startRange(argument, diagnostic.source.text);
    else if (isBlamed(expression.nameRange)) range = callStart(expression, diagnostic.source.text);
    return undefined;
  });
  return range === undefined ? diagnostic : { ...diagnostic, range };
}
