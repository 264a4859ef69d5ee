import { describe, expect, it } from 'vitest';
import { result, show } from '../../test/evaluate-text.ts';
import {
  DYNAMIC,
  NULL,
  reasonsIn,
  STRING,
  stringValue,
  tupleValue,
  unknownValue,
  type Value,
} from '../values/index.ts';
import { callFunction, type FunctionSpec, functionRegistry, terraformProviderFunctions } from './index.ts';

const registry = functionRegistry();

function spec(name: string): FunctionSpec {
  const found = registry.get(name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

function call(name: string, ...args: Value[]): string {
  const outcome = callFunction(spec(name), args, {});
  return outcome.ok
    ? show(outcome.value)
    : outcome.problems.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n');
}

describe('calls of functions', () => {
  it.each([
    ['upper(null)', 'Invalid function argument: Invalid value for "str" parameter: argument must not be null.'],
    ['upper()', 'Not enough function arguments: Function "upper" expects 1 argument(s). Missing value for "str".'],
    ['upper("a", "b")', 'Too many function arguments: Function "upper" expects only 1 argument(s).'],
    ['max("x", [])', 'Invalid function argument: Invalid value for "numbers" parameter: a number is required.'],
    [
      'format()',
      'Not enough function arguments: Function "format" expects at least 1 argument(s). Missing value for "format".',
    ],
    ['nope()', 'Call to unknown function: There is no function named "nope". Did you mean "one"?'],
  ])('%s is an error', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it('convert their arguments', () => {
    expect(call('upper', stringValue('a'))).toBe('"A"');
    expect(result('upper(true)')).toBe('"TRUE"');
  });

  it('tell of every argument that is wrong', () => {
    expect(call('substr', tupleValue([]), stringValue('x'), stringValue('1'))).toBe(
      [
        'Invalid function argument: Invalid value for "str" parameter: string required.',
        'Invalid function argument: Invalid value for "offset" parameter: a number is required.',
      ].join('\n'),
    );
  });

  it.each([
    ['upper(unknown_text)', 'unknown string'],
    ['upper(unknown)', 'unknown string'],
    ['length(unknown_text)', 'unknown number'],
    ['coalesce("a", unknown)', '"a"'],
    ['coalesce(unknown_text, "a")', 'unknown string'],
    ['tolist([unknown_text, "b"])', '[unknown string,"b"]'],
    ['length([unknown, unknown])', '2'],
    ['merge({a = unknown_text}, {b = 1})', '{"a":unknown string,"b":1}'],
    ['concat([unknown], ["a"])', '[unknown dynamic,"a"]'],
    ['concat(unknown, ["a"])', 'unknown dynamic'],
    ['keys({a = unknown})', '["a"]'],
    ['jsonencode({a = unknown_text})', 'unknown string'],
    ['startswith(jsonencode({a = unknown_text}), "{")', 'true'],
    ['startswith("a-${unknown_id}", "a-")', 'true'],
    ['format("a-%s", unknown_text)', 'unknown string'],
    ['startswith(format("a-%s", unknown_text), "b")', 'false'],
    ['toset(["a", unknown_text])', '["a",unknown string]'],
    ['length(toset(["a", unknown_text]))', 'unknown number'],
    ['contains(["a", unknown_text], "a")', 'true'],
    ['contains(["b", unknown_text], "a")', 'unknown bool'],
    ['flatten([[unknown], ["a"]])', 'unknown dynamic'],
    ['one([unknown_text])', 'unknown string'],
    ['element([unknown_text, "b"], 1)', '"b"'],
    ['anytrue([unknown, true])', 'true'],
    ['timestamp()', 'unknown string'],
    ['bcrypt("a")', 'unknown string'],
    ['plantimestamp()', 'unknown string'],
  ])('with unknown values: %s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it.each([
    ['upper(secret)', 'secret("S3CRET")'],
    ['length(secret)', 'secret(6)'],
    ['[secret, "b"]', '[secret("s3cret"),"b"]'],
    ['concat([secret], ["b"])', '[secret("s3cret"),"b"]'],
    ['join("-", [secret, "b"])', 'secret("s3cret-b")'],
    ['keys({a = secret})', '["a"]'],
    ['values({a = secret, b = "c"})', '[secret("s3cret"),"c"]'],
    ['merge({a = secret}, {b = 1})', '{"a":secret("s3cret"),"b":1}'],
    ['lookup({a = secret}, "a", "")', 'secret("s3cret")'],
    ['lookup({a = secret, b = "c"}, "b", "")', '"c"'],
    ['toset([secret])', 'secret(["s3cret"])'],
    ['nonsensitive(secret)', '"s3cret"'],
    ['nonsensitive([secret])', '[secret("s3cret")]'],
    ['issensitive(secret)', 'true'],
    ['issensitive([secret])', 'false'],
    ['sensitive("a")', 'secret("a")'],
    ['md5(secret)', 'secret("33e1b232a4e6fa0028a6670753749a17")'],
    ['flatten([[secret], ["b"]])', '[secret("s3cret"),"b"]'],
    ['format("%s-%s", "a", secret)', 'secret("a-s3cret")'],
    ['coalesce(secret, "b")', 'secret("s3cret")'],
    ['upper(sensitive(unknown_text))', 'secret(unknown string)'],
    [
      'tonumber(secret)',
      'Invalid function argument: Invalid value for "v" parameter: cannot convert this sensitive string to number.',
    ],
  ])('with secret values: %s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it.each([
    'parseint(secret, 10)',
    'timeadd(secret, "1h")',
    'cidrhost(secret, 1)',
    'base64decode(secret)',
    'urldecode("%${secret}")',
  ])('tell no secret in what is wrong with it: %s', (expression) => {
    expect(result(expression)).toContain('cannot be told, because an argument is sensitive');
    expect(result(expression)).not.toContain('s3cret');
  });

  it('hand on why something is unknown', () => {
    const outcome = callFunction(spec('upper'), [unknownValue(STRING, ['data source aws_ami.x'])], {});
    expect(outcome.ok && reasonsIn(outcome.value)).toEqual(['data source aws_ami.x']);
    const time = callFunction(spec('timestamp'), [], {});
    expect(time.ok && reasonsIn(time.value)).toEqual(['timestamp() is the time of apply']);
  });
});

describe('the registry', () => {
  it('has the functions of Terraform, also with their namespace', () => {
    expect([...registry.keys()].filter((name) => !name.startsWith('core::'))).toHaveLength(116);
    expect(registry.get('core::upper')).toBe(registry.get('upper'));
    expect(registry.has('cidrcontains')).toBe(false);
    expect([...terraformProviderFunctions().keys()].sort()).toEqual(['decode_tfvars', 'encode_expr', 'encode_tfvars']);
  });

  it.each([
    ['base64gunzip(base64gzip("hello"))', '"hello"'],
    ['urldecode("a%20b+c%C3%A9")', '"a b cé"'],
    ['cidrcontains("10.0.0.0/8", "10.1.2.3")', 'true'],
    ['cidrcontains("10.0.0.0/8", "11.0.0.0/16")', 'false'],
  ])('has the functions of OpenTofu when asked for: %s is %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it('uses what the world offers', () => {
    const now = () => new Date('2026-11-20T06:00:00Z');
    const context = { volatile: { now, uuid: () => 'an-id' }, planTime: now() };
    expect(result('[timestamp(), uuid(), plantimestamp()]', {}, context)).toBe(
      '["2026-11-20T06:00:00Z","an-id","2026-11-20T06:00:00Z"]',
    );
    expect(call('sensitive', NULL)).toBe('secret(null)');
    expect(call('upper', unknownValue(DYNAMIC))).toBe('unknown string');
  });
});
