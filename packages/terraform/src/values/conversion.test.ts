import { describe, expect, it } from 'vitest';
import { show } from '../../test/evaluate-text.ts';
import {
  applyDefaults,
  BOOL,
  boolValue,
  conforms,
  convert,
  DYNAMIC,
  listType,
  mapType,
  mapValue,
  mismatch,
  NULL,
  NUMBER,
  nullValue,
  numberValue,
  objectType,
  objectValue,
  refineNotNull,
  SENSITIVE,
  STRING,
  setType,
  setValue,
  stringValue,
  type Type,
  tupleType,
  tupleValue,
  typeName,
  typeOf,
  typeText,
  unify,
  unknownValue,
  type Value,
  withMarks,
} from './index.ts';

const text = stringValue;
const number = numberValue;
const strings = (...items: string[]) => tupleValue(items.map(text));

describe('convert', () => {
  it.each<[string, Value, Type, string]>([
    ['a number to a string', number(1.5), STRING, '"1.5"'],
    ['a string to a number', text('1e3'), NUMBER, '1000'],
    ['a bool to a string', boolValue(true), STRING, '"true"'],
    ['a string to a bool', text('1'), BOOL, 'true'],
    ['anything to any type', text('x'), DYNAMIC, '"x"'],
    ['a null to a type', NULL, NUMBER, 'null'],
    ['a tuple to a list', tupleValue([number(1), text('a')]), listType(STRING), '["1","a"]'],
    ['a tuple to a list of any one type', tupleValue([number(1), text('a')]), listType(DYNAMIC), '["1","a"]'],
    ['a tuple to a set', strings('b', 'a', 'b'), setType(STRING), '["a","b"]'],
    ['a set to a list', setValue(STRING, [text('b'), text('a')]), listType(STRING), '["a","b"]'],
    ['a tuple to a tuple', tupleValue([number(1)]), tupleType([STRING]), '["1"]'],
    ['an object to a map', objectValue([['a', number(1)]]), mapType(STRING), '{"a":"1"}'],
    ['a map to an object', mapValue(STRING, [['a', text('1')]]), objectType({ a: NUMBER }), '{"a":1}'],
    [
      'an object to one with fewer attributes',
      objectValue([
        ['a', number(1)],
        ['b', number(2)],
      ]),
      objectType({ a: NUMBER }),
      '{"a":1}',
    ],
    [
      'an object to one with an optional attribute',
      objectValue([]),
      objectType({ a: STRING }, new Set(['a'])),
      '{"a":null}',
    ],
    ['an unknown of another type', unknownValue(NUMBER), STRING, 'unknown string'],
    ['an unknown of no known type', unknownValue(DYNAMIC), listType(STRING), 'unknown list(string)'],
    ['a secret', withMarks(text('1'), SENSITIVE), NUMBER, 'secret(1)'],
    ['a secret part', tupleValue([withMarks(number(1), SENSITIVE)]), listType(STRING), '[secret("1")]'],
    ['the null of a tuple', nullValue(tupleType([STRING, NUMBER])), setType(DYNAMIC), 'null'],
  ])('makes %s', (_, value, type, expected) => {
    expect(show(convert(value, type))).toBe(expected);
  });

  it.each<[string, Value, Type, string]>([
    ['a text that is no number', text('x'), NUMBER, 'a number is required'],
    ['a text that is no bool', text('yes'), BOOL, 'a bool is required'],
    ['a number to a bool', number(1), BOOL, 'bool required'],
    ['an object to a list', objectValue([]), listType(STRING), 'list of string required'],
    ['an object without an attribute', objectValue([]), objectType({ a: STRING }), 'attribute "a" is required'],
    ['unlike elements', tupleValue([text('a'), tupleValue([])]), listType(STRING), 'element 1: string required'],
    ['a bad element', strings('1', 'x'), listType(NUMBER), 'a number is required'],
  ])('refuses %s', (_, value, type, expected) => {
    expect(() => convert(value, type)).toThrow(expected);
  });

  it('says where in a value the mistake is', () => {
    const type = objectType({ ports: listType(NUMBER) });
    try {
      convert(objectValue([['ports', strings('80', 'x')]]), type);
      expect.fail('no error');
    } catch (error) {
      expect(error).toMatchObject({ message: 'a number is required', path: [{ attribute: 'ports' }, { index: 1 }] });
    }
  });

  it('keeps what is known of unknown values', () => {
    const converted = convert(refineNotNull(unknownValue(tupleType([STRING, STRING]))), listType(STRING));
    expect(show(converted)).toBe('[unknown string,unknown string]');
  });
});

