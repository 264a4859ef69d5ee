import { children } from '../children.ts';
import { type Expression, type ObjectConstructor, type ObjectItem, type Step, staticString } from '../expression.ts';

/** sameExpression is true when two expressions say the same, wherever and however they are written. */
export function sameExpression(a: Expression, b: Expression): boolean {
  const text = staticString(a);
  if (text !== undefined) return text === staticString(b);
  if (a.kind === 'object' && b.kind === 'object') return sameObject(a, b);
  if (a.kind !== b.kind || ownData(a) !== ownData(b)) return false;
  const below = children(a);
  const others = children(b);
  if (below.length !== others.length) return false;
  return below.every((child, index) => {
    const other = others[index];
    return other !== undefined && sameExpression(child, other);
  });
}

function sameObject(a: ObjectConstructor, b: ObjectConstructor): boolean {
  if (a.items.length !== b.items.length) return false;
  return a.items.every((item, index) => {
    const other = b.items[index];
    if (other === undefined || keyOf(item) !== keyOf(other)) return false;
    if (keyOf(item) === undefined && !sameExpression(item.key, other.key)) return false;
    return sameExpression(item.value, other.value);
  });
}

/** keyOf gives the key of an item, if it is written literally. */
export function keyOf(item: ObjectItem): string | undefined {
  if (item.name !== undefined) return item.name;
  return staticString(item.key.kind === 'parentheses' ? item.key.expression : item.key);
}

/** What a node says by itself, without its children and ranges. */
function ownData(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'bool':
      return String(node.value);
    case 'string':
      return node.value;
    case 'traversal':
      return JSON.stringify([node.root, node.steps.map(stepData)]);
    case 'relative-traversal':
      return JSON.stringify(node.steps.map(stepData));
    case 'splat':
      return String(node.attributeOnly);
    case 'call':
      return JSON.stringify([node.name, node.expandFinal]);
    case 'unary':
    case 'binary':
      return node.operator;
    case 'for': {
      const { result, keyVariable, valueVariable, key, condition, group } = node;
      return JSON.stringify([result, keyVariable, valueVariable, key === undefined, condition === undefined, group]);
    }
    case 'template-for':
      return JSON.stringify([node.keyVariable, node.valueVariable]);
    default:
      return '';
  }
}

function stepData(step: Step): unknown {
  if (step.kind === 'attribute-step') return ['.', step.name];
  const { key } = step;
  return ['[', key.kind, key.kind === 'number' ? key.text : key.kind === 'null' ? null : key.value];
}
