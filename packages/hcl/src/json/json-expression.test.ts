import { describe, expect, it } from 'vitest';
import { outline } from '../../test/outline.ts';
import { walkExpressions } from '../children.ts';
import { formatRange } from '../source.ts';
import { jsonExpression } from './json-expression.ts';
import { parseJson } from './parse-json.ts';

function expressionIn(text: string) {
  const { source, root } = parseJson(`[${text}]`, { file: 'x' });
  const node = root.kind === 'array' ? root.items[0] : undefined;
  if (node === undefined) expect.fail('no value');
  return jsonExpression(source, node);
}

describe('jsonExpression', () => {
  it.each([
    ['1.50', '1.50'],
    ['null', 'null'],
    ['true', 'true'],
    ['"a"', '(bare "a")'],
    ['""', '(bare "")'],
    ['"${var.a}"', '(wrap var.a)'],
    ['"a-${var.b[\\"c\\"]}"', '(bare "a-" var.b["c"])'],
    ['"$${a}"', '(bare "${a}")'],
    ['[1, "${a}"]', '(tuple 1 (wrap a))'],
    ['{"a": 1, "${b}": {"//": 2}}', '(object (bare "a")=1 (wrap b)=(object (bare "//")=2))'],
  ])('reads %s', (text, shape) => {
    const { expression, diagnostics } = expressionIn(text);
    expect(diagnostics).toEqual([]);
    expect(outline(expression)).toBe(shape);
  });

  it('gives ranges of the JSON text, also behind escapes', () => {
    const text = '"\\u00e9\\n${ x.y }"';
    const { source, expression } = expressionIn(text);
    const written: string[] = [];
    walkExpressions(expression, (node) => {
      if (node.kind === 'traversal') written.push(source.text.slice(node.start, node.end));
      return true;
    });
    expect(written).toEqual(['x.y']);
  });

  it('reports mistakes in templates at their place', () => {
    const { diagnostics } = expressionIn('{"a": "\\t${1 +}"}');
    expect(diagnostics.map(({ summary, source, range }) => `${summary} ${formatRange(source, range)}`)).toEqual([
      'Invalid expression x:1,16-17',
    ]);
  });
});
