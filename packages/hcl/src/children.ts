import type { Expression } from './expression.ts';
import type { Attribute, Block, SyntaxBody } from './syntax-body.ts';

/** children gives the expressions directly below an expression, in the order of the source. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'bool':
    case 'null':
    case 'string':
    case 'traversal':
    case 'splat-item':
    case 'invalid':
      return [];
    case 'template':
      return expression.parts;
    case 'template-wrap':
    case 'parentheses':
      return [expression.expression];
    case 'template-if':
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'template-for':
      return [expression.collection, expression.body];
    case 'relative-traversal':
      return [expression.source];
    case 'index':
      return [expression.collection, expression.key];
    case 'splat':
      return [expression.source, expression.each];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap((item) => (item.name === undefined ? [item.key, item.value] : [item.value]));
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (part) => part !== undefined,
      );
  }
}

/** walkExpressions visits an expression and all below it, parents first. Return false to leave out what is below. */
export function walkExpressions(root: Expression, visit: (expression: Expression) => boolean | undefined): void {
  const pending: Expression[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (visit(next) === false) continue;
    const below = children(next);
    for (let i = below.length - 1; i >= 0; i--) {
      const child = below[i];
      if (child !== undefined) pending.push(child);
    }
  }
}

/** walkItems visits all attributes and blocks of a body, also inside of nested blocks, in the order of the source. */
export function walkItems(body: SyntaxBody, visit: (item: Attribute | Block) => void): void {
  for (const item of body.items) {
    visit(item);
    if (item.kind === 'block') walkItems(item.body, visit);
  }
}
