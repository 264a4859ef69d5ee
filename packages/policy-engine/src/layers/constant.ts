import { Double, type Node, Uint } from '@tollgate/cel';

/** A literal of an expression that can be told from others: numbers of all kinds are equal when they are worth the same. */
export type Constant = string | number | boolean | null;

/** The constant that a node is written as, or undefined: also for a number too large to be told from its neighbours. */
export function constantOf(node: Node): Constant | undefined {
  if (node.kind === 'unary' && node.operator === '-') {
    const operand = constantOf(node.operand);
    return typeof operand === 'number' ? -operand : undefined;
  }
  if (node.kind !== 'literal') return undefined;
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return exactNumber(value);
  if (value instanceof Uint) return exactNumber(value.value);
  return value instanceof Double ? value.value : undefined;
}

/** The constants of a list that holds nothing else, or undefined. */
export function constantsOf(node: Node): readonly Constant[] | undefined {
  if (node.kind !== 'list') return undefined;
  const constants: Constant[] = [];
  for (const { value, optional } of node.elements) {
    const constant = constantOf(value);
    if (constant === undefined || optional) return undefined;
    constants.push(constant);
  }
  return constants;
}

function exactNumber(value: bigint): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}
