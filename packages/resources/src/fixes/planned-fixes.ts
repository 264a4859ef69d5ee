import type { SourcePlace } from '@tollgate/policy-engine';
import { byCodeUnits, type SourceTree } from '@tollgate/terraform';
import type { FileEdit } from './file-edit.ts';
import { digestOf, type FileFix, type Fix, type FixPlan } from './fix-plan.ts';
import { textEdits } from './text-edits.ts';
import { isVariablesFile } from './variables-file.ts';

/** Edited files by path from the root of the tree, as they were and as they are to be. */
export type EditedTexts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** A plan with the files as they are to be. */
export interface PlannedFixes {
  readonly plan: FixPlan;
  readonly texts: EditedTexts;
}

/** What was found to be done. */
export interface FoundFixes {
  /** The folder of the root module. */
  readonly folder: string;
  readonly fixes: readonly Fix[];
  /** The files that are edited, as they are to be. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notices: readonly string[];
}

/** Makes a plan of what was found to be done in a tree: fixes in the order of their subjects, files in that of their paths. */
export function plannedFixes(tree: SourceTree, { folder, fixes, files, notices }: FoundFixes): PlannedFixes {
  const texts = new Map(
    [...files]
      .sort(([one], [other]) => byCodeUnits(one, other))
      .map(([path, bytes]) => [
        path,
        { before: textOf(tree.readFile(path) ?? new Uint8Array()), after: textOf(bytes) },
      ]),
  );
  const count = (wanted: Fix['outcome']) => fixes.filter(({ outcome }) => outcome === wanted).length;
  return {
    texts,
    plan: {
      kind: 'FixPlan',
      version: 1,
      folder,
      fixes: [...fixes].sort(byFix),
      files: [...texts].map(([file, { before, after }]) => fileFix(file, before, after)),
      summary: { mended: count('mended'), refused: count('refused') },
      notices,
    },
  };
}

/** Where a subject is written, as a plan tells it. */
export function placeOf({ file, startLine, startColumn, endLine, endColumn }: SourcePlace): SourcePlace {
  return {
    file,
    startLine,
    ...(startColumn === undefined ? {} : { startColumn }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** The files and blocks that are edited. */
export function editedPlaces(edits: readonly FileEdit[]): NonNullable<Fix['places']> {
  const places = edits.map(editedPlace);
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function editedPlace({ path, edit }: FileEdit) {
  const [outer] = edit.block ?? [];
  const labels = outer?.labels ?? [];
  const block = outer === undefined ? '' : [outer.type, ...labels.map((label) => JSON.stringify(label))].join(' ');
  return { file: path, block };
}

function fileFix(file: string, before: string, after: string): FileFix {
  return {
    file,
    before: digestOf(Buffer.from(before)),
    after: digestOf(Buffer.from(after)),
    edits: textEdits(before, after, isVariablesFile(file) ? 'words' : 'lines'),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function byFix(a: Fix, b: Fix): number {
  const name = ({ subject, key, action, to }: Fix) =>
    JSON.stringify([subject.id, subject.kind, key ?? '', action, to ?? '']);
  return byCodeUnits(name(a), name(b));
}
