import { type BodyValue, type Expression, expressionOf, type Source, type Traversal } from '@tollgate/hcl';
import { findReferences } from '../../expressions/index.ts';
import { type Message, messageOf } from '../message.ts';

/** An expression of a configuration, with what it refers to. */
export interface ConfigExpression {
  readonly source: Source;
  readonly expression: Expression;
  /** Names outside of the expression that it uses, in the order of the source. */
  readonly references: readonly Traversal[];
}

/** configExpression reads a value as an expression. Mistakes in the templates of JSON strings come to light here. */
export function configExpression(value: BodyValue, messages: Message[]): ConfigExpression {
  const { source, expression, diagnostics } = expressionOf(value);
  for (const diagnostic of diagnostics) messages.push(messageOf(diagnostic));
  return { source, expression, references: isLiteral(expression) ? [] : findReferences(expression) };
}

function isLiteral({ kind }: Expression): boolean {
  return kind === 'string' || kind === 'number' || kind === 'bool' || kind === 'null';
}
