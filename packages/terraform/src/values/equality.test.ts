import { describe, expect, it } from 'vitest';
import {
  boolValue,
  DYNAMIC,
  equal,
  listType,
  listValue,
  mapType,
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
} from './index.ts';

const text = stringValue;
const number = numberValue;
const unknown = unknownValue(STRING);
const anything = unknownValue(DYNAMIC);

describe('equal', () => {
  it.each<[string, Value, Value, boolean | undefined]>([
    ['strings', text('a'), text('a'), true],
    ['a string and a number', text('1'), number(1), false],
    ['numbers read in different ways', number(parseNumber('1.0') ?? 0), number(1), true],
    ['0 and -0', number(0), number(-0), true],
    ['a tuple and a list', tupleValue([text('a')]), listValue(STRING, [text('a')]), false],
    ['tuples', tupleValue([text('a')]), tupleValue([text('a')]), true],
    ['objects', objectValue([['a', text('1')]]), objectValue([['a', text('2')]]), false],
    ['sets', setValue(STRING, [text('a')]), setValue(STRING, [text('a')]), true],
    ['nulls of different types', NULL, nullValue(STRING), true],
    ['null and a string', NULL, text(''), false],
    ['secrets', withMarks(text('a'), SENSITIVE), text('a'), true],
    ['an unknown and a string', unknown, text('a'), undefined],
    ['an unknown and itself', unknown, unknown, undefined],
    ['an unknown and null', unknown, NULL, undefined],
    ['an unknown that is not null, and null', refineNotNull(unknown), NULL, false],
    ['an unknown and a value of another type', unknown, boolValue(true), false],
    ['an unknown with another beginning', refinePrefix(unknown, 'http://'), text('ftp://x'), false],
    ['an unknown map and a tuple', unknownValue(mapType(DYNAMIC)), tupleValue([]), false],
    ['an unknown list of anything and a list', unknownValue(listType(DYNAMIC)), listValue(NUMBER, []), undefined],
    ['a tuple that is unknown in part', tupleValue([text('a'), unknown]), tupleValue([text('b'), text('c')]), false],
    ['a tuple that may be equal', tupleValue([text('a'), unknown]), tupleValue([text('a'), text('c')]), undefined],
    ['a tuple of something unknown', tupleValue([anything]), tupleValue([text('a'), text('b')]), false],
    ['a set of something unknown', setValue(STRING, [unknown]), setValue(STRING, [text('a')]), undefined],
  ])('%s', (_, a, b, expected) => {
    expect(equal(a, b)).toBe(expected);
    expect(equal(b, a)).toBe(expected);
  });

  it('tells apart numbers that are sorted as if they were equal', () => {
    const close = [
      number(parseNumber('100000000000000000001') ?? 0),
      number(parseNumber('100000000000000000002') ?? 0),
    ];
    expect(setValue(NUMBER, close).items).toHaveLength(2);
  });
});
