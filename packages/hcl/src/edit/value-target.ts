import type { Expression, ObjectConstructor } from '../expression.ts';
import { keyOf } from './same-expression.ts';

/** Steps inside of a value: keys of objects, positions in lists or of the arguments of a function. */
export type InnerPath = readonly (string | number)[];

/** What stands at a path inside of a value. */
export type ValueTarget =
  | { readonly kind: 'found'; readonly expression: Expression }
  /** An object has no such key; `rest` are the steps behind it. */
  | { readonly kind: 'missing-key'; readonly object: ObjectConstructor; readonly key: string; readonly rest: InnerPath }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * findValue follows a path as far as the value is written out; it does not evaluate anything. `name` is what the value
 * is called in messages.
 */
export function findValue(name: string, root: Expression, path: InnerPath): ValueTarget {
  let expression = root;
  for (const [depth, step] of path.entries()) {
    const outer = withoutParentheses(expression);
    const inner = stepInto(outer, step);
    if (inner !== undefined) expression = inner;
    else if (typeof step === 'string' && outer.kind === 'object') {
      return { kind: 'missing-key', object: outer, key: step, rest: path.slice(depth + 1) };
    } else {
      const place = [name, ...path.slice(0, depth)].join('.');
      const what = typeof step === 'string' ? `an object, in which "${step}" could stand` : `a list with item ${step}`;
      return { kind: 'problem', problem: `${place} is not written as ${what}.` };
    }
  }
  return { kind: 'found', expression };
}

function stepInto(expression: Expression, step: string | number): Expression | undefined {
  if (typeof step === 'number') {
    const parts = expression.kind === 'call' ? expression.args : expression.kind === 'tuple' ? expression.items : [];
    return parts[step];
  }
  if (expression.kind !== 'object') return undefined;
  // Of several items with the same key the last counts.
  return expression.items.findLast((item) => keyOf(item) === step)?.value;
}

/** withoutParentheses gives what stands inside of parentheses. */
export function withoutParentheses(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === 'parentheses') inner = inner.expression;
  return inner;
}
