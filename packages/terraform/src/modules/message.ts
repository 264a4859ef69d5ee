import type { Diagnostic, Range, Source } from '@tollgate/hcl';

/** What is wrong with a configuration or its values, in Terraform's words. Few messages have no place: cycles, variables of the caller. */
export interface Message {
  readonly severity: Diagnostic['severity'];
  readonly summary: string;
  readonly detail: string;
  readonly at: Place | undefined;
}

/** A place in a text. */
export interface Place {
  readonly source: Source;
  readonly range: Range;
}

/** errorMessage makes the message of a mistake at a place. */
export function errorMessage(at: Place | undefined, summary: string, detail: string): Message {
  return { severity: 'error', summary, detail, at };
}

/** messageOf turns a diagnostic of the parser or the evaluator into a message. */
export function messageOf({ severity, summary, detail, source, range }: Diagnostic): Message {
  return { severity, summary, detail, at: { source, range } };
}

/** placeOf gives the place of a part of a source. */
export function placeOf(source: Source, range: Range): Place {
  return { source, range: { start: range.start, end: range.end } };
}
