import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import { parseJson } from './json/parse-json.ts';
import { parseConfig, parseExpression, parseTemplate } from './parse.ts';

const many = 50_000;

describe('limits', () => {
  it.each([
    { name: 'parentheses', text: (depth: number) => `a = ${'('.repeat(depth)}1${')'.repeat(depth)}\n` },
    { name: 'lists', text: (depth: number) => `a = ${'['.repeat(depth)}${']'.repeat(depth)}\n` },
    { name: 'objects', text: (depth: number) => `a = ${'{ b = '.repeat(depth)}1${' }'.repeat(depth)}\n` },
    { name: 'strings', text: (depth: number) => `a = ${'"${'.repeat(depth)}1${'}"'.repeat(depth)}\n` },
    { name: 'calls', text: (depth: number) => `a = ${'f('.repeat(depth)}1${')'.repeat(depth)}\n` },
    { name: 'signs', text: (depth: number) => `a = ${'-'.repeat(depth)}1\n` },
    { name: 'blocks', text: (depth: number) => `${'a {\n'.repeat(depth)}${'}\n'.repeat(depth)}` },
    { name: 'splats', text: (depth: number) => `a = b${'[*]'.repeat(depth)}\n` },
  ])('refuses $name nested too deep, and reads on behind them', ({ text }) => {
    const parsed = parseConfig(`${text(many)}z = 1\n`, { file: 'x' });
    expect(parsed.diagnostics.map(({ summary }) => summary)).toContain('Nesting too deep');
    expect(parsed.body.items.at(-1)).toMatchObject({ kind: 'attribute', name: 'z' });
    expect(parseConfig(text(200), { file: 'x' }).diagnostics).toEqual([]);
  });

  it('refuses directives nested too deep', () => {
    const directives = (depth: number) => '%{ if a }'.repeat(depth) + '%{ endif }'.repeat(depth);
    expect(parseTemplate(directives(many), { file: 'x' }).diagnostics[0]?.summary).toBe('Nesting too deep');
    expect(parseTemplate(directives(200), { file: 'x' }).diagnostics).toEqual([]);
  });

  it('refuses JSON nested too deep', () => {
    const summaries = (depth: number) =>
      parseJson('['.repeat(depth) + ']'.repeat(depth), { file: 'x' }).diagnostics.map(({ summary }) => summary);
    expect(summaries(many)).toEqual(['Nesting too deep']);
    expect(summaries(200)).toEqual([]);
  });

  it.each([
    { name: 'sums', text: (length: number) => `0${' + 1'.repeat(length)}` },
    { name: 'conditions', text: (length: number) => `${'a ? b : '.repeat(length)}c` },
    { name: 'indexes', text: (length: number) => `a${'[b]'.repeat(length)}` },
  ])('reads long chains of $name, but none that would overflow what recurses over them', ({ text }) => {
    const { expression, diagnostics } = parseExpression(text(900), { file: 'x' });
    expect(diagnostics).toEqual([]);
    expect(() => outline(expression)).not.toThrow();
    expect(parseExpression(text(many), { file: 'x' }).diagnostics[0]?.summary).toBe('Nesting too deep');
  });

  it('can be set', () => {
    expect(parseExpression('((1))', { file: 'x', maxDepth: 2 }).diagnostics[0]?.summary).toBe('Nesting too deep');
    expect(parseExpression('((1))', { file: 'x', maxDepth: 3 }).diagnostics).toEqual([]);
  });

  it.each([
    ['open quotes', 'a = "x\n'],
    ['open heredocs', 'a = <<A\n'],
    ['open blocks with open heredocs', 'resource "a" "b" {\n  c = <<X\n'],
    ['open comments', '/* '],
    ['open interpolations', '"${'],
    ['open brackets with the wrong ones closed', '( ]'],
    ['dots', '1.'],
    ['broken indexes', 'a = b[*\n'],
    ['repeated attributes', 'a = 1\n'],
    ['blocks on one line', 'a {} '],
  ])('takes time in proportion to the length: many %s', (_, part) => {
    const text = part.repeat(many);
    expect(() => parseConfig(text, { file: 'x' })).not.toThrow();
    expect(() => parseExpression(text, { file: 'x' })).not.toThrow();
    expect(() => parseTemplate(text, { file: 'x' })).not.toThrow();
  });
});
