import { type BodyAttribute, bodyOf, expressionOf, parseConfig, parseJson } from '@tollgate/hcl';
import type { Value } from '../../values/index.ts';
import { evaluateConstant } from '../config/evaluate-constant.ts';
import { decodeText } from '../config/text.ts';
import { type Message, messageOf, type Place, placeOf } from '../message.ts';

/** A value that is given to a variable, and where. */
export interface GivenValue {
  readonly value: Value;
  /** What is given as text on the command line or in the environment has a place of its own. */
  readonly at: Place | undefined;
}

/** readVariablesFile reads a `.tfvars` or `.tfvars.json` file: values by the names of variables. */
export function readVariablesFile(path: string, bytes: Uint8Array, messages: Message[]): Map<string, GivenValue> {
  const text = decodeText(bytes, path, messages);
  const file = path.endsWith('.json') ? parseJson(text, { file: path }) : parseConfig(text, { file: path });
  messages.push(...file.diagnostics.map(messageOf));
  const { attributes, diagnostics } = bodyOf(file).justAttributes();
  messages.push(...diagnostics.map(messageOf));
  const values = new Map<string, GivenValue>();
  for (const attribute of attributes.values()) {
    const given = evaluateAttribute(attribute, messages);
    if (given !== undefined) values.set(attribute.name, given);
  }
  return values;
}

function evaluateAttribute({ value, source }: BodyAttribute, messages: Message[]): GivenValue | undefined {
  const parsed = expressionOf(value);
  const result = evaluateConstant(parsed.expression, parsed.source);
  const problems = [...parsed.diagnostics, ...result.diagnostics];
  messages.push(...problems.map(messageOf));
  return problems.length > 0 ? undefined : { value: result.value, at: placeOf(source, parsed.expression) };
}
