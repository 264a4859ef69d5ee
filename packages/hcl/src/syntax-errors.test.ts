import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from './diagnostic.ts';
import { parseConfig, parseExpression, parseTemplate } from './parse.ts';
import { locate } from './source.ts';

interface Recorded {
  readonly cases: readonly { readonly text: string; readonly summary: string; readonly at: readonly number[] }[];
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('../test/data/syntax-errors.json', import.meta.url), 'utf8'),
);

describe('syntax errors', () => {
  it.each(recorded.cases)('have the title and place that Terraform gives: $text', ({ text, summary, at }) => {
    const [first] = parseConfig(text, { file: 'main.tf' }).diagnostics;
    if (first === undefined) expect.fail('no error');
    const { startLine, startColumn, endLine, endColumn } = locate(first.source, first.range);
    const isEmpty = first.range.start === first.range.end;
    const place = [startLine, startColumn, endLine, isEmpty ? endColumn + 1 : endColumn];
    expect({ summary: first.summary, at: place }).toEqual({ summary, at });
  });

  it.each([
    ['1 2', 'Extra characters after expression'],
    ['', 'Missing expression'],
    ['# only', 'Missing expression'],
    ['1 +\n', 'Missing expression'],
  ])('of a single expression: %j', (text, summary) => {
    expect(parseExpression(text, { file: 'x' }).diagnostics[0]?.summary).toBe(summary);
  });

  it('of a template file', () => {
    const { diagnostics } = parseTemplate('a\n%{ if b }\n', { file: 'x.tftpl' });
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'x.tftpl:3:1: Unexpected end of template: The "if" directive at x.tftpl:2,1-10 has no "endif".',
    ]);
  });

  it('are no more than anybody reads', () => {
    expect(parseConfig('a = 1 2\n'.repeat(5000), { file: 'x' }).diagnostics.length).toBeLessThanOrEqual(100);
    expect(parseConfig('@ ! '.repeat(5000), { file: 'x' }).diagnostics.length).toBeLessThanOrEqual(120);
  });

  it('leave no part of an expression that could pass for the whole', () => {
    const { body } = parseConfig('tags = { A = "1", B = }\n', { file: 'x' });
    expect(body.attributes.map(({ name, expression }) => [name, expression.kind])).toEqual([['tags', 'invalid']]);
  });
});
