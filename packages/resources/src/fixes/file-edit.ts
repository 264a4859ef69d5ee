import type { Edit } from '@tollgate/hcl';
import type { WrittenPlace } from './written-place.ts';

/** An edit of a file. */
export interface FileEdit {
  readonly path: string;
  readonly edit: Edit;
}

/** What is to be edited, or why nothing can be. */
export type Change =
  | {
      readonly kind: 'edits';
      /** What has to be there before the edits can be made. Several changes may share it without being one. */
      readonly setup: readonly FileEdit[];
      readonly edits: readonly FileEdit[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** An edit in the block of a place. */
export function fileEdit(place: WrittenPlace, edit: Edit): FileEdit {
  const block = place.block.length === 0 ? {} : { block: place.block };
  return { path: place.path, edit: { ...edit, ...block } };
}

/** Edits of files that may be edited, or why one of them may not. */
export function made(edits: readonly FileEdit[], setup: readonly FileEdit[] = []): Change {
  const foreign = edits.find(({ path }) => fileRefusal(path) !== null);
  const reason = foreign === undefined ? null : fileRefusal(foreign.path);
  return reason === null ? { kind: 'edits', setup, edits } : refused(reason);
}

/** Why a file is not edited; null when it may be. */
function fileRefusal(path: string): string | null {
  if (/(?:^|\/)\.terraform\//.test(path))
    return `${path} belongs to an installed module, whose text is not in this repository`;
  if (path.startsWith('..') || path.startsWith('/')) return `${path} is outside of the repository`;
  return path.endsWith('.json') ? `${path} is JSON, which is not edited` : null;
}

/** Why nothing is edited, as a part of a sentence. */
export function refused(reason: string): Change {
  return { kind: 'refused', reason };
}
