import type { BodyBlock } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type ConfigExpression, configExpression } from './config-expression.ts';

/** A condition with the message for when it does not hold: validation, precondition, postcondition, assertion. */
export interface CheckRule {
  readonly condition: ConfigExpression;
  readonly errorMessage: ConfigExpression | undefined;
  /** The header of the block. */
  readonly at: Place;
}

const SCHEMA = {
  attributes: [
    { name: 'condition', required: true },
    { name: 'error_message', required: true },
  ],
};

/**
 * readCheckRule reads such a block. A condition that refers to nothing is refused, for it would check nothing, and so is a
 * validation that does not refer to its own variable.
 */
export function readCheckRule(block: BodyBlock, messages: Message[], variable?: string): CheckRule | undefined {
  const { attributes, diagnostics } = block.body.content(SCHEMA);
  messages.push(...diagnostics.map(messageOf));
  const given = attributes.get('condition');
  const text = attributes.get('error_message');
  if (given === undefined) return undefined;
  const condition = configExpression(given.value, messages);
  const before = messages.length;
  const refuse = (summary: string, detail: string) =>
    messages.push(errorMessage(placeOf(condition.source, condition.expression), summary, detail));
  if (condition.references.length === 0) refuse(`Invalid ${block.type} expression`, NO_REFERENCE);
  if (variable !== undefined && !refersToVariable(condition, variable)) {
    const detail = `The condition for variable "${variable}" must refer to var.${variable} in order to test incoming values.`;
    refuse('Invalid variable validation condition', detail);
  }
  if (messages.length > before) return undefined;
  return {
    condition,
    errorMessage: text === undefined ? undefined : configExpression(text.value, messages),
    at: placeOf(block.source, block.headerRange),
  };
}

const NO_REFERENCE =
  'The condition expression must refer to at least one object from elsewhere in the configuration, or else its result ' +
  'would not be checking anything.';

function refersToVariable({ references }: ConfigExpression, name: string): boolean {
  return references.some(
    ({ root, steps: [step] }) => root === 'var' && step?.kind === 'attribute-step' && step.name === name,
  );
}
