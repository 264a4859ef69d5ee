import type { Expression } from '../src/index.ts';

/** renderLiterals gives the string of a template in which only literals are inserted. */
export function renderLiterals(node: Expression, variables: ReadonlyMap<string, string> = new Map()): string {
  const render = (part: Expression) => renderLiterals(part, variables);
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'bool':
      return String(node.value);
    case 'template':
      return node.parts.map(render).join('');
    case 'template-wrap':
      return render(node.expression);
    case 'template-if':
      return render(render(node.condition) === 'true' ? node.whenTrue : node.whenFalse);
    case 'template-for': {
      const items = node.collection.kind === 'tuple' ? node.collection.items : [];
      return items
        .map((item) => renderLiterals(node.body, new Map([...variables, [node.valueVariable, render(item)]])))
        .join('');
    }
    case 'traversal':
      return variables.get(node.root) ?? '';
    default:
      throw new Error(`There is no literal text in "${node.kind}".`);
  }
}