describe('unify', () => {
  it.each<[string, Type[], string | undefined]>([
    ['equal types', [STRING, STRING], 'string'],
    ['a string and a number', [STRING, NUMBER], 'string'],
    ['a number and a bool', [NUMBER, BOOL], undefined],
    ['lists', [listType(NUMBER), listType(STRING)], 'list(string)'],
    ['a list and a set', [listType(STRING), setType(STRING)], 'list(string)'],
    ['tuples of one length', [tupleType([NUMBER]), tupleType([STRING])], 'tuple([ string, ])'],
    ['tuples of different length', [tupleType([NUMBER]), tupleType([NUMBER, NUMBER])], 'list(number)'],
    ['objects', [objectType({ a: NUMBER }), objectType({ a: STRING })], 'object({ a: string, })'],
    ['objects of different attributes', [objectType({ a: NUMBER }), objectType({ b: NUMBER })], 'map(number)'],
    ['an object and a map', [objectType({ a: NUMBER }), mapType(STRING)], 'map(string)'],
    ['a string and a list', [STRING, listType(STRING)], undefined],
    ['any type and a string', [DYNAMIC, STRING], 'dynamic'],
  ])('finds a type for %s', (_, types, expected) => {
    const unified = unify(types, false);
    expect(unified && typeText(unified.type).replaceAll(/\s+/g, ' ')).toBe(expected);
  });

  it('refuses to compare very many types with each other', () => {
    const types = Array.from({ length: 1001 }, (_, index) => objectType({ [`a${index}`]: STRING }));
    expect(() => unify(types, false)).toThrow('more than 1000 different types');
  });
});

describe('types', () => {
  it('conform where a constraint leaves them open', () => {
    expect(conforms(listType(STRING), listType(DYNAMIC))).toBe(true);
    expect(conforms(listType(STRING), setType(DYNAMIC))).toBe(false);
  });

  it('explain what does not fit', () => {
    const wanted = objectType({ name: STRING, port: NUMBER });
    expect(mismatch(objectType({ name: listType(STRING), port: NUMBER }), wanted)).toBe(
      'attribute "name": string required',
    );
    expect(typeName(listType(objectType({})))).toBe('list of object');
  });
});

describe('applyDefaults', () => {
  const rule = objectType({ port: NUMBER, protocol: STRING }, new Set(['protocol']));
  const defaults = {
    type: objectType({ rules: listType(rule) }),
    values: new Map(),
    children: new Map([
      [
        'rules',
        {
          type: listType(rule),
          values: new Map(),
          children: new Map([['', { type: rule, values: new Map([['protocol', text('tcp')]]), children: new Map() }]]),
        },
      ],
    ]),
  };

  it('fills in what is absent or null, at any depth', () => {
    const rules = tupleValue([
      objectValue([['port', number(1)]]),
      objectValue([
        ['port', number(2)],
        ['protocol', NULL],
      ]),
      objectValue([
        ['port', number(3)],
        ['protocol', text('udp')],
      ]),
    ]);
    const filled = applyDefaults(objectValue([['rules', rules]]), defaults);
    expect(show(convert(filled, defaults.type))).toBe(
      '{"rules":[{"port":1,"protocol":"tcp"},{"port":2,"protocol":"tcp"},{"port":3,"protocol":"udp"}]}',
    );
  });

  it('leaves unknown values alone', () => {
    const value = objectValue([['rules', unknownValue(DYNAMIC)]]);
    expect(typeOf(applyDefaults(value, defaults))).toEqual(typeOf(value));
  });
});
