import { describe, expect, it } from 'vitest';
import { outline } from '../test/outline.ts';
import { parseExpression } from './parse.ts';

function shapeOf(text: string): string {
  const { expression, diagnostics } = parseExpression(text, { file: 'x' });
  expect(diagnostics.map(({ summary }) => summary)).toEqual([]);
  return outline(expression);
}

describe('parseExpression', () => {
  it.each([
    ['1.50', '1.50'],
    ['1e100', '1e100'],
    ['true', 'true'],
    ['null', 'null'],
    ['var.a.b', 'var.a.b'],
    ['a [0] . b', 'a[0].b'],
    ['a["b"].c', 'a["b"].c'],
    ['a[true][null]', 'a[true][null]'],
    ['a[b].c', '(get (index a b) .c)'],
    ['a["${b}"]', '(index a (wrap b))'],
    ['a.0.b', 'a.[0].b'],
    ['a[*].b[0].c', '([*] a (get @ .b[0].c))'],
    ['a.b[*].c[*].d', '([*] a.b ([*] (get @ .c) (get @ .d)))'],
    ['a.*.b.0[1]', '(get (.* a (get @ .b.[0])) [1])'],
    ['a[*]', '([*] a @)'],
    ['f()', '(f())'],
    ['f(a, b...)', '(f() a b ...)'],
    ['f(a,\n b,\n)', '(f() a b)'],
    ['f(a).b', '(get (f() a) .b)'],
    ['provider::aws::arn_parse("x")', '(provider::aws::arn_parse() (template "x"))'],
    ['-a.b', '(- a.b)'],
    ['!!a', '(! (! a))'],
    ['-1 + 2', '(+ (- 1) 2)'],
    ['1 - -2', '(- 1 (- 2))'],
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 - 2 - 3', '(- (- 1 2) 3)'],
    ['(1 - 2) * 3', '(* (() (- 1 2)) 3)'],
    ['a || b && c == d < e + f % g', '(|| a (&& b (== c (< d (+ e (% f g))))))'],
    ['a == b != c', '(!= (== a b) c)'],
    ['a / b * c', '(* (/ a b) c)'],
    ['a ? b : c', '(? a b c)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a ? b ? 1 : 2 : 3', '(? a (? b 1 2) 3)'],
    ['a\n? b\n: c', '(? a b c)'],
    ['[]', '(tuple)'],
    ['[1, [2],]', '(tuple 1 (tuple 2))'],
    ['{}', '(object)'],
    ['{ a = 1, "b" : 2\n (c) = 3\n d.e = 4 }', '(object a=1 (template "b")=2 (() c)=3 d.e=4)'],
    ['{ true = 1, null = 2, "${a}" = 3 }', '(object true=1 null=2 (wrap a)=3)'],
    ['{\n a = 1,\n\n b = f(\n2\n)\n}', '(object a=1 b=(f() 2))'],
    ['[for v in a : v]', '(for-tuple v a v)'],
    ['[for k, v in a : v if k != "x"]', '(for-tuple k v a v if (!= k (template "x")))'],
    ['{for k, v in a : k => v...\n if v}', '(for-object k v a k=> v... if v)'],
    ['{\n for v in a : v => 1 }', '(for-object v a v=> 1)'],
    ['[for for in in : if]', '(for-tuple for in if)'],
    ['(\n1\n)', '(() 1)'],
    ['if', 'if'],
  ])('%s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape);
  });

  it('gives nodes their exact ranges', () => {
    const text = 'a ? f(x.y, "z") : [1][i].b';
    const written = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    const { expression } = parseExpression(text, { file: 'x' });
    if (expression.kind !== 'conditional') expect.fail(expression.kind);
    const { whenTrue, whenFalse } = expression;
    if (whenTrue.kind !== 'call' || whenFalse.kind !== 'relative-traversal') expect.fail(whenFalse.kind);
    expect([whenTrue, whenTrue.nameRange, whenTrue.closeParenRange, ...whenTrue.args].map(written)).toEqual([
      'f(x.y, "z")',
      'f',
      ')',
      'x.y',
      '"z"',
    ]);
    expect([whenFalse, whenFalse.source, ...whenFalse.steps].map(written)).toEqual(['[1][i].b', '[1][i]', '.b']);
  });
});
