import type { Attribute, Block, Expression, Step, SyntaxBody } from '../src/index.ts';

/** outline writes an expression as nested lists, so that a test shows the shape of a tree in one line. */
export function outline(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'bool':
      return String(node.value);
    case 'null':
      return 'null';
    case 'string':
      return JSON.stringify(node.value);
    case 'template':
      return list(node.form === 'quoted' ? 'template' : node.form, ...node.parts.map(outline));
    case 'template-wrap':
      return list('wrap', outline(node.expression));
    case 'template-if':
      return list('if', outline(node.condition), outline(node.whenTrue), outline(node.whenFalse));
    case 'template-for':
      return list('each', ...names(node), outline(node.collection), outline(node.body));
    case 'traversal':
      return node.root + node.steps.map(step).join('');
    case 'relative-traversal':
      return list('get', outline(node.source), node.steps.map(step).join(''));
    case 'index':
      return list('index', outline(node.collection), outline(node.key));
    case 'splat':
      return list(node.attributeOnly ? '.*' : '[*]', outline(node.source), outline(node.each));
    case 'splat-item':
      return '@';
    case 'call':
      return list(`${node.name}()`, ...node.args.map(outline), ...(node.expandFinal ? ['...'] : []));
    case 'unary':
      return list(node.operator, outline(node.operand));
    case 'binary':
      return list(node.operator, outline(node.left), outline(node.right));
    case 'conditional':
      return list('?', outline(node.condition), outline(node.whenTrue), outline(node.whenFalse));
    case 'tuple':
      return list('tuple', ...node.items.map(outline));
    case 'object':
      return list('object', ...node.items.map((item) => `${item.name ?? outline(item.key)}=${outline(item.value)}`));
    case 'for': {
      const key = node.key === undefined ? [] : [`${outline(node.key)}=>`];
      const condition = node.condition === undefined ? [] : ['if', outline(node.condition)];
      const value = outline(node.value) + (node.group ? '...' : '');
      return list(`for-${node.result}`, ...names(node), outline(node.collection), ...key, value, ...condition);
    }
    case 'parentheses':
      return list('()', outline(node.expression));
    case 'invalid':
      return '<invalid>';
  }
}

function list(...parts: string[]): string {
  return `(${parts.join(' ')})`;
}

function names(node: { keyVariable: string | undefined; valueVariable: string }): string[] {
  return node.keyVariable === undefined ? [node.valueVariable] : [node.keyVariable, node.valueVariable];
}

function step(part: Step): string {
  if (part.kind === 'attribute-step') return `.${part.name}`;
  return part.legacy ? `.[${outline(part.key)}]` : `[${outline(part.key)}]`;
}

/** outlineBody writes a body on lines of their own, with the content of blocks indented. */
export function outlineBody(body: SyntaxBody): string[] {
  return body.items.flatMap((item) => (item.kind === 'attribute' ? [outlineAttribute(item)] : outlineBlock(item)));
}

function outlineAttribute(attribute: Attribute): string {
  return `${attribute.name} = ${outline(attribute.expression)}`;
}

function outlineBlock(block: Block): string[] {
  const labels = block.labels.map(({ value, quoted }) => (quoted ? JSON.stringify(value) : value));
  return [[block.type, ...labels].join(' '), ...outlineBody(block.body).map((line) => `  ${line}`)];
}
