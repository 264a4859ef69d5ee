import { describe, expect, it } from 'vitest';
import { childrenOf, type Node } from './ast.ts';
import { parse } from './parser.ts';

function problemsOf(source: string): string[] {
  return parse(source).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function textOf(source: string, node: Node): string {
  return source.slice(node.range.offset, node.range.offset + node.range.length);
}

/** Shows the structure of an expression by putting every part with parts of its own into brackets. */
function structure(source: string): string {
  const show = (node: Node): string => {
    const children = childrenOf(node);
    return children.length === 0 ? textOf(source, node) : `[${node.kind} ${children.map(show).join(' ')}]`;
  };
  return show(parse(source).root);
}

describe('operators bind as the grammar says', () => {
  it.each([
    ['a + b * c', '[binary a [binary b c]]'],
    ['a - b - c', '[binary [binary a b] c]'],
    ['a || b && c || d', '[logical a [logical b c] d]'],
    ['a ? b : c ? d : e', '[conditional a b [conditional c d e]]'],
    ['!a.b[c]', '[unary [index [select a] c]]'],
    ['-a + b', '[binary [unary a] b]'],
    ['a < b == c', '[binary [binary a b] c]'],
    ['a in b && c', '[logical [binary a b] c]'],
    ['a.?b[?c]', '[index [select a] c]'],
  ])('%s', (source, expected) => {
    expect(structure(source)).toBe(expected);
  });
});

describe('macros', () => {
  it.each([
    ['has(a.b)', 'has'],
    ['a.all(x, x)', 'comprehension'],
    ['a.exists(k, v, v)', 'comprehension'],
    ['a.map(x, x, x)', 'comprehension'],
    ['a.transformMapEntry(k, v, {v: k})', 'comprehension'],
    ['cel.bind(x, 1, x)', 'bind'],
    ['a.optMap(x, x)', 'optional-map'],
    ['a.filter(x)', 'call'],
    ['all(a, b)', 'call'],
  ])('%s is a node of the kind %s', (source, kind) => {
    expect(parse(source)).toMatchObject({ root: { kind }, problems: [] });
  });
});

it('gives every node its place, in characters', () => {
  const source = "'🙂' +\n  size(a.b)";
  const { root } = parse(source);
  expect(root.kind === 'binary' && textOf(source, root.right)).toBe('size(a.b)');
  expect(root.kind === 'binary' && root.right.range).toEqual({ offset: 9, length: 9, line: 2, column: 3 });
  const [, last] = childrenOf(parse("'🙂' + a").root);
  expect(last?.range).toMatchObject({ offset: 7, column: 7 });
});

it('takes comments, several lines and commas at the end', () => {
  expect(problemsOf('[1, // one\n 2,\n] + [] // rest')).toEqual([]);
  expect(problemsOf('a.b.C{f: 1, ?g: x,}')).toEqual([]);
});

describe('mistakes are sentences with a place', () => {
  it.each([
    ['1 +', ['1:4 the expression ends where an expression is expected']],
    ['', ['1:1 the expression ends where an expression is expected']],
    ['(1', ['1:3 the expression ends where ")" to close the "(" of column 1 is expected']],
    ['a & b', ['1:3 unexpected character "&": write "&&" for "and"']],
    ['a = b', ['1:3 unexpected character "=": write "==" to compare']],
    ['a b', ['1:3 found "b" where an operator or the end is expected']],
    ['if', ['1:1 "if" is a reserved word and cannot be a name']],
    ['"abc', ['1:1 the string is not closed with "']],
    ["'a\\q'", ['1:3 "\\q" is not an escape; write "\\\\" for a backslash, or a raw string r"…"']],
    ['9223372036854775808', ['1:1 the number 9223372036854775808 does not fit in 64 bits']],
    ['18446744073709551616u', ['1:1 the number 18446744073709551616 does not fit in 64 bits']],
    ['has(a)', ['1:5 has() takes one field selection, such as has(resource.tags.Owner)']],
    ['a.all(1, true)', ['1:7 this must be the name of a variable, such as "x" in list.all(x, x > 0)']],
    ['!-x', ['1:2 found "-" where an expression is expected']],
    ['a.in', ['1:3 found "in" where the name of a field is expected']],
  ])('%s', (source, expected) => {
    expect(problemsOf(source)).toEqual(expected);
  });

  it('several are found at once', () => {
    expect(problemsOf('f(1 2, 3, 4 5) && [6 7].all(1, x)')).toHaveLength(4);
  });
});
