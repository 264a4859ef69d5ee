import { describe, expect, it } from 'vitest';
import { readEditCases } from '../../test/edit-cases.ts';
import { hasErrors } from '../diagnostic.ts';
import { parseConfig } from '../parse.ts';
import { type Edit, edit } from './edit.ts';

const cases = readEditCases();
const options = { file: 'main.tf' };
const web = [{ type: 'resource', labels: ['aws_instance', 'web'] }];

describe('edit', () => {
  it.each(cases)('$name', ({ before, edits, after }) => {
    expect(edit(before, edits, options)).toEqual({ text: after, problems: [] });
  });

  it.each(cases)('a second time changes nothing: $name', ({ edits, after }) => {
    const repeatable = edits.filter(({ kind }) => kind !== 'remove-block');
    expect(edit(after, repeatable, options).text).toBe(after);
  });

  it.each(cases)('keeps the line breaks of Windows: $name', ({ before, edits, after }) => {
    const result = edit(before.replaceAll('\n', '\r\n'), edits, options);
    expect(result.text).toBe(after.replaceAll('\n', '\r\n'));
  });

  it.each(cases)('leaves a file that can be parsed: $name', ({ after }) => {
    expect(hasErrors(parseConfig(after, options).diagnostics)).toBe(false);
  });

  it('leaves a last line without a line break as it is', () => {
    const edits: Edit[] = [{ kind: 'set', path: ['a'], value: { literal: 2 } }];
    expect(edit('a = 1', edits, options).text).toBe('a = 2');
    const added: Edit[] = [{ kind: 'set', path: ['b'], value: { literal: 2 } }];
    expect(edit('a = 1', added, options).text).toBe('a = 1\nb = 2\n');
  });

  it.each<{ name: string; text: string; edit: Edit; message: RegExp }>([
    {
      name: 'a block that is not there',
      text: 'a {}\n',
      edit: { kind: 'set', block: web, path: ['b'], value: { literal: 1 } },
      message: /^There is no block resource "aws_instance" "web"\.$/,
    },
    {
      name: 'a key in what is no object',
      text: 'tags = var.tags\n',
      edit: { kind: 'set', path: ['tags', 'Owner'], value: { literal: 'x' } },
      message: /^tags is not written as an object, in which "Owner" could stand\.$/,
    },
    {
      name: 'a key to be removed from what is no object',
      text: 'tags = var.tags\n',
      edit: { kind: 'remove', path: ['tags', 'Owner'] },
      message: /^tags is not written as an object with the key "Owner"\.$/,
    },
    {
      name: 'a name that is none',
      text: 'a = 1\n',
      edit: { kind: 'set', path: ['b c'], value: { literal: 1 } },
      message: /^"b c" cannot be the name of an argument\.$/,
    },
    {
      name: 'an expression that is none',
      text: 'a = 1\n',
      edit: { kind: 'set', path: ['b'], value: { expression: '1 +' } },
      message: /^The file could not be read any more after this edit: main\.tf:2:/,
    },
    {
      name: 'a file with mistakes',
      text: 'a = = 1\n',
      edit: { kind: 'set', path: ['b'], value: { literal: 1 } },
      message: /^The file has to be mended before it can be edited: main\.tf:1:5: Invalid expression/,
    },
  ])('explains why it cannot be done, and changes nothing: $name', ({ text, edit: wanted, message }) => {
    const result = edit(text, [wanted], options);
    expect(result.text).toBe(text);
    expect(result.problems.map((problem) => problem.edit)).toEqual([wanted]);
    expect(result.problems[0]?.message).toMatch(message);
  });

  it('makes the other edits when one cannot be made', () => {
    const edits: Edit[] = [
      { kind: 'set', block: [{ type: 'a' }], path: ['x'], value: { expression: ')' } },
      { kind: 'set', block: [{ type: 'b' }], path: ['x'], value: { literal: 1 } },
      { kind: 'set', block: [{ type: 'c' }], path: ['x'], value: { literal: 1 } },
    ];
    const result = edit('a {\n}\nb {\n}\n', edits, options);
    expect(result.text).toBe('a {\n}\nb {\n  x = 1\n}\n');
    expect(result.problems.map((problem) => problem.edit)).toEqual([edits[0], edits[2]]);
  });
});
