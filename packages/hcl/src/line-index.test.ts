import { describe, expect, it } from 'vitest';
import { LineIndex } from './line-index.ts';

const family = '👨‍👩‍👧‍👦';

describe('LineIndex', () => {
  it.each([
    { name: 'the start of a text', text: 'ab', offset: 0, line: 1, column: 1, utf16Column: 1 },
    { name: 'the end of a text', text: 'ab', offset: 2, line: 1, column: 3, utf16Column: 3 },
    { name: 'an empty text', text: '', offset: 0, line: 1, column: 1, utf16Column: 1 },
    { name: 'a line break', text: 'ab\ncd', offset: 2, line: 1, column: 3, utf16Column: 3 },
    { name: 'the start of the next line', text: 'ab\ncd', offset: 3, line: 2, column: 1, utf16Column: 1 },
    { name: 'behind a last line break', text: 'ab\n', offset: 3, line: 2, column: 1, utf16Column: 1 },
    { name: 'a carriage return', text: 'ab\r\ncd', offset: 2, line: 1, column: 3, utf16Column: 3 },
    { name: 'a line behind a carriage return', text: 'ab\r\ncd', offset: 5, line: 2, column: 2, utf16Column: 2 },
    { name: 'behind a letter of one unit', text: 'é = 1', offset: 1, line: 1, column: 2, utf16Column: 2 },
    { name: 'behind a letter and its accent', text: 'e\u0301x', offset: 2, line: 1, column: 2, utf16Column: 3 },
    { name: 'behind a family of four', text: `${family}x`, offset: 11, line: 1, column: 2, utf16Column: 12 },
    { name: 'behind a byte order mark', text: '\ufeffab', offset: 1, line: 1, column: 1, utf16Column: 1 },
    { name: 'a line behind one with a mark', text: '\ufeffa\nb', offset: 4, line: 2, column: 2, utf16Column: 2 },
    { name: 'behind a tab', text: '\ta', offset: 1, line: 1, column: 2, utf16Column: 2 },
  ])('counts $name', ({ text, offset, line, column, utf16Column }) => {
    expect(new LineIndex(text).positionAt(offset)).toEqual({ line, column, utf16Column });
  });

  it('counts a tab as two columns in JSON, as HashiCorp does', () => {
    const lines = new LineIndex('{\n\t"a": 1', { tabColumns: 2 });
    expect(lines.positionAt(3)).toEqual({ line: 2, column: 3, utf16Column: 2 });
  });

  it('knows where lines begin and end', () => {
    const lines = new LineIndex('ab\r\n\ncd');
    expect(lines.lineCount).toBe(3);
    expect([1, 2, 3].map((line) => [lines.lineStart(line), lines.lineEnd(line)])).toEqual([
      [0, 2],
      [4, 4],
      [5, 7],
    ]);
  });

  it('counts many places on one long line of clusters without counting from its start each time', () => {
    const text = family.repeat(20_000);
    const lines = new LineIndex(text);
    for (let cluster = 0; cluster < 20_000; cluster++) {
      if (lines.positionAt(cluster * family.length).column !== cluster + 1) expect.fail(`wrong at ${cluster}`);
    }
  });
});
