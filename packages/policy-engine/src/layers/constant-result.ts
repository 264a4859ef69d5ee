import { compile, type Node } from '@tollgate/cel';

/** Steps that a constant expression may take while a policy is checked. */
const COST_LIMIT = 10_000;

/**
 * constantResult gives what a condition comes to that reads nothing, by evaluating it: `1 > 2` is false. Null when it reads
 * something, or is in error.
 */
export function constantResult(node: Node, source: string): boolean | null {
  if (readsInput(node)) return null;
  const { offset, length } = node.range;
  const outcome = compile(source.slice(offset, offset + length), { check: false, costLimit: COST_LIMIT }).evaluate({});
  return outcome.kind === 'value' && typeof outcome.value === 'boolean' ? outcome.value : null;
}

/** Whether there is anything in an expression but operators and literals. */
function readsInput(node: Node): boolean {
  switch (node.kind) {
    case 'literal':
      return false;
    case 'unary':
      return readsInput(node.operand);
    case 'binary':
      return readsInput(node.left) || readsInput(node.right);
    case 'logical':
      return node.operands.some(readsInput);
    case 'conditional':
      return readsInput(node.condition) || readsInput(node.then) || readsInput(node.otherwise);
    case 'list':
      return node.elements.some(({ value }) => readsInput(value));
    default:
      return true;
  }
}
