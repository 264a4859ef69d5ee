import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('attributes and indexes', () => {
  it.each([
    ['{a = {b = 1}}.a.b', '1'],
    ['{a = 1}["a"]', '1'],
    ['["x", "y"][1]', '"y"'],
    ['["x", "y"]["1"]', '"y"'],
    ['["x"].0', '"x"'],
    ['tomap({a = 1}).a', '1'],
    ['tomap({a = 1})["a"]', '1'],
    ['[[1, 2], [3]][0][1]', '2'],
    ['{"a b" = 1}["a b"]', '1'],
    ['{a = 1}[true ? "a" : "b"]', '1'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('what is not there', () => {
  it.each([
    ['{a = 1}.b', 'Unsupported attribute: This object does not have an attribute named "b".'],
    ['{a = 1}["b"]', 'Invalid index: The given key does not identify an element in this collection value.'],
    ['tomap({a = 1}).b', 'Missing map element: This map does not have an element with the key "b".'],
    ['tomap({a = 1})["b"]', 'Invalid index: The given key does not identify an element in this collection value.'],
    [
      '["x"][1]',
      'Invalid index: The given key does not identify an element in this collection value: the given index is greater than or equal to the length of the collection.',
    ],
    [
      '["x"][-1]',
      'Invalid index: The given key does not identify an element in this collection value: a negative number is not a valid index for a sequence.',
    ],
    [
      '["x"][0.5]',
      'Invalid index: The given key does not identify an element in this collection value: indexing a sequence requires a whole number, but the given index has a fractional part.',
    ],
    [
      '[][0]',
      'Invalid index: The given key does not identify an element in this collection value: the collection has no elements.',
    ],
    ['null.a', 'Attempt to get attribute from null value: This value is null, so it does not have any attributes.'],
    ['null[0]', 'Attempt to index null value: This value is null, so it does not have any indices.'],
    ['"x".a', `Unsupported attribute: Can't access attributes on a primitive-typed value (string).`],
    ['"x"[0]', 'Invalid index: This value does not have any indices.'],
    [
      'toset(["x"])[0]',
      `Invalid index: Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set.`,
    ],
    ['["x"][null]', `Invalid index: Can't use a null value as an indexing key.`],
    [
      '["x"]["a"]',
      'Invalid index: The given key does not identify an element in this collection value: a number is required.',
    ],
    [
      'tolist([{a = 1}]).a',
      `Unsupported attribute: Can't access attributes on a list of objects. Did you mean to access attribute "a" for a specific element of the list, or across all elements of the list?`,
    ],
    [
      '{a = 1}[0]',
      'Invalid index: The given key does not identify an element in this collection value. An object only supports looking up attributes by name, not by numeric index.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('parts of what is not known or secret', () => {
  it.each([
    ['unknown.a.b[0]', 'unknown dynamic'],
    ['unknown_text.a', `Unsupported attribute: Can't access attributes on a primitive-typed value (string).`],
    ['unknown_text[0]', 'Invalid index: This value does not have any indices.'],
    ['{a = unknown_text}.a', 'unknown string'],
    ['[unknown_text, 1][1]', '1'],
    ['[1, 2][unknown_number]', 'unknown dynamic'],
    ['{a = 1}[unknown_text]', 'unknown dynamic'],
    ['tolist(["a"])[unknown_number]', 'unknown string'],
    ['sensitive({a = 1}).a', 'secret(1)'],
    ['[secret][0]', 'secret("s3cret")'],
    ['{a = 1}[sensitive("a")]', 'secret(1)'],
    ['{secret = secret}.secret', 'secret("s3cret")'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
