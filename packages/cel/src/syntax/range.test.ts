import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parse } from '../index.ts';
import { indexLines } from './range.ts';

afterEach(() => vi.restoreAllMocks());

describe('the place of an offset', () => {
  it.each([
    { name: 'the start', source: 'a', offset: 0, line: 1, column: 1 },
    { name: 'the end', source: 'ab', offset: 2, line: 1, column: 3 },
    { name: 'a line end', source: 'a\nb', offset: 1, line: 1, column: 2 },
    { name: 'the start of a line', source: 'a\nb', offset: 2, line: 2, column: 1 },
    { name: 'a line after an empty one', source: '\n\nb', offset: 2, line: 3, column: 1 },
    { name: 'a carriage return', source: 'a\r\nb', offset: 2, line: 1, column: 3 },
    { name: 'after an emoji', source: '\u{1f600}a', offset: 2, line: 1, column: 2 },
    { name: 'after an emoji of another line', source: '\u{1f600}\n\u{1f600}a', offset: 5, line: 2, column: 2 },
    { name: 'after half an emoji', source: 'a\n\udc00b', offset: 3, line: 2, column: 2 },
  ])('is right for $name', ({ source, offset, line, column }) => {
    expect(indexLines(source).range(offset, offset)).toEqual({ offset, length: 0, line, column });
  });

  it('counts the characters before it in its line', () => {
    const part = fc.constantFrom('a', 'é', '\n', '\u{1f600}', '\u{10ffff}', ' ');
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (before, after) => {
        const source = [...before, ...after].join('');
        const offset = before.join('').length;
        const lines = before.join('').split('\n');
        expect(indexLines(source).range(offset, offset)).toMatchObject({
          line: lines.length,
          column: [...(lines.at(-1) ?? '')].length + 1,
        });
      }),
    );
  });
});

it('takes as long for a part of a long line as for one of a short line', () => {
  const unitsRead = (length: number): number => {
    const source = Array(length).fill('a').join(' + ');
    const read = vi.spyOn(String.prototype, 'charCodeAt');
    expect(parse(source).problems).toEqual([]);
    const { length: count } = read.mock.calls;
    read.mockRestore();
    return count;
  };
  expect(unitsRead(200)).toBeLessThan(2.2 * unitsRead(100));
});
