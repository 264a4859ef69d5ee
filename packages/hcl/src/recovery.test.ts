import { describe, expect, it } from 'vitest';
import { outlineBody } from '../test/outline.ts';
import { formatDiagnostic } from './diagnostic.ts';
import { parseConfig } from './parse.ts';

const before = 'before "x" {\n  a = 1\n}\n\n';
const behind = '\nbehind "y" {\n  z = 1\n}\n';

describe('a mistake in one block', () => {
  it.each([
    {
      name: 'a missing value',
      broken: 'b "c" {\n  d =\n  e = 2\n}\n',
      inside: ['b "c"', '  d = <invalid>', '  e = 2'],
    },
    {
      name: 'two arguments on a line',
      broken: 'b {\n  d = 1 e = 2\n  f = 3\n}\n',
      inside: ['b', '  d = 1', '  f = 3'],
    },
    { name: 'a stray word', broken: 'b {\n  d\n  e = 2\n}\n', inside: ['b', '  e = 2'] },
    { name: 'a stray closing brace', broken: 'b {\n  d = 1\n}\n}\n', inside: ['b', '  d = 1'] },
    { name: 'a name in quotes', broken: 'b {\n  "d" = 1\n  e = 2\n}\n', inside: ['b', '  e = 2'] },
    {
      name: 'a bad object',
      broken: 'b {\n  d = {\n    x 1\n    y = 2\n  }\n  e = 2\n}\n',
      inside: ['b', '  d = <invalid>', '  e = 2'],
    },
    {
      name: 'a bad nested block',
      broken: 'b {\n  c {\n    d = (\n  }\n  e = 2\n}\n',
      inside: ['b', '  c', '    d = <invalid>', '  e = 2'],
    },
    { name: 'an open bracket', broken: 'b {\n  d = [1, 2\n  e = 2\n}\n', inside: ['b', '  d = <invalid>', '  e = 2'] },
    {
      name: 'an open parenthesis',
      broken: 'b {\n  d = f(1, 2\n  e = 2\n}\n',
      inside: ['b', '  d = <invalid>', '  e = 2'],
    },
    { name: 'an open quote', broken: 'b {\n  d = "x\n  e = 2\n}\n', inside: ['b', '  d = <invalid>', '  e = 2'] },
    {
      name: 'an open quote in a list',
      broken: 'b {\n  d = ["x]\n  e = 2\n}\n',
      inside: ['b', '  d = <invalid>', '  e = 2'],
    },
    {
      name: 'an open interpolation',
      broken: 'b {\n  d = "x${y"\n  e = 2\n}\n',
      inside: ['b', '  d = <invalid>', '  e = 2'],
    },
    { name: 'a bad header', broken: 'b "c" = {\n  d = 1\n}\n', inside: [] },
    { name: 'a label with an interpolation', broken: 'b "${c}" {\n  d = 1\n}\n', inside: ['b ""', '  d = 1'] },
    { name: 'two arguments in a block on one line', broken: 'b { c = 1, d = 2 }\n', inside: ['b', '  c = 1'] },
    {
      name: 'a block on one line that goes on',
      broken: 'b { c = 1\n  d = 2\n}\n',
      inside: ['b', '  c = 1', '  d = 2'],
    },
    { name: 'an open block', broken: 'b "c" {\n  d = 1\n', inside: ['b "c"', '  d = 1'] },
    { name: 'an open block in a block', broken: 'b {\n  c {\n    d = 1\n}\n', inside: ['b', '  c', '    d = 1'] },
    { name: 'an open object', broken: 'b {\n  d = {\n    x = 1\n', inside: ['b', '  d = <invalid>'] },
    { name: 'an open heredoc', broken: 'b {\n  d = <<EOT\n text\n}\n', inside: ['b', '  d = <invalid>'] },
  ])('hides no others: $name', ({ broken, inside }) => {
    const { body, diagnostics } = parseConfig(before + broken + behind, { file: 'x' });
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(outlineBody(body)).toEqual(['before "x"', '  a = 1', ...inside, 'behind "y"', '  z = 1']);
  });

  it('is said once', () => {
    const texts = ['b {\n  d = "x\n  e = 2\n}\n', 'b {\n  d = <<EOT\n text\n}\n', 'b {\n  d = [\n', 'b {\n  d = 1\n'];
    expect(
      texts.map((text) => parseConfig(text + behind, { file: 'x' }).diagnostics.map(({ summary }) => summary)),
    ).toEqual([
      ['Invalid multi-line string', 'Unterminated template string'],
      ['Unterminated template string'],
      ['Missing item separator', 'Unclosed configuration block'],
      ['Unclosed configuration block'],
    ]);
  });

  it('is said once, where a block on one line goes on and ends on another', () => {
    const { diagnostics } = parseConfig('b { c = 1\n  d = 2 }\nb { c = 1\n}\n', { file: 'x' });
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      expect.stringMatching(/^x:1:10: Invalid single-argument block definition/),
      expect.stringMatching(/^x:3:10: Invalid single-argument block definition/),
    ]);
  });

  it('does not hide mistakes in other blocks', () => {
    const { diagnostics } = parseConfig('a {\n  b = 1 2\n}\nc {\n  d = [1 2]\n}\n', { file: 'x' });
    expect(diagnostics.map(({ summary }) => summary)).toEqual([
      'Missing newline after argument',
      'Missing item separator',
    ]);
  });
});
