import type { SourcePlace } from './subject.ts';
import type { Level } from './verdict.ts';

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
  /**
   * Makes sections of the full report only, such as every resource with its components. Comments and terminals leave them out, and do
   * not ask for them.
   */
  readonly appendix?: () => readonly Section[];
  /** What the gate does not know or left out, and why. */
  readonly unknowns: readonly Phrase[];
  /** Sources and dates, for the last small line. */
  readonly sources: readonly Phrase[];
  /** What the policies say of their rules. A rule that is not here is shown by its name alone. */
  readonly rules?: readonly RuleDescription[];
}

/** A rule in the words of its policy, for the reader who has to keep it. */
export interface RuleDescription {
  /** Name of the policy. */
  readonly policy: string;
  /** The id of the rule in it. */
  readonly rule: string;
  readonly level: Level;
  /** What the rule is for, in a sentence or two. */
  readonly description?: string;
  /** How to mend a violation, in a sentence or two. */
  readonly remedy?: string;
  /** Identifiers of the controls that it serves: `CIS-AWS-2.1.1`. */
  readonly controls?: readonly string[];
  /** Who may override it when it is soft-mandatory: `team:finops`. */
  readonly approvers?: readonly string[];
  /** Who owns the policy, and is asked for exceptions. */
  readonly owners?: readonly string[];
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
  | Table
  | Tree
  | Chart;

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table whose rows contain one another: modules, their resources, the components of a resource. */
export interface Tree {
  readonly kind: 'tree';
  readonly columns: readonly Column[];
  readonly rows: readonly TreeRow[];
}

export interface TreeRow {
  readonly cells: readonly Cell[];
  /** The rows that this one contains; none for the last ones. */
  readonly children: readonly TreeRow[];
  /** Whether its rows are closed at first, where they can be opened. */
  readonly folded?: boolean;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** What stands in a row below a column: a phrase, which may be ordered by something else than its text. */
export type Cell = Phrase | SortableCell;

export interface SortableCell {
  readonly shown: Phrase;
  /** What the cell is ordered by, such as an amount. It only orders: what is read is the phrase. */
  readonly sort: number | string;
}

/**
 * Amounts as a shape: bars for things that are compared, lines for what changes from month to month. The names and what is shown
 * of the amounts are read; the amounts themselves only give the lengths.
 */
export interface Chart {
  readonly kind: 'chart';
  readonly form: 'bars' | 'lines';
  readonly title: string;
  /** What the amounts are: `USD a month`. */
  readonly unit: string;
  /** The names of what is compared in every category, such as `before` and `after`; a single one needs no name in the chart. */
  readonly series: readonly string[];
  /** The things that are compared, what matters most first, or the months in their order. */
  readonly categories: readonly ChartCategory[];
  /** What the amounts are to stay below. */
  readonly limit?: { readonly label: string; readonly value: ChartValue };
}

export interface ChartCategory {
  readonly label: string;
  /** An amount for each series; null where it is not known, which is not zero. */
  readonly values: readonly (ChartValue | null)[];
}

export interface ChartValue {
  readonly amount: number;
  /** The amount as it is read: `$1,234.50`. */
  readonly shown: string;
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

/** A sentence as a phrase: what stands between back quotes is a name from the configuration. */
export function messagePhrase(message: string): Inline[] {
  return message.split('`').flatMap((part, index) => (part === '' ? [] : [index % 2 === 0 ? text(part) : code(part)]));
}
