import { parseConfig } from '@tollgate/hcl';
import type { Fix } from './fix-plan.ts';
import { type LineChange, lineDiff, linesOf } from './line-diff.ts';
import type { PlannedFixes } from './planned-fixes.ts';
import { words } from './text-edits.ts';
import { isVariablesFile, withoutKeptTexts } from './variables-file.ts';
import { headerText } from './written-place.ts';

/** A stretch of a file with a change, for people. Lines are without their line breaks. */
export interface Hunk {
  readonly file: string;
  /** Lines from 1, in the file as it was and as it is to be. */
  readonly start: number;
  readonly newStart: number;
  readonly lines: readonly { readonly sign: ' ' | '-' | '+'; readonly text: string }[];
  /** The fixes whose blocks it is in. */
  readonly fixes: readonly Fix[];
}

/** So many lines are shown before and behind a change. */
const CONTEXT = 2;

/** The changes of a plan, file by file. Of files with values of variables only what changes is shown: the rest can be secret. */
export function fixHunks({ plan, texts }: PlannedFixes): readonly Hunk[] {
  return [...texts].flatMap(([file, { before, after }]) => {
    const [old, now] = [linesOf(before), linesOf(after)];
    const isVariables = isVariablesFile(file);
    const changes = isVariables ? lineDiff(old.map(words), now.map(words)) : lineDiff(old, now);
    const blocks = blocksOf(file, after);
    return together(changes, isVariables ? 0 : CONTEXT).map((near): Hunk => {
      const headers = new Set(
        near.flatMap((change) => blocks.filter((block) => isIn(change, block))).map(({ header }) => header),
      );
      const fixes = plan.fixes.filter(({ places = [] }) =>
        places.some((place) => place.file === file && (place.block === '' || headers.has(place.block))),
      );
      const hunk = { file, ...shown(near, old, now, isVariables ? 0 : CONTEXT), fixes };
      return isVariables ? { ...hunk, lines: withoutKeptTexts(hunk.lines) } : hunk;
    });
  });
}

interface BlockLines {
  readonly header: string;
  /** Lines from 0, the end inclusive. */
  readonly first: number;
  readonly last: number;
}

function blocksOf(file: string, text: string): readonly BlockLines[] {
  const parsed = parseConfig(text, { file });
  const { lines } = parsed.source;
  return parsed.body.blocks.map((block) => ({
    header: headerText(block),
    first: lines.lineAt(block.start) - 1,
    last: lines.lineAt(block.end) - 1,
  }));
}

function isIn({ newStart, added }: LineChange, { first, last }: BlockLines): boolean {
  return newStart <= last && newStart + Math.max(added, 1) - 1 >= first;
}

/** Changes that are shown together, because their context meets. */
function together(changes: readonly LineChange[], context: number): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.start - (last.start + last.removed) <= context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function shown(near: readonly LineChange[], old: readonly string[], now: readonly string[], context: number) {
  const [first] = near;
  const firstLine = first?.start ?? 0;
  const above = old.slice(Math.max(firstLine - context, 0), firstLine);
  // Empty lines at the ends tell nothing.
  const before = above.slice(leadingBlank(above));
  const lines: Hunk['lines'][number][] = [];
  const add = (sign: ' ' | '-' | '+', some: readonly string[]) => {
    for (const line of some) lines.push({ sign, text: line.replace(/\r?\n$/, '') });
  };
  add(' ', before);
  let at = firstLine;
  for (const change of near) {
    add(' ', old.slice(at, change.start));
    add('-', old.slice(change.start, change.start + change.removed));
    add('+', now.slice(change.newStart, change.newStart + change.added));
    at = change.start + change.removed;
  }
  const below = old.slice(at, at + context);
  add(' ', below.slice(0, below.length - leadingBlank(below.toReversed())));
  return {
    start: firstLine - before.length + 1,
    newStart: (first?.newStart ?? 0) - before.length + 1,
    lines,
  };
}

function leadingBlank(lines: readonly string[]): number {
  const index = lines.findIndex((line) => line.trim() !== '');
  return index < 0 ? lines.length : index;
}
