import { type Fix, fixHunks, type Hunk, type PlannedFixes } from '@tollgate/resources';
import type { ShownLines } from '@tollgate/terraform';

/** An edit of lines next to each other that mends violations by itself. */
export interface SuggestedEdit {
  /** From the root of the repository. */
  readonly file: string;
  /** The lines that are replaced, from 1, the last one inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** What comes in their place, with line ends. */
  readonly replacement: readonly string[];
  readonly fixes: readonly Fix[];
}

/**
 * Gives the edits of planned fixes that can be suggested on lines that a diff shows. A fix that edits several places is left out:
 * whoever applies one of them would have half a change.
 */
export function suggestedEdits(
  planned: PlannedFixes,
  shown: ReadonlyMap<string, readonly ShownLines[]>,
): readonly SuggestedEdit[] {
  const hunks = fixHunks(planned);
  const places = new Map<Fix, number>();
  for (const { fixes } of hunks) for (const fix of fixes) places.set(fix, (places.get(fix) ?? 0) + 1);
  return hunks.flatMap((hunk) => {
    const isWhole = hunk.fixes.length > 0 && hunk.fixes.every((fix) => places.get(fix) === 1);
    const lines = shown.get(hunk.file) ?? [];
    const edit = isWhole ? editOf(hunk, planned.texts.get(hunk.file)?.after ?? '', lines) : undefined;
    return edit === undefined ? [] : [edit];
  });
}

/** The smallest run of lines with all that a hunk changes. What is only added takes a line beside it along. */
function editOf(
  { file, fixes, lines, start, newStart }: Hunk,
  after: string,
  shown: readonly ShownLines[],
): SuggestedEdit | undefined {
  const first = lines.findIndex(({ sign }) => sign !== ' ');
  const last = lines.findLastIndex(({ sign }) => sign !== ' ');
  const count = (sign: '-' | '+', from: number, to: number) =>
    lines.slice(from, to).filter((line) => line.sign === ' ' || line.sign === sign).length;
  const edit = (from: number, to: number): SuggestedEdit | undefined => {
    const startLine = start + count('-', 0, from);
    const endLine = startLine + count('-', from, to) - 1;
    const isShown = shown.some((run) => run.first <= startLine && endLine <= run.last);
    if (startLine > endLine || !isShown) return undefined;
    const newLine = newStart + count('+', 0, from) - 1;
    const replacement = linesOf(after).slice(newLine, newLine + count('+', from, to));
    return { file, startLine, endLine, replacement, fixes };
  };
  if (first === -1) return undefined;
  if (lines.slice(first, last + 1).some(({ sign }) => sign !== '+')) return edit(first, last + 1);
  return (first > 0 ? edit(first - 1, last + 1) : undefined) ?? edit(first, last + 2);
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
