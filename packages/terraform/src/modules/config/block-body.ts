import type { Block, Range, Source, SyntaxBody } from '@tollgate/hcl';
import type { Message, Place } from '../message.ts';
import { errorMessage, placeOf } from '../message.ts';
import { type ConfigExpression, configExpression } from './config-expression.ts';

/**
 * What a block holds, read without a schema: in the native syntax attributes and blocks as they are written; in the JSON
 * syntax, where a block looks like a value, everything but `dynamic` is an attribute.
 */
export interface BlockBody {
  readonly attributes: readonly BlockAttribute[];
  /** In the order of the source. */
  readonly blocks: readonly NestedBlock[];
}

export interface BlockAttribute {
  readonly name: string;
  readonly value: ConfigExpression;
  readonly nameAt: Place;
  /** Name and value. */
  readonly at: Place;
}

/** A block within a block. One of a `dynamic` block stands for as many as its `for_each` has elements. */
export interface NestedBlock {
  readonly type: string;
  /** Where the type is written. */
  readonly typeAt: Place;
  readonly at: Place;
  readonly labels: readonly string[];
  readonly body: BlockBody;
  readonly dynamic: DynamicBlock | undefined;
}

export interface DynamicBlock {
  readonly forEach: ConfigExpression;
  /** The name of the element within `content`. */
  readonly iterator: string;
  readonly labels: ConfigExpression | undefined;
}

/** nativeBlockBody reads the body of a block in the native syntax, without what `leaveOut` names. */
export function nativeBlockBody(
  source: Source,
  body: SyntaxBody,
  messages: Message[],
  leaveOut: ReadonlySet<string> = NOTHING,
): BlockBody {
  const attributes: BlockAttribute[] = [];
  for (const attribute of body.attributes) {
    if (leaveOut.has(attribute.name)) continue;
    const value = { syntax: 'native', source, expression: attribute.expression } as const;
    attributes.push({
      name: attribute.name,
      value: configExpression(value, messages),
      nameAt: { source, range: attribute.nameRange },
      at: { source, range: attribute },
    });
  }
  const blocks: NestedBlock[] = [];
  for (const block of body.blocks) {
    if (leaveOut.has(block.type)) continue;
    const nested = block.type === 'dynamic' ? nativeDynamic(source, block, messages) : plain(source, block, messages);
    if (nested !== undefined) blocks.push(nested);
  }
  return { attributes, blocks };
}

const NOTHING: ReadonlySet<string> = new Set();

function plain(source: Source, block: Block, messages: Message[]): NestedBlock {
  return {
    type: block.type,
    typeAt: { source, range: block.typeRange },
    at: placeOf(source, block),
    labels: block.labels.map(({ value }) => value),
    body: nativeBlockBody(source, block.body, messages),
    dynamic: undefined,
  };
}

function nativeDynamic(source: Source, block: Block, messages: Message[]): NestedBlock | undefined {
  const [label] = block.labels;
  const content = block.body.blocks.find(({ type }) => type === 'content');
  const values = new Map(
    block.body.attributes.map(({ name, expression }) => [name, { syntax: 'native', source, expression } as const]),
  );
  const body = content === undefined ? undefined : nativeBlockBody(source, content.body, messages);
  return dynamicBlock(
    { source, block, type: label?.value, typeRange: label ?? block.typeRange, values, body, header: block.headerRange },
    messages,
  );
}

/** A `dynamic` block as it is written in either syntax. */
export interface WrittenDynamic {
  readonly source: Source;
  readonly block: Range;
  readonly header: Range;
  readonly type: string | undefined;
  readonly typeRange: Range;
  readonly values: ReadonlyMap<string, Parameters<typeof configExpression>[0]>;
  readonly body: BlockBody | undefined;
}

/** dynamicBlock understands a `dynamic` block; what is wrong with it is reported. */
export function dynamicBlock(written: WrittenDynamic, messages: Message[]): NestedBlock | undefined {
  const { source, block, header, type, typeRange, values, body } = written;
  const forEach = values.get('for_each');
  const labels = values.get('labels');
  const refuse = (summary: string, detail: string) => {
    messages.push(errorMessage(placeOf(source, header), summary, detail));
    return undefined;
  };
  if (type === undefined) {
    return refuse('Missing type for dynamic', 'All dynamic blocks must have 1 labels (type).');
  }
  if (forEach === undefined) {
    return refuse('Missing required argument', 'The argument "for_each" is required, but no definition was found.');
  }
  if (body === undefined) {
    return refuse(
      'Missing dynamic content block',
      'A dynamic block must have a nested block of type "content" to describe the body of each generated block.',
    );
  }
  const iterator = values.get('iterator');
  return {
    type,
    typeAt: placeOf(source, typeRange),
    at: placeOf(source, block),
    labels: [],
    body,
    dynamic: {
      forEach: configExpression(forEach, messages),
      iterator: iterator === undefined ? type : iteratorName(iterator, type, messages),
      labels: labels === undefined ? undefined : configExpression(labels, messages),
    },
  };
}

function iteratorName(value: Parameters<typeof configExpression>[0], type: string, messages: Message[]): string {
  if (value.syntax === 'json') return value.node.kind === 'string' ? value.node.value : type;
  const { expression } = value;
  if (expression.kind === 'traversal' && expression.steps.length === 0) return expression.root;
  const detail = 'Dynamic iterator must be a single variable name.';
  messages.push(errorMessage(placeOf(value.source, expression), 'Invalid expression', detail));
  return type;
}

/** expressionsIn lists all expressions of a body, with the iterators that each can use. */
export function expressionsIn(body: BlockBody, iterators: ReadonlySet<string> = NOTHING): ScopedExpression[] {
  const found: ScopedExpression[] = body.attributes.map(({ value }) => ({ value, iterators }));
  for (const block of body.blocks) {
    if (block.dynamic === undefined) {
      found.push(...expressionsIn(block.body, iterators));
      continue;
    }
    const inner = new Set([...iterators, block.dynamic.iterator]);
    found.push({ value: block.dynamic.forEach, iterators });
    if (block.dynamic.labels !== undefined) found.push({ value: block.dynamic.labels, iterators: inner });
    found.push(...expressionsIn(block.body, inner));
  }
  return found;
}

/** An expression with the names that dynamic blocks around it give to their elements. */
export interface ScopedExpression {
  readonly value: ConfigExpression;
  readonly iterators: ReadonlySet<string>;
}
