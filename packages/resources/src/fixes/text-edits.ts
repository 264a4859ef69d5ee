import { lineDiff, linesOf } from './line-diff.ts';

/** A replacement in a file. Offsets are in bytes of the file as it was, the end exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The replacements that make one text of another. A line that only differs in spaces keeps all else, so that the replacements tell
 * nothing of what stands beside a change: a neighbour that is aligned anew can hold a secret. By words they tell nothing of the
 * rest of a changed line either.
 */
export function textEdits(before: string, after: string, by: 'lines' | 'words' = 'lines'): readonly TextEdit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const offsets = [0];
  for (const line of old) offsets.push((offsets.at(-1) ?? 0) + Buffer.byteLength(line));
  const at = (line: number) => offsets[line] ?? 0;
  const byWords = lineDiff(old.map(words), now.map(words));
  const edits = byWords.flatMap(({ start, removed, newStart, added }): readonly TextEdit[] => {
    const text = now.slice(newStart, newStart + added).join('');
    if (by === 'words') return wordEdits(old.slice(start, start + removed).join(''), text, at(start));
    return [{ start: at(start), end: at(start + removed), text }];
  });
  let shift = 0;
  const stretches = [...byWords, { start: old.length, removed: 0, newStart: now.length, added: 0 }];
  let line = 0;
  for (const { start, removed, added } of stretches) {
    for (; line < start; line++) edits.push(...spaceEdits(old[line] ?? '', now[line + shift] ?? '', at(line)));
    line = start + removed;
    shift += added - removed;
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Makes replacements. They are in order and do not overlap. */
export function applyTextEdits(before: Uint8Array, edits: readonly TextEdit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    parts.push(before.subarray(at, start), Buffer.from(text));
    at = end;
  }
  return Buffer.concat([...parts, before.subarray(at)]);
}

/** A line with one space for each run of them, by which it is known again when it was only aligned anew. */
export function words(line: string): string {
  return line.replaceAll(/[ \t]+/g, ' ');
}

/** The words, marks and spaces that differ between two stretches of text. */
function wordEdits(before: string, after: string, offset: number): TextEdit[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const lengthOf = (parts: readonly string[]) => Buffer.byteLength(parts.join(''));
  return lineDiff(old, now).map(({ start, removed, newStart, added }) => {
    const from = offset + lengthOf(old.slice(0, start));
    const end = from + lengthOf(old.slice(start, start + removed));
    return { start: from, end, text: now.slice(newStart, newStart + added).join('') };
  });
}

function partsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|./gsu) ?? [];
}

/** The runs of spaces that differ between two lines that are the same otherwise. */
function spaceEdits(before: string, after: string, offset: number): TextEdit[] {
  if (before === after) return [];
  const [old, now] = [before.split(/([ \t]+)/), after.split(/([ \t]+)/)];
  const edits: TextEdit[] = [];
  let at = offset;
  for (const [index, part] of old.entries()) {
    const length = Buffer.byteLength(part);
    if (part !== now[index]) edits.push({ start: at, end: at + length, text: now[index] ?? '' });
    at += length;
  }
  return edits;
}
