/** The side of a diff: LEFT is the file before, RIGHT the file after the change. */
export type Side = 'LEFT' | 'RIGHT';

/** A line that a diff shows. */
export interface DiffLine {
  /** Number of the hunk, from 0. */
  readonly hunk: number;
  /** Lines down from the first hunk header, as GitHub's old `position` counts. */
  readonly position: number;
  /** Line in the file before, undefined for an added line. */
  readonly left: number | undefined;
  /** Line in the file after, undefined for a removed line. */
  readonly right: number | undefined;
  readonly text: string;
}

/** parseDiffLines gives every line that the hunks of one file show. */
export function parseDiffLines(patch: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let hunk = -1;
  let left = 0;
  let right = 0;
  patch.split('\n').forEach((text, position) => {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header !== null) {
      hunk += 1;
      left = Number(header[1]);
      right = Number(header[2]);
    } else if (text.startsWith('+')) {
      lines.push({ hunk, position, left: undefined, right: right++, text });
    } else if (text.startsWith('-')) {
      lines.push({ hunk, position, left: left++, right: undefined, text });
    } else if (!text.startsWith('\\')) {
      lines.push({ hunk, position, left: left++, right: right++, text });
    }
  });
  return lines;
}

/** findLine gives the shown line with that number on that side, or undefined when the diff does not show it. */
export function findLine(lines: readonly DiffLine[], side: Side, number: number): DiffLine | undefined {
  return lines.find((line) => (side === 'LEFT' ? line.left : line.right) === number);
}

/** hunkUpTo gives the part of a patch that GitHub shows above a comment: its hunk, down to the line. */
export function hunkUpTo(patch: string, line: DiffLine): string {
  const lines = patch.split('\n');
  const start = lines.findLastIndex((text, index) => index < line.position && text.startsWith('@@ '));
  return lines.slice(Math.max(0, start), line.position + 1).join('\n');
}
