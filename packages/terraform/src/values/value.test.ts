import { describe, expect, it } from 'vitest';
import { publicSensitive, publicUnknown, publicValue } from '../modules/result/public-value.ts';
import {
  BOOL,
  boolValue,
  DYNAMIC,
  deepMarks,
  EPHEMERAL,
  isWhollyKnown,
  listType,
  listValue,
  mapValue,
  NULL,
  NUMBER,
  nullValue,
  numberValue,
  objectValue,
  reasonsIn,
  refine,
  refineNotNull,
  refinePrefix,
  SENSITIVE,
  STRING,
  setValue,
  stringValue,
  tupleValue,
  typeJson,
  typeOf,
  typeText,
  unknownValue,
  type Value,
  withMarks,
  withoutDeepMarks,
} from './index.ts';

const text = stringValue;
const secret = withMarks(text('s3cret'), SENSITIVE);
const unknown = unknownValue(STRING, ['data source aws_ami.x']);

describe('values', () => {
  it.each<[string, Value, string]>([
    ['a string', text('x'), 'string'],
    ['a tuple', tupleValue([text('x'), numberValue(1)]), 'tuple([ string, number, ])'],
    ['an object', objectValue([['a b', boolValue(true)]]), 'object({ a b: bool, })'],
    ['a list', listValue(STRING, []), 'list(string)'],
    ['a map', mapValue(NUMBER, [['a', numberValue(1)]]), 'map(number)'],
    ['a set', setValue(BOOL, []), 'set(bool)'],
    ['null', NULL, 'dynamic'],
    ['a null of a type', nullValue(listType(STRING)), 'list(string)'],
  ])('%s has a type', (_, value, expected) => {
    expect(typeText(typeOf(value)).replaceAll(/\s+/g, ' ')).toBe(expected);
  });

  it('give their types in the form of plans', () => {
    const value = objectValue([['list', tupleValue([setValue(STRING, [])])]]);
    expect(typeJson(typeOf(value))).toEqual(['object', { list: ['tuple', [['set', 'string']]] }]);
  });

  it('know what in them is unknown, and why', () => {
    const value = objectValue([
      ['id', unknown],
      ['tags', mapValue(STRING, [['a', text('b')]])],
      ['list', tupleValue([text('x'), unknownValue(NUMBER, ['something else'])])],
    ]);
    expect(isWhollyKnown(value)).toBe(false);
    expect(reasonsIn(value)).toEqual(['data source aws_ami.x', 'something else']);
    expect(publicUnknown(value)).toEqual({ id: true, list: [false, true], tags: {} });
    expect(publicValue(value)).toEqual({ tags: { a: 'b' }, list: ['x', null] });
  });

  it('name only a few of many reasons', () => {
    const items = Array.from({ length: 50 }, (_, index) => unknownValue(STRING, [`reason ${index}`]));
    expect(reasonsIn(tupleValue(items))).toHaveLength(8);
  });

  it('keep marks where they were put', () => {
    const value = objectValue([
      ['password', secret],
      ['name', text('x')],
    ]);
    expect(value.marks).toBe(0);
    expect(deepMarks(value)).toBe(SENSITIVE);
    expect(publicSensitive(value)).toEqual({ password: true });
    expect(deepMarks(withoutDeepMarks(value))).toBe(0);
    expect(deepMarks(withMarks(value, EPHEMERAL))).toBe(SENSITIVE | EPHEMERAL);
  });

  it('may have any name for an attribute', () => {
    const value = objectValue([
      ['__proto__', text('a')],
      ['constructor', text('b')],
    ]);
    expect(Object.entries(publicValue(value) ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });
});

describe('sets', () => {
  it('are in order and without repetition', () => {
    expect(publicValue(setValue(STRING, ['b', 'a', 'b'].map(text)))).toEqual(['a', 'b']);
    expect(publicValue(setValue(NUMBER, [10, 9, 1].map(numberValue)))).toEqual([1, 9, 10]);
    const lists = [['b'], ['a', 'c'], ['a']].map((items) => listValue(STRING, items.map(text)));
    expect(publicValue(setValue(listType(STRING), lists))).toEqual([['a', 'c'], ['a'], ['b']]);
  });

  it('put known items before unknown ones, and null last', () => {
    const set = setValue(STRING, [nullValue(STRING), unknown, text('a')]);
    expect(set.items.map(({ kind }) => kind)).toEqual(['string', 'unknown', 'null']);
  });

  it('are sensitive as a whole', () => {
    const set = setValue(STRING, [secret, text('b')]);
    expect(set.marks).toBe(SENSITIVE);
    expect(set.items.map(({ marks }) => marks)).toEqual([0, 0]);
  });
});

describe('refinements', () => {
  it('add to what is known', () => {
    const value = refinePrefix(refineNotNull(unknown), 'https://');
    expect(value).toMatchObject({ kind: 'unknown', refinement: { notNull: true, prefix: 'https://' } });
  });

  it.each<[string, Value, unknown]>([
    [
      'a number between two equal bounds',
      refine(unknownValue(NUMBER), {
        notNull: true,
        low: { value: 3, inclusive: true },
        high: { value: 3, inclusive: true },
      }),
      3,
    ],
    ['a list without elements', refine(unknownValue(listType(STRING)), { notNull: true, maxLength: 0 }), []],
    [
      'a list of known length',
      refine(unknownValue(listType(STRING)), { notNull: true, minLength: 2, maxLength: 2 }),
      [null, null],
    ],
  ])('make %s known', (_, value, expected) => {
    expect(value.kind).not.toBe('unknown');
    expect(publicValue(value)).toEqual(expected);
  });

  it('do not touch known values and those of no known type', () => {
    expect(refineNotNull(text('x'))).toEqual(text('x'));
    expect(refineNotNull(unknownValue(DYNAMIC))).toEqual(unknownValue(DYNAMIC));
  });
});
