import { code, type Inline, type Phrase, text } from '@tollgate/policy-engine';

/** The parts of a phrase; a plain string is one text. */
export function inlines(phrase: Phrase): readonly Inline[] {
  return typeof phrase === 'string' ? [text(phrase)] : phrase;
}

/** A verdict's message as a phrase: what stands between back quotes is a name from the configuration. */
export function messagePhrase(message: string): Inline[] {
  return message.split('`').flatMap((part, index) => (part === '' ? [] : [index % 2 === 0 ? text(part) : code(part)]));
}
