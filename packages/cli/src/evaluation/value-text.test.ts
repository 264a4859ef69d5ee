import type { JsonValue } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { attributeLines, valueLines } from './value-text.ts';

const known = (value: JsonValue) => ({ value, unknown: false, sensitive: false, reason: () => undefined });

describe('a value as text', () => {
  it.each<[string, JsonValue, string[]]>([
    ['a text', 'a "b" \\ c', ['"a \\"b\\" \\\\ c"']],
    ['a number', 1.5, ['1.5']],
    ['null', null, ['null']],
    ['an empty list', [], ['[]']],
    ['an empty object', {}, ['{}']],
    ['a list', [1, 'a', true], ['[1, "a", true]']],
    ['an object, sorted', { b: 1, 'a.b': 2 }, ['{ "a.b" = 2, b = 1 }']],
    [
      'an object that is wide',
      { a: 'x'.repeat(60), b: 'y'.repeat(60) },
      ['{', `  a = "${'x'.repeat(60)}"`, `  b = "${'y'.repeat(60)}"`, '}'],
    ],
    ['a long text, cut short', 'x'.repeat(500), [`"${'x'.repeat(119)}…"`]],
    ['what would act on a terminal', 'a\n\u001b[31mb\u202e', ['"a\\n\\u{1b}[31mb\\u{202e}"']],
  ])('%s', (_, value, lines) => {
    expect(valueLines(known(value))).toEqual(lines);
  });

  it('shows fifty items, and counts the others', () => {
    const lines = valueLines(known([...Array(60).keys()].map((index) => `item-${index}`)));
    expect(lines).toHaveLength(53);
    expect(lines.at(-2)).toBe('  … 10 more');
  });
});

it('leaves out attributes that are null, as they are not set', () => {
  expect(attributeLines(known({ a: null, b: { c: null } }))).toEqual(['b = { c = null }']);
});

describe('what cannot be shown', () => {
  it('is withheld where it is sensitive, also in what is left out of the value', () => {
    const shown = {
      value: { user: 'a', keys: [null, 'k'] },
      unknown: false,
      sensitive: { password: true, keys: [true, false] },
    };
    expect(attributeLines({ ...shown, reason: () => undefined })).toEqual([
      'keys = [(sensitive value), "k"]',
      'password = (sensitive value)',
      'user = "a"',
    ]);
  });

  it('is unknown with its reason, also inside', () => {
    const reasons = new Map([
      ['ami', 'data source aws_ami.x'],
      ['tags/Owner', 'variable\nowner has no value'],
    ]);
    const shown = {
      value: { tags: { Env: 'prod' } },
      unknown: { ami: true, arn: true, id: true, tags: { Owner: true } },
      sensitive: {},
    };
    expect(attributeLines({ ...shown, reason: (path) => reasons.get(path.join('/')) })).toEqual([
      'ami = (unknown: data source aws_ami.x)',
      'tags = { Env = "prod", Owner = (unknown: variable\\nowner has no value) }',
      '(known only after apply: arn, id)',
    ]);
  });

  it('stays withheld when it is unknown too', () => {
    expect(valueLines({ value: null, unknown: true, sensitive: true, reason: () => 'why' })).toEqual([
      '(sensitive value)',
    ]);
  });
});
