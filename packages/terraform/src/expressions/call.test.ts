import { describe, expect, it } from 'vitest';
import { result } from '../../test/evaluate-text.ts';

describe('calls', () => {
  it.each([
    ['max(1, 2, 3)', '3'],
    ['max([1, 5, 3]...)', '5'],
    ['max(1, [5, 3]...)', '5'],
    ['upper(["a"]...)', '"A"'],
    ['core::upper("a")', '"A"'],
    ['try(1 / "x", "fallback")', '"fallback"'],
    ['try([1][5], {a = 1}.b, "last")', '"last"'],
    ['can(tonumber("1"))', 'true'],
    ['can(tonumber("x"))', 'false'],
    ['try({a = 1}.a, 2)', '1'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('calls that go wrong', () => {
  it.each([
    ['nope(1)', 'Call to unknown function: There is no function named "nope". Did you mean "one"?'],
    ['uper("a")', 'Call to unknown function: There is no function named "uper". Did you mean "upper"?'],
    [
      'core::nope(1)',
      'Unknown provider function: The function namespace "core" is not valid. Provider function calls must use the "provider::" namespace prefix.',
    ],
    ['max(null...)', 'Invalid expanding argument value: The expanding argument (indicated by ...) must not be null.'],
    [
      'max("a"...)',
      'Invalid expanding argument value: The expanding argument (indicated by ...) must be of a tuple, list, or set type.',
    ],
    ['upper("a", "b")', 'Too many function arguments: Function "upper" expects only 1 argument(s).'],
    ['upper()', 'Not enough function arguments: Function "upper" expects 1 argument(s). Missing value for "str".'],
    ['try()', 'Error in function call: Call to function "try" failed: at least one argument is required.'],
    [
      'try(1 / "x", [][0])',
      'Error in function call: Call to function "try" failed: no expression succeeded:\n- Invalid operand (at test.tf:1,9-12)\n  Unsuitable value for right operand: a number is required.\n- Invalid index (at test.tf:1,16-19)\n  The given key does not identify an element in this collection value: the collection has no elements.\n\nAt least one expression must produce a successful result.',
    ],
    ['can()', 'Not enough function arguments: Function "can" expects 1 argument(s). Missing value for "expression".'],
    ['can(1, 2)', 'Too many function arguments: Function "can" expects only 1 argument(s).'],
    [
      'provider::nope::f(1)',
      `Unknown provider function: There is no function named "provider::nope::f". Ensure that provider name "nope" is declared in this module's required_providers block, and that this provider offers a function named "f".`,
    ],
    [
      'foo::bar(1)',
      'Unknown provider function: The function namespace "foo" is not valid. Provider function calls must use the "provider::" namespace prefix.',
    ],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});

describe('calls with what is not known or secret', () => {
  it.each([
    ['max(unknown...)', 'unknown dynamic'],
    ['max([unknown_number, 1]...)', 'unknown number'],
    ['max(sensitive([1, 2])...)', 'secret(2)'],
    ['try(unknown.a, 1)', 'unknown dynamic'],
    ['try(unknown_text.a, 1)', '1'],
    ['try(secret, 1)', 'secret("s3cret")'],
    ['can(unknown.a)', 'unknown bool'],
    ['can(secret)', 'true'],
    ['try([unknown_text][0], "b")', 'unknown dynamic'],
    ['try(tonumber(unknown_text), 0)', 'unknown dynamic'],
  ])('%s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });
});
