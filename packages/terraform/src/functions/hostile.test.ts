import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';
import { memoryFiles } from '../../test/memory-files.ts';
import { readVariables } from '../expressions/index.ts';
import {
  boolValue,
  DYNAMIC,
  listType,
  listValue,
  mapType,
  mapValue,
  NULL,
  NUMBER,
  nullValue,
  numberValue,
  objectValue,
  parseNumber,
  refineNotNull,
  refinePrefix,
  SENSITIVE,
  STRING,
  setValue,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
  withMarks,
} from '../values/index.ts';
import { callFunction, type FunctionContext, functionRegistry, terraformProviderFunctions } from './index.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...[
      '',
      '%',
      '%s',
      '%[9]d',
      '%*d',
      '%-010.5f',
      '(',
      '(a*)*b',
      '[[:alpha:]]',
      '\\',
      '${x}',
      '%{ if',
      '*/../**',
      '~/x',
    ],
    ...[
      '2018-01-02T23:12:01Z',
      '99999999999h',
      "'",
      'EEEE',
      '10.0.0.0/8',
      '::/0',
      '::ffff:1.2.3.4/97',
      '1e999999',
      '-0',
    ],
    ...[
      '{"a":1,"a":[]}',
      '[[[[',
      '&a [*a]',
      '<<: *x',
      'a: |\n',
      '!!int x',
      '"\\ud800"',
      'a,b\n"',
      'UTF-16',
      'Big5',
      'a = {',
    ],
    ...['__proto__', 'x'.repeat(300)],
  ),
);
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc
    .constantFrom('1e400', '-1e-400', '1e99999', '0.1', '18446744073709551616', '-9223372036854775809')
    .map((text) => parseNumber(text) ?? 0),
  fc.constantFrom(0, -0, 1, -1, 2, 62, 1023, 1024, 1025, 0.5, Infinity, -Infinity),
);
const flat = fc.oneof(
  texts.map(stringValue),
  texts.map(stringValue),
  numbers.map(numberValue),
  fc.boolean().map(boolValue),
  fc.constantFrom<Value>(
    NULL,
    nullValue(STRING),
    nullValue(listType(STRING)),
    unknownValue(DYNAMIC),
    unknownValue(NUMBER),
    refineNotNull(refinePrefix(unknownValue(STRING), 'arn:')),
    unknownValue(listType(STRING)),
    unknownValue(mapType(DYNAMIC)),
  ),
);
const { value: values } = fc.letrec<{ value: Value }>((tie) => {
  const items = fc.array(tie('value'), { maxLength: 4 });
  const entries = fc.array(fc.tuple(texts, tie('value')), { maxLength: 4 });
  const parts = fc.oneof(
    items.map(tupleValue),
    entries.map(objectValue),
    fc.array(texts, { maxLength: 5 }).map((list) => listValue(STRING, list.map(stringValue))),
    fc.array(texts, { maxLength: 5 }).map((list) => setValue(STRING, list.map(stringValue))),
    fc.array(fc.tuple(texts, numbers), { maxLength: 5 }).map((list) =>
      mapValue(
        NUMBER,
        list.map(([key, number]) => [key, numberValue(number)]),
      ),
    ),
  );
  const any = fc.oneof({ maxDepth: 3, withCrossShrink: true }, flat, parts);
  return {
    value: fc
      .tuple(any, fc.integer({ min: 0, max: 9 }))
      .map(([value, dice]) => (dice > 0 ? value : withMarks(value, SENSITIVE))),
  };
});

const context: FunctionContext = {
  files: memoryFiles({ 'a.txt': 'a', 'd/b.json': '{}', 'c.tftpl': '${x}' }),
  workingDirectory: '/srv/infra',
  homeDirectory: '/home/user',
  planTime: new Date(0),
  volatile: { now: () => new Date(0), uuid: () => 'id' },
  readVariables,
};
const functions = [...functionRegistry({ openTofu: true, console: true }), ...terraformProviderFunctions()].filter(
  ([name]) => !name.startsWith('core::'),
);

describe('functions with hostile arguments', () => {
  it.each(functions)('%s gives a value or says what is wrong', (name, spec) => {
    const most = spec.parameters.length + (spec.variadic === undefined ? 0 : 3);
    const args = fc.array(values, { minLength: Math.min(spec.parameters.length, 1), maxLength: most });
    fc.assert(
      fc.property(args, (given) => {
        const outcome = callFunction(spec, given, context, name);
        if (outcome.ok) expect(outcome.value.kind).toBeTypeOf('string');
        else for (const { summary, detail } of outcome.problems) expect(`${summary} ${detail}`).toMatch(/\w+.*\.$/su);
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it.each([
    ['range(1e9)', 'more than 1024 values were generated'],
    ['format("%99999999d", 1)', 'format'],
    ['format("%.99999999f", 1)', 'format'],
    ['format("%*d", 99999999, 1)', 'format'],
    ['indent(99999999, "a\\nb")', 'characters'],
    ['join(join("", [for i in range(1000): "0123456789abcdefghij"]), range(1000))', 'characters'],
    ['setproduct(range(1000), range(1000), range(1000))', 'elements'],
    ['flatten([for i in range(110): range(1000)])', 'elements'],
    ['concat(flatten([for i in range(90): range(1000)]), flatten([for i in range(90): range(1000)]))', 'elements'],
    ['tostring(1e100000)', 'too many to write out'],
    ['jsonencode(1e100000)', 'too many to write out'],
    ['format("%f", 1e100000)', 'too many to write out'],
    ['1e99999999999', 'Invalid number literal'],
    ['cidrhost("::/0", 1e200)', 'cidrhost'],
    [
      'replace(join("", [for i in range(1000): "aaaaaaaaaa"]), "", join("", [for i in range(1000): "bb"]))',
      'characters',
    ],
    ['regexall("(a|aa|aaa){1,100}b|a", join("aaaaaaaaaaaaaaaaaaaaaaaaaa", range(1000)))', 'would take too long'],
    ['regex("(a{500}){500}", "a")', 'regexp'],
    ['jsondecode(join("", [for i in range(300): "["]))', 'nested'],
    ['jsondecode("${join("", [for i in range(300): "["])}${join("", [for i in range(300): "]"])}")', 'nested'],
    ['yamldecode(join("", [for i in range(300): "- "]))', 'nested'],
    [
      'yamldecode(join("\\n", concat(["a0: &a0 [x, x]"], [for i in range(30): "a${i + 1}: &a${i + 1} [*a${i}, *a${i}]"])))',
      'the YAML has more than',
    ],
    ['csvdecode(join("\\n", [for i in range(1000): join("\\n", [for j in range(200): "1"])]))', 'elements'],
  ])('%s is refused', (expression, expected) => {
    expect(result(expression)).toContain(expected);
  });

  it('many elements that all differ cost no more than they have to', () => {
    const numbers = '[for i in range(100): [for j in range(100): 1e20 + i * 1000 + j]]';
    expect(result(`length(distinct(flatten(${numbers})))`)).toBe('10000');
    expect(result(`length(toset(flatten(${numbers})))`)).toBe('10000');
    expect(result(`length(setsubtract(flatten(${numbers}), [1]))`)).toBe('10000');
    expect(result(`length(matchkeys(flatten(${numbers}), flatten(${numbers}), flatten(${numbers})))`)).toBe('10000');
  });
});
