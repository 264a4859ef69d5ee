import { type Edit, edit } from '@tollgate/hcl';
import { type SourceTree, withFiles } from '@tollgate/terraform';
import type { FileEdit } from './file-edit.ts';

/** Files with edits made, or the first edit that could not be made. */
export type EditedTree =
  | { readonly kind: 'edited'; readonly tree: SourceTree; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'problem'; readonly reason: string };

/** Makes edits in memory. Each edit is made once, however often it is there. */
export function applyEdits(tree: SourceTree, edits: readonly FileEdit[]): EditedTree {
  const byFile = new Map<string, Map<string, Edit>>();
  for (const { path, edit: wanted } of edits) {
    const ofFile = byFile.get(path) ?? new Map<string, Edit>();
    ofFile.set(JSON.stringify(wanted), wanted);
    byFile.set(path, ofFile);
  }
  const files = new Map<string, Uint8Array>();
  for (const [path, wanted] of byFile) {
    const bytes = tree.readFile(path);
    if (bytes === undefined) return { kind: 'problem', reason: `${path} cannot be read` };
    const text = Buffer.from(bytes).toString('utf8');
    if (!Buffer.from(text).equals(bytes)) return { kind: 'problem', reason: `${path} is not UTF-8` };
    const { text: after, problems } = edit(text, inOrder([...wanted.values()]), { file: path });
    const [problem] = problems;
    if (problem !== undefined) return { kind: 'problem', reason: withoutFullStop(problem.message) };
    files.set(path, Buffer.from(after));
  }
  return { kind: 'edited', tree: withFiles(tree, files), files };
}

/** Blocks are counted from the first: those behind are removed before those in front, and all after the other edits. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const isRemoval = ({ kind }: Edit) => kind === 'remove-block';
  const last = ({ block }: Edit) => block?.at(-1)?.index ?? 0;
  return [...edits.filter((one) => !isRemoval(one)), ...edits.filter(isRemoval).sort((a, b) => last(b) - last(a))];
}

function withoutFullStop(message: string): string {
  return message.replace(/\.$/, '');
}
