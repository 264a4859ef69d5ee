import type { BodyBlock, Expression, Step } from '@tollgate/hcl';
import { type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type ConfigExpression, configExpression } from './config-expression.ts';
import { readReference, type WrittenReference } from './written-references.ts';

/** A `moved` block: what had one address now has another. */
export interface Moved {
  readonly from: WrittenReference;
  readonly to: WrittenReference;
  readonly at: Place;
}

/** A `removed` block: what had this address is no longer managed. */
export interface Removed {
  readonly from: WrittenReference;
  readonly at: Place;
}

/** An `import` block: something that exists comes under an address. */
export interface Import {
  /** The address as an expression, for it may use `each.key`. */
  readonly to: ConfigExpression;
  /** The address without keys of instances: `module.a.aws_instance.web`. */
  readonly target: string;
  readonly id: ConfigExpression | undefined;
  readonly forEach: ConfigExpression | undefined;
  readonly at: Place;
}

/** readMoved reads a `moved` block. */
export function readMoved(block: BodyBlock, messages: Message[]): Moved | undefined {
  const { attributes, diagnostics } = block.body.content({
    attributes: [
      { name: 'from', required: true },
      { name: 'to', required: true },
    ],
  });
  messages.push(...diagnostics.map(messageOf));
  const [from, to] = ['from', 'to'].map((name) => {
    const attribute = attributes.get(name);
    return attribute === undefined ? undefined : readReference(attribute.value, messages);
  });
  if (from === undefined || to === undefined) return undefined;
  return { from, to, at: placeOf(block.source, block.headerRange) };
}

/** readRemoved reads a `removed` block. */
export function readRemoved(block: BodyBlock, messages: Message[]): Removed | undefined {
  const { attributes, blocks, diagnostics } = block.body.content({
    attributes: [{ name: 'from', required: true }],
    blocks: [{ type: 'lifecycle' }, { type: 'connection' }, { type: 'provisioner', labels: ['type'] }],
  });
  messages.push(...diagnostics.map(messageOf));
  for (const lifecycle of blocks.filter(({ type }) => type === 'lifecycle')) {
    messages.push(...lifecycle.body.content({ attributes: [{ name: 'destroy' }] }).diagnostics.map(messageOf));
  }
  const from = attributes.get('from');
  const reference = from === undefined ? undefined : readReference(from.value, messages);
  return reference === undefined ? undefined : { from: reference, at: placeOf(block.source, block.headerRange) };
}

/** readImport reads an `import` block. */
export function readImport(block: BodyBlock, messages: Message[]): Import | undefined {
  const { attributes, diagnostics } = block.body.content({
    attributes: [
      { name: 'to', required: true },
      ...['id', 'for_each', 'provider', 'identity'].map((name) => ({ name })),
    ],
  });
  messages.push(...diagnostics.map(messageOf));
  const to = attributes.get('to');
  const id = attributes.get('id');
  const forEach = attributes.get('for_each');
  if (to === undefined) return undefined;
  const address = configExpression(to.value, messages);
  return {
    to: address,
    target: namesIn(address.expression).join('.'),
    id: id === undefined ? undefined : configExpression(id.value, messages),
    forEach: forEach === undefined ? undefined : configExpression(forEach.value, messages),
    at: placeOf(block.source, block.headerRange),
  };
}

/** The names in an address, without keys. */
function namesIn(expression: Expression): readonly string[] {
  const names = (steps: readonly Step[]) =>
    steps.flatMap((step) => (step.kind === 'attribute-step' ? [step.name] : []));
  switch (expression.kind) {
    case 'traversal':
      return [expression.root, ...names(expression.steps)];
    case 'index':
      return namesIn(expression.collection);
    case 'relative-traversal':
      return [...namesIn(expression.source), ...names(expression.steps)];
    case 'template-wrap':
    case 'parentheses':
      return namesIn(expression.expression);
    default:
      return [];
  }
}
