import { describe, expect, it } from 'vitest';
import { lineDiff, linesOf } from './line-diff.ts';
import { applyTextEdits, textEdits } from './text-edits.ts';

const apply = (before: string, after: string, by?: 'words') =>
  Buffer.from(applyTextEdits(Buffer.from(before), textEdits(before, after, by))).toString();

describe('lineDiff', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', 'a\nb\n', 'a\nb\n', []],
    ['a line that is another', 'a\nb\nc\n', 'a\nx\nc\n', ['1-1+1']],
    ['lines that are new', 'a\nb\n', 'a\nx\ny\nb\n', ['1-0+2']],
    ['lines that are gone', 'a\nx\ny\nb\n', 'a\nb\n', ['1-2+0']],
    ['a line at the end without a line break', 'a\nb', 'a\nb\n', ['1-1+1']],
    ['lines close to each other', 'a\nb\nc\nd\n', 'x\nb\ny\nd\n', ['0-1+1', '2-1+1']],
    ['everything', 'a\nb\n', 'x\n', ['0-2+1']],
    ['a text that comes from nothing', '', 'a\n', ['0-0+1']],
  ])('finds %s', (_, before, after, expected) => {
    const changes = lineDiff(linesOf(before), linesOf(after));
    expect(changes.map(({ start, removed, added }) => `${start}-${removed}+${added}`)).toEqual(expected);
  });

  it('compares long texts with many differences in little time', () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}\n`);
    const other = lines.map((line, index) => (index % 7 === 0 ? 'x\n' : line));
    expect(lineDiff(lines, other)).toHaveLength(Math.ceil(60_000 / 7));
    expect(lineDiff(lines.slice(0, 5000), ['nothing of it\n'])).toHaveLength(1);
  });
});

describe('textEdits', () => {
  it.each([
    ['a = 1\nb = 2\n', 'a   = 1\nbcd = 2\n'],
    ['é = "ü"\nb = 2', 'é = "ü"\r\nb = 3\r\n'],
    ['', 'a\n'],
    ['a\n', ''],
    ['\ta  =  1\n', '  a = 1\n'],
    ['a\n\n\nb\n', 'a\n\nb\n'],
  ])('make %j of %j', (before, after) => {
    expect(apply(before, after)).toBe(after);
  });

  it('make random texts of each other', () => {
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const text = () =>
      Array.from({ length: random(12) }, () => ['a', ' a', 'a ', 'b = 1', 'b  = 1', '', 'é'][random(7)]).join('\n');
    for (let round = 0; round < 500; round++) {
      const [before, after] = [text(), text()];
      expect(apply(before, after)).toBe(after);
      expect(apply(before, after, 'words')).toBe(after);
    }
  });

  it('tell nothing of a neighbour that is only aligned anew', () => {
    const edits = textEdits('owner = "a"\npassword = "hunter2"\n', 'CostCenter = "a"\npassword   = "hunter2"\n');
    expect(edits).toEqual([
      { start: 0, end: 12, text: 'CostCenter = "a"\n' },
      { start: 20, end: 21, text: '   ' },
    ]);
  });

  it('by words tell nothing of the rest of a line', () => {
    const edits = textEdits(
      'a = { owner = "é", key = "hunter2" }\n',
      'a = { Owner = "é", key = "hunter2" }\n',
      'words',
    );
    expect(edits).toEqual([{ start: 6, end: 11, text: 'Owner' }]);
  });
});
