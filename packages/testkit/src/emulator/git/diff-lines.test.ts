import { describe, expect, it } from 'vitest';
import { findLine, hunkUpTo, parseDiffLines } from './diff-lines.ts';

const patch = [
  '@@ -1,3 +1,3 @@ locals {',
  ' a',
  '-b',
  '+B',
  ' c',
  '@@ -10,2 +10,3 @@',
  ' j',
  '+k',
  ' l',
  '\\ No newline at end of file',
].join('\n');

describe('the lines of a diff', () => {
  const lines = parseDiffLines(patch);

  it('are numbered on both sides', () => {
    expect(lines.map(({ left, right, text }) => [left, right, text])).toEqual([
      [1, 1, ' a'],
      [2, undefined, '-b'],
      [undefined, 2, '+B'],
      [3, 3, ' c'],
      [10, 10, ' j'],
      [undefined, 11, '+k'],
      [11, 12, ' l'],
    ]);
  });

  it.each([
    { side: 'RIGHT', number: 2, text: '+B' },
    { side: 'LEFT', number: 2, text: '-b' },
    { side: 'RIGHT', number: 12, text: ' l' },
    { side: 'LEFT', number: 12, text: undefined },
    { side: 'RIGHT', number: 5, text: undefined },
  ] as const)('$side $number is $text', ({ side, number, text }) => {
    expect(findLine(lines, side, number)?.text).toBe(text);
  });

  it('are counted through all hunks by the old position', () => {
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3, 4, 6, 7, 8]);
  });

  it('are shown above a comment from the header of their hunk', () => {
    const line = findLine(lines, 'RIGHT', 11);
    expect(line === undefined ? undefined : hunkUpTo(patch, line)).toBe('@@ -10,2 +10,3 @@\n j\n+k');
  });
});
