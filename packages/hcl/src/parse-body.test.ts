import { describe, expect, it } from 'vitest';
import { outlineBody } from '../test/outline.ts';
import { parseConfig } from './parse.ts';
import { findAttribute } from './syntax-body.ts';

describe('parseConfig', () => {
  it.each([
    { name: 'nothing', text: '', lines: [] },
    { name: 'comments only', text: '# a\n/* b */\n// c', lines: [] },
    { name: 'attributes', text: 'a = 1\n\nb-c = "x" # y\n', lines: ['a = 1', 'b-c = (template "x")'] },
    { name: 'no line break at the end', text: 'a = 1', lines: ['a = 1'] },
    { name: 'carriage returns', text: 'a {\r\n  b = 1\r\n}\r\n', lines: ['a', '  b = 1'] },
    { name: 'a byte order mark', text: '\ufeffa = 1\n', lines: ['a = 1'] },
    { name: 'labels in quotes and without', text: 'a "b" c "d\\"" {}\n', lines: ['a "b" c "d\\""'] },
    { name: 'a block on one line', text: 'a { b = 1 }\n', lines: ['a', '  b = 1'] },
    { name: 'comments inside of a line', text: 'a /* x */ "b" /* y */ {\n}\n', lines: ['a "b"'] },
    { name: 'a value over several lines', text: 'a = [\n  1,\n  2\n]\nb = 2\n', lines: ['a = (tuple 1 2)', 'b = 2'] },
    {
      name: 'nested blocks in their order',
      text: 'a "x" {\n  b = 1\n  c {\n    d = 2\n  }\n  e = <<X\nf\nX\n}\n',
      lines: ['a "x"', '  b = 1', '  c', '    d = 2', '  e = (heredoc "f\\n")'],
    },
  ])('reads $name', ({ text, lines }) => {
    const { body, diagnostics } = parseConfig(text, { file: 'x' });
    expect(diagnostics).toEqual([]);
    expect(outlineBody(body)).toEqual(lines);
  });

  it('gives a block the ranges that messages need', () => {
    const text = '\nresource "a" b {\n  c = 1\n}\n';
    const { body } = parseConfig(text, { file: 'x' });
    const [block] = body.blocks;
    if (block === undefined) expect.fail('no block');
    const { typeRange, headerRange, labels, openBraceRange, closeBraceRange } = block;
    const written = [block, typeRange, headerRange, ...labels, openBraceRange, closeBraceRange, block.body].map(
      ({ start, end }) => text.slice(start, end),
    );
    expect(written).toEqual([
      'resource "a" b {\n  c = 1\n}',
      'resource',
      'resource "a" b',
      '"a"',
      'b',
      '{',
      '}',
      '{\n  c = 1\n}',
    ]);
  });

  it('gives an attribute the ranges that messages need', () => {
    const text = 'name = <<X\na\nX\nb = 1\n';
    const attribute = findAttribute(parseConfig(text, { file: 'x' }).body, 'name');
    if (attribute === undefined) expect.fail('no attribute');
    const { nameRange, expression, equalsStart } = attribute;
    const written = [attribute, nameRange, expression].map(({ start, end }) => text.slice(start, end));
    expect(written).toEqual(['name = <<X\na\nX', 'name', '<<X\na\nX']);
    expect(text[equalsStart]).toBe('=');
  });

  it('keeps an attribute that is set twice among the items, but not among the attributes', () => {
    const { body } = parseConfig('a = 1\na = 2\n', { file: 'x' });
    expect(outlineBody(body)).toEqual(['a = 1', 'a = 2']);
    expect(body.attributes.map(({ start }) => start)).toEqual([0]);
  });
});
