import { describe, expect, it } from 'vitest';
import { show } from '../../test/evaluate-text.ts';
import { readVariables } from '../expressions/index.ts';
import {
  listValue,
  NUMBER,
  numberValue,
  objectValue,
  STRING,
  stringValue,
  tupleValue,
  type Value,
} from '../values/index.ts';
import { callFunction, terraformProviderFunctions } from './index.ts';

function call(name: string, ...args: Value[]): string {
  const spec = terraformProviderFunctions().get(name);
  if (spec === undefined) throw new Error(`no function ${name}`);
  const outcome = callFunction(spec, args, { readVariables });
  return outcome.ok ? show(outcome.value) : outcome.problems.map(({ detail }) => detail).join('\n');
}

describe('the functions of the built-in provider', () => {
  it('write a value as an expression', () => {
    const value = objectValue([
      ['name', stringValue('a "b" ${c}')],
      ['key with spaces', tupleValue([numberValue(1), listValue(STRING, [])])],
    ]);
    const written = call('encode_expr', value);
    expect(JSON.parse(written)).toBe('{\n  "key with spaces" = [1, []]\n  name              = "a \\"b\\" $${c}"\n}');
  });

  it('write and read variables', () => {
    const variables = objectValue([
      ['ports', listValue(NUMBER, [80, 443].map(numberValue))],
      ['name', stringValue('x')],
    ]);
    const written = call('encode_tfvars', variables);
    expect(JSON.parse(written)).toBe('name  = "x"\nports = [80, 443]\n');
    expect(call('decode_tfvars', stringValue('name = "x"\nports = [80, 443]\n'))).toBe('{"name":"x","ports":[80,443]}');
  });

  it.each([
    ['decode_tfvars', stringValue('a ='), 'invalid tfvars syntax: <decode_tfvars argument>:1,'],
    ['decode_tfvars', stringValue('a = var.b'), 'Variables not allowed'],
    [
      'decode_tfvars',
      stringValue('a {}'),
      'invalid tfvars content: <decode_tfvars argument>:1,1-2: Unexpected "a" block',
    ],
    ['encode_tfvars', tupleValue([]), 'must be an object'],
    ['encode_tfvars', objectValue([['a b', stringValue('')]]), 'invalid variable name "a b"'],
  ])('%s of %o is an error', (name, value, expected) => {
    expect(call(name, value)).toContain(expected);
  });
});
