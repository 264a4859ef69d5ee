import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import { parseTraversal } from './parse-reference.ts';

describe('parseTraversal', () => {
  it.each(['a', 'a.b.c', 'a["b"][0].c', 'module.x["é"].aws_instance.y[1]'])('reads %s', (text) => {
    const { traversal, diagnostics } = parseTraversal(text, { file: 'x' });
    expect(diagnostics).toEqual([]);
    expect(traversal && outline(traversal)).toBe(text);
  });

  it.each([
    ['', 'Variable name required'],
    ['0', 'Variable name required'],
    ['a.', 'Attribute name required'],
    ['a.*', 'Attribute name required'],
    ['a.0', 'Attribute name required'],
    ['a[*]', 'Attribute name required'],
    ['a[b]', 'Index value required'],
    ['a[0', 'Unclosed index brackets'],
    ['a["${b}"]', 'Invalid string literal'],
    ['a + b', 'Invalid character'],
    ['a b', 'Invalid character'],
  ])('refuses %j', (text, summary) => {
    const { traversal, diagnostics } = parseTraversal(text, { file: 'x' });
    expect(traversal).toBeUndefined();
    expect(diagnostics[0]?.summary).toBe(summary);
  });
});
