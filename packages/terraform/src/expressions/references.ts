import type { Expression, ForExpression, TemplateFor, Traversal } from '@tollgate/hcl';
import { children } from '@tollgate/hcl';

/**
 * findReferences lists the references of an expression to names outside of it, in the order of the source: not those to
 * the names that `for` gives within it.
 */
export function findReferences(expression: Expression): readonly Traversal[] {
  const found: Traversal[] = [];
  gather(expression, NO_NAMES, found);
  return found;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function gather(expression: Expression, locals: ReadonlySet<string>, found: Traversal[]): void {
  switch (expression.kind) {
    case 'traversal':
      if (!locals.has(expression.root)) found.push(expression);
      return;
    case 'for':
    case 'template-for': {
      gather(expression.collection, locals, found);
      const inner = new Set([...locals, expression.valueVariable]);
      if (expression.keyVariable !== undefined) inner.add(expression.keyVariable);
      for (const part of bodyOf(expression)) gather(part, inner, found);
      return;
    }
    default:
      for (const child of children(expression)) gather(child, locals, found);
  }
}

function bodyOf(expression: ForExpression | TemplateFor): readonly Expression[] {
  if (expression.kind === 'template-for') return [expression.body];
  return [expression.key, expression.value, expression.condition].filter((part) => part !== undefined);
}
