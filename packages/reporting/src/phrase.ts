import { type Inline, type Phrase, text } from '@tollgate/policy-engine';
import { visible } from './visible.ts';

export { messagePhrase } from '@tollgate/policy-engine';

/** The parts of a phrase; a plain string is one text. */
export function inlines(phrase: Phrase): readonly Inline[] {
  return typeof phrase === 'string' ? [text(phrase)] : phrase;
}

/** Phrases one after another, as sentences: a space between them, and a full stop after one that has none before the next. */
export function sentences(phrases: readonly Phrase[]): Inline[] {
  const filled = phrases.map(inlines).filter((parts) => parts.length > 0);
  return filled.flatMap((parts, index) => {
    const ended = index === filled.length - 1 || /[.!?:]$/.test(plainText(parts));
    return [...(index === 0 ? [] : [text(' ')]), ...parts, ...(ended ? [] : [text('.')])];
  });
}

/** A phrase without any look, on one line. */
export function plainText(phrase: Phrase): string {
  return inlines(phrase).map(plainInline).join('');
}

function plainInline(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'code':
    case 'strong':
      return visible(part.text);
    case 'link':
      return `${visible(part.text)} (${visible(part.url)})`;
    case 'place':
      return visible(`${part.place.file}:${part.place.startLine}`);
  }
}
