import type { SourcePlace } from './subject.ts';

/**
 * What a gate shows beside its decision, as plain data without any look: reports, comments and pages are made from it.
 * Text in it can come from a pull request and is treated as data by whoever shows it.
 */
export interface Evidence {
  /** Name of the gate as a heading: `Tags`, `Cost`. */
  readonly gate: string;
  /** The number that matters, as the rest of the line that begins with gate and verdict. */
  readonly headline: Phrase;
  /** How to mend what blocks, one way a phrase. */
  readonly remedies: readonly Phrase[];
  /** The gate's own tables and lists, most important first. */
  readonly sections: readonly Section[];
  /** What the gate does not know or left out, and why. */
  readonly unknowns: readonly Phrase[];
  /** Sources and dates, for the last small line. */
  readonly sources: readonly Phrase[];
}

/** A titled part of a report; a folded one is shown closed, with its count in the title. */
export interface Section {
  readonly title: string;
  readonly folded: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly content: Phrase }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Phrase[])[] };

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Running text: a plain string is a text of its own. */
export type Phrase = string | readonly Inline[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A name from the configuration: address, tag key, value. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** A place in the repository; linked to the commit where the report knows one. */
  | { readonly kind: 'place'; readonly place: SourcePlace };

/** A name from the configuration, set as code. */
export function code(text: string): Inline {
  return { kind: 'code', text };
}

/** Plain running text. */
export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

/** Names set as code, joined by commas. */
export function codes(names: readonly string[]): Inline[] {
  return names.flatMap((name, index) => (index === 0 ? [code(name)] : [text(', '), code(name)]));
}
