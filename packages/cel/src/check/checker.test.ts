import { describe, expect, it } from 'vitest';
import { CelError, type CompileOptions, compile } from '../index.ts';

const SCHEMA = {
  $defs: { place: { type: 'object', properties: { file: { type: 'string' }, parent: { $ref: '#/$defs/place' } } } },
  type: 'object',
  properties: {
    finding: {
      type: 'object',
      properties: {
        severity: { enum: ['critical', 'high', 'low'] },
        score: { type: ['number', 'null'] },
        line: { type: 'integer' },
        place: { $ref: '#/$defs/place' },
        tags: { type: 'object', additionalProperties: { type: 'string' } },
        ids: { type: 'array', items: { type: 'string' } },
        packages: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
        extra: { oneOf: [{ type: 'string' }, { type: 'number' }] },
        open: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true },
      },
    },
  },
};

function problemsOf(source: string, options: CompileOptions = { schema: SCHEMA, result: 'bool' }): string[] {
  try {
    compile(source, options);
    return [];
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe('what fits the schema is accepted', () => {
  it.each([
    "finding.severity == 'high' && finding.score > 7",
    'finding.score == null || finding.score * 1.5 >= 9.8',
    'finding.line + 1 < 10 && finding.line > 2.5',
    "finding.place.parent.parent.file.endsWith('.tf')",
    "finding.tags.Owner == 'ops' && finding.tags['Env'] in ['a', 'b']",
    "finding.ids.exists(id, id.startsWith('CVE-'))",
    "finding.packages.all(p, p.name != '')",
    "finding.extra == 'x' || finding.extra == 1",
    "finding.open.anything == 1 && finding.open.a == 'x'",
    "finding.packages.map(p, p.name).filter(n, size(n) > 2).join(', ') == 'x'",
  ])('%s', (source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});

describe('what does not is a mistake with its place and what may be meant', () => {
  it.each([
    ["finding.sevrity == 'high'", '1:9 there is no field "sevrity"; did you mean "severity"?'],
    ['has(finding.sevrity)', '1:13 there is no field "sevrity"; did you mean "severity"?'],
    ["finding['sevrity'] == 'x'", '1:9 there is no field "sevrity"; did you mean "severity"?'],
    ["finding.severity == 'hihg'", '1:21 the value is never "hihg"; did you mean "high"?'],
    ["finding.severity in ['high', 'lw']", '1:30 the value is never "lw"; did you mean "low"?'],
    ['fnding.line > 3', '1:1 "fnding" is not declared; did you mean "finding"?'],
    ["finding.packages.all(p, p.nme == '')", '1:27 there is no field "nme"; did you mean "name"?'],
    ["finding.ids.startsWth('a')", '1:13 there is no method "startsWth"; did you mean "startsWith"?'],
    ['finding.severity.startsWith(1)', '1:18 there is no string.startsWith(int); it is string.startsWith(string)'],
    ["finding.line == 'a'", '1:1 number is never equal to string'],
    ["'a' + 1 == 'a1'", '1:1 "+" is not defined between string and int; convert to text with string(…)'],
    [
      '1 + 1.5 > 2.0',
      '1:1 "+" is not defined between int and double; convert one of them, for example with double(…) or int(…)',
    ],
    ['finding.line + 1', '1:1 the expression must give bool, but it gives int'],
    ['finding.ids && true', '1:1 an operand of "&&" must be bool, but this is list(string)'],
    ['finding.line.all(x, true)', '1:1 all() goes over a list or a map, but this is number'],
    [
      "true ? 1 : 'a'",
      '1:1 the results of "?:" must be of one type, but they are int and string; dyn(…) around one allows both',
    ],
    ['a.b.C{x: 1}', '1:1 there is no message type "a.b.C"; use a map such as {"name": value}'],
    ['{1.5: 2} == {}', '1:2 a key must be a string, int, uint or bool, not double'],
    ['finding.ids.filter(x)', '1:13 "filter" has a wrong number of arguments here; write it like list.filter(x, …)'],
    ["contains('a', 'b')", '1:1 "contains" is not called like this; it is string.contains(string)'],
    ['size == 1', '1:1 "size" is not declared (there are finding)'],
  ])('%s', (source, expected) => {
    expect(problemsOf(source)).toContain(expected);
  });

  it('all at once', () => {
    expect(problemsOf("finding.a && finding.line > 'x' && nothing")).toHaveLength(3);
  });
});

describe('declared variables', () => {
  it.each([
    ["now - started > duration('1h')", { now: 'timestamp', started: 'timestamp' }, []],
    ['names.all(n, n > 1)', { names: 'list<string>' }, ['1:14 ">" is not defined between string and int']],
    ["a.b.c == 'x'", { 'a.b': 'map(string, string)' }, []],
    ['x == 1', { y: 'int' }, ['1:1 "x" is not declared; did you mean "y"?']],
  ])('%s', (source, variables, expected) => {
    expect(problemsOf(source, { variables })).toEqual(expected);
  });

  it('may be JSON Schemas of their own', () => {
    const variables = { r: { type: 'object', properties: { name: { type: 'string' } } } };
    expect(problemsOf('r.nam', { variables })).toEqual(['1:3 there is no field "nam"; did you mean "name"?']);
  });

  it('need not be there: without any, every name is an input of any type', () => {
    expect(problemsOf('a.b.c > 3 && d', {})).toEqual([]);
  });
});

it.each([
  ['[1, 2].map(x, string(x))', 'list(string)'],
  ["{'a': [1.5]}", 'map(string, list(double))'],
  ['[1, "a"]', 'list(dyn)'],
  ['optional.of(1).orValue(2)', 'int'],
  ['[].map(x, x)', 'list(dyn)'],
  ["'a'.split(',')", 'list(string)'],
  ['[1].transformMap(i, v, v > 1)', 'map(int, bool)'],
])('the type of %s is %s', (source, type) => {
  expect(compile(source).type).toBe(type);
});
