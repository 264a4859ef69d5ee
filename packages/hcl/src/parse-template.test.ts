import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import { renderLiterals } from '../test/render-literals.ts';
import { parseConfig, parseExpression, parseTemplate } from './parse.ts';

interface Recorded {
  readonly cases: readonly { readonly expression: string; readonly value: string }[];
}

const recorded: Recorded = JSON.parse(readFileSync(new URL('../test/data/templates.json', import.meta.url), 'utf8'));

describe('templates', () => {
  it.each(recorded.cases)('have the value that Terraform gives: $expression', ({ expression, value }) => {
    const { body, diagnostics } = parseConfig(`a = ${expression}\n`, { file: 'x' });
    expect(diagnostics).toEqual([]);
    const [attribute] = body.attributes;
    expect(attribute && renderLiterals(attribute.expression)).toBe(value);
  });

  it.each([
    ['"a"', '(template "a")'],
    ['""', '(template "")'],
    ['"a${b}c"', '(template "a" b "c")'],
    ['"${a}"', '(wrap a)'],
    ['"${a}${b}"', '(template a b)'],
    ['"${"${a}"}"', '(wrap (wrap a))'],
    ['"%{ if a }b%{ endif }"', '(template (if a (clause "b") (clause "")))'],
    ['"%{ if a }%{ else }${b}%{ endif }"', '(template (if a (clause "") (clause b)))'],
    ['"%{ for k, v in a }${k}%{ endfor }"', '(template (each k v a (clause k)))'],
    [
      '"%{ for v in a }%{ if v }x%{ endif }%{ endfor }y"',
      '(template (each v a (clause (if v (clause "x") (clause "")))) "y")',
    ],
  ])('%s', (text, shape) => {
    expect(outline(parseExpression(text, { file: 'x' }).expression)).toBe(shape);
  });

  it('read a whole text without quotes', () => {
    const { expression, diagnostics } = parseTemplate('Hi ${name}!\n%{ for x in xs ~}\n- ${x}\n%{ endfor ~}\n', {
      file: 'greeting.tftpl',
    });
    expect(diagnostics).toEqual([]);
    expect(outline(expression)).toBe('(bare "Hi " name "!\\n" (each x xs (clause "- " x "\\n")) "")');
  });

  it('give the parts exact ranges, and a directive the range from its first to its last mark', () => {
    const text = '"a${ b }%{ if c }d%{ endif }"';
    const { expression } = parseExpression(text, { file: 'x' });
    const parts = expression.kind === 'template' ? expression.parts : [];
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b', '%{ if c }d%{ endif }']);
  });
});
