import { type BodyAttribute, type BodyValue, expressionOf } from '@tollgate/hcl';
import { BOOL, convert, STRING, type Type, type Value, ValueError } from '../../values/index.ts';
import { errorMessage, type Message, messageOf, placeOf } from '../message.ts';
import { startRange } from '../start-range.ts';
import { evaluateConstant } from './evaluate-constant.ts';

/**
 * constantText gives the text of an argument that has to be written out, such as the source of a module: no names and no
 * functions can be used in it. Undefined when it is absent, null, or wrong, which is reported.
 */
export function constantText(attribute: BodyAttribute | undefined, messages: Message[]): string | undefined {
  const value = constant(attribute?.value, STRING, messages);
  return value?.kind === 'string' ? value.value : undefined;
}

/** constantBool gives a truth value that has to be written out. */
export function constantBool(attribute: BodyAttribute | undefined, messages: Message[]): boolean | undefined {
  const value = constant(attribute?.value, BOOL, messages);
  return value?.kind === 'bool' ? value.value : undefined;
}

/** constantValue gives a value of any type that has to be written out. */
export function constantValue(value: BodyValue, messages: Message[]): Value | undefined {
  const { source, expression, diagnostics } = expressionOf(value);
  const result = evaluateConstant(expression, source);
  const problems = [...diagnostics, ...result.diagnostics];
  for (const problem of problems) messages.push(messageOf(problem));
  return problems.length > 0 ? undefined : result.value;
}

function constant(value: BodyValue | undefined, type: Type, messages: Message[]): Value | undefined {
  if (value === undefined) return undefined;
  const found = constantValue(value, messages);
  const { source, expression } = expressionOf(value);
  const refuse = (clause: string) => {
    messages.push(
      errorMessage(
        placeOf(source, startRange(expression, source.text)),
        'Unsuitable value type',
        `Unsuitable value: ${clause}`,
      ),
    );
    return undefined;
  };
  if (found === undefined) return refuse('value must be known');
  if (found.kind === 'null') return refuse(`a ${type.kind} is required`);
  try {
    return convert(found, type);
  } catch (error) {
    if (error instanceof ValueError) return refuse(error.message);
    throw error;
  }
}
