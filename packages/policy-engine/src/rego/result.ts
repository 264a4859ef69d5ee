import type { FormResult } from '../gates/gate.ts';
import type { RegoOutcome } from './bundle.ts';

/** What the value of an entry point means: `deny` lists what is wrong, `allow` says whether all is well. */
export type Expectation = 'deny' | 'allow';

/** Messages of one subject that are told; the others are counted. */
const MAX_MESSAGES = 20;
const MAX_MESSAGE_LENGTH = 500;

/**
 * resultOf reads the value of an entry point. A list or set is what is denied: texts, or objects with `msg` or `message`.
 * A boolean says `allow`, unless the rule expects `deny`. No value is an error, for a condition that could not be computed
 * looks the same as one that does not hold.
 */
export function resultOf(outcome: RegoOutcome, entrypoint: string, expect: Expectation | null): FormResult {
  switch (outcome.kind) {
    case 'error':
      return failure(`${entrypoint} cannot be evaluated: ${outcome.message}.`);
    case 'undefined':
      return failure(`${entrypoint} has no value for this subject. Give it one with "default", or make it a set.`);
    case 'value':
      return resultOfValue(outcome.value, entrypoint, expect);
  }
}

function resultOfValue(value: unknown, entrypoint: string, expect: Expectation | null): FormResult {
  if (typeof value === 'boolean') {
    const holds = expect === 'deny' ? !value : value;
    if (holds) return { outcome: 'pass', message: `${entrypoint} is ${value}.` };
    const evidence = [{ expression: entrypoint, value: String(value) }];
    return { outcome: 'fail', message: `${entrypoint} is ${value}.`, evidence };
  }
  if (!Array.isArray(value) || expect === 'allow') {
    const wanted = expect === 'allow' ? 'true or false' : 'a set of messages, or true or false';
    return failure(`${entrypoint} gives ${kindOf(value)}, and not ${wanted}.`);
  }
  const messages = new Set<string>();
  for (const element of value) {
    const message = messageOf(element);
    if (message === null)
      return failure(`${entrypoint} gives ${kindOf(element)} that is no text and has no "msg" or "message".`);
    messages.add(message);
  }
  return messages.size === 0
    ? { outcome: 'pass', message: `${entrypoint} is empty.` }
    : denied([...messages], entrypoint);
}

function denied(messages: readonly string[], entrypoint: string): FormResult {
  const told = messages.toSorted().slice(0, MAX_MESSAGES);
  const rest = messages.length - told.length;
  return {
    outcome: 'fail',
    message: [...told, ...(rest === 0 ? [] : [`and ${rest} more`])].join('; '),
    evidence: told.map((value) => ({ expression: entrypoint, value })),
  };
}

function messageOf(element: unknown): string | null {
  const fields: { msg?: unknown; message?: unknown } = typeof element === 'object' && element !== null ? element : {};
  const message = [element, fields.msg, fields.message].find((text) => typeof text === 'string');
  if (typeof message !== 'string') return null;
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH).toWellFormed()}…`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function failure(message: string): FormResult {
  return { outcome: 'error', message };
}
