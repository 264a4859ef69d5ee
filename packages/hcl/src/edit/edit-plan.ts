import type { NativeFile } from '../parse.ts';
import type { Splice } from './splice.ts';
import { lineBreakOf } from './text-lines.ts';

/** What an edit comes to in one state of a file: the changes of its text (none: it is so already), or why not. */
export type EditPlan = { readonly splices: readonly Splice[] } | { readonly problem: string };

/** The file that is edited, with what all edits need to know of it. */
export interface EditedFile {
  readonly file: NativeFile;
  readonly text: string;
  readonly lineBreak: '\n' | '\r\n';
}

export function editedFile(file: NativeFile): EditedFile {
  const { text } = file.source;
  return { file, text, lineBreak: lineBreakOf(text) };
}

export const unchanged: EditPlan = { splices: [] };

export function change(...splices: Splice[]): EditPlan {
  return { splices };
}
