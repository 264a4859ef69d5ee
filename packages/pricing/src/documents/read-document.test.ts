import { describe, expect, it } from 'vitest';
import { compare } from '../../test/compare.ts';
import { estimate } from '../../test/estimate.ts';
import { readCostChange, readCostReport } from './read-document.ts';

const instance = (type: string) => `resource "aws_instance" "web" {\n  instance_type = "${type}"\n}\n`;
const report = estimate(instance('m5.large'));
const change = compare(instance('m5.large'), instance('r5.large'));

/** A document with another value at a path: `resources[0].monthlyCost`. */
function withValue(document: object, path: string, value: unknown): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const copy = structuredClone(document);
  const last = steps.pop() ?? '';
  let part: object = copy;
  for (const step of steps) part = Object(Reflect.get(part, step));
  if (value === undefined) Reflect.deleteProperty(part, last);
  else Reflect.set(part, last, value);
  return JSON.stringify(copy);
}

describe('a saved document', () => {
  it('is what was written', () => {
    expect(readCostReport('report.json', JSON.stringify(report))).toEqual(report);
    expect(readCostChange('change.json', `\ufeff${JSON.stringify(change)}`)).toEqual(change);
  });

  it('may have fields that a later version adds', () => {
    expect(readCostChange('change.json', withValue(change, 'resources[0].later', { a: 1 }))).toMatchObject(change);
  });

  const decimal = 'decimal text that is not negative, such as "12.50"';
  it.each<[string, string, unknown, string]>([
    ['a number', 'monthlyCost', 12.5, `monthlyCost is 12.5, and must be text`],
    ['NaN', 'monthlyCost', 'NaN', `monthlyCost is "NaN", and must be ${decimal}`],
    ['an exponent', 'resources[0].monthlyCost', '1e5', `resources[0].monthlyCost is "1e5", and must be ${decimal}`],
    ['less than nothing', 'monthlyCost', '-1', `monthlyCost is "-1", and must be ${decimal}`],
    ['more than anything costs', 'monthlyCost', '1'.repeat(31), `monthlyCost is "${'1'.repeat(31)}", and must be`],
    ['a separator', 'monthlyCost', '1,000', `monthlyCost is "1,000", and must be ${decimal}`],
    ['a line break', 'monthlyCost', '1\n', `monthlyCost is "1\\n", and must be ${decimal}`],
    ['no text', 'currency', undefined, 'The document lacks "currency".'],
    ['another kind', 'kind', 'CostChange', 'kind is "CostChange", and must be "CostReport".'],
    ['a version that is not known', 'version', 2, 'version is 2, and must be 1.'],
    [
      'a status that is none',
      'resources[0].status',
      'ok',
      'resources[0].status is "ok", and must be one of priced, free',
    ],
    ['an object for a list', 'resources', {}, 'resources is an object, and must be a list.'],
    ['null for a list', 'resources', null, 'resources is null, and must be a list.'],
    ['a list for an object', 'prices', [], 'prices is a list, and must be an object.'],
    ['a count that is negative', 'coverage.priced', -1, 'coverage.priced is -1, and must be at least 0.'],
    ['half a resource', 'coverage.priced', 0.5, 'coverage.priced is 0.5, and must be a whole number.'],
    ['a text that goes on', 'currency', 'x'.repeat(5_000), `currency is "${'x'.repeat(39)}…, and must be a currency`],
    [
      'a line before the first',
      'resources[0].source.startLine',
      0,
      'resources[0].source.startLine is 0, and must be at least 1.',
    ],
  ])('is refused for %s', (_, path, value, message) => {
    expect(() => readCostReport('report.json', withValue(report, path, value))).toThrow(`report.json: ${message}`);
  });

  it.each<[string, string, unknown, string]>([
    [
      'a delta that is no decimal',
      'monthlyDelta',
      '+1',
      'monthlyDelta is "+1", and must be decimal text such as "-12.50".',
    ],
    [
      'a change that is none',
      'resources[0].change',
      'gone',
      'resources[0].change is "gone", and must be one of added, removed',
    ],
    ['a root module without its totals', 'rootModules[0].before', undefined, 'rootModules[0] lacks "before".'],
    ['a reason without its name', 'resources[0].reasons[0].name', undefined, 'resources[0].reasons[0] lacks "name".'],
    [
      'a line of a bill that is no object',
      'resources[0].components[0].after',
      'x',
      'resources[0].components[0].after is "x", and must be an object or null.',
    ],
  ])('is refused for %s', (_, path, value, message) => {
    expect(() => readCostChange('change.json', withValue(change, path, value))).toThrow(`change.json: ${message}`);
  });

  it('says how to get one', () => {
    expect(() => readCostReport('report.json', '[]')).toThrow(
      'report.json: The document is a list, and must be an object. Give a CostReport that `tollgate cost --format json` wrote.',
    );
  });

  it.each<[string, string, string]>([
    ['more than any report has', ' '.repeat(2 ** 27 + 1), 'The file has more than 134,217,728 characters.'],
    ['no JSON', '{"kind": ', 'The file is no JSON.'],
    ['nothing', '', 'The file is no JSON.'],
    ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000), 'in each other more than 32 deep'],
    [
      'objects in a field that nothing reads',
      withValue(report, 'x', JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)),
      'in each other more than 32 deep',
    ],
    ['members that every object inherits', '{"__proto__": {"kind": "CostReport", "version": 1}}', 'The document lacks'],
    ['the constructor', '{"constructor": {"kind": "CostReport"}}', 'The document lacks'],
  ])('is refused for %s', (_, text, message) => {
    expect(() => readCostReport('report.json', text)).toThrow(message);
  });

  it('has members that every object inherits as its own', () => {
    const text = JSON.stringify(report).replaceAll(
      '"dimensions":{',
      '"dimensions":{"__proto__":"x","constructor":"y",',
    );
    const dimensions = readCostReport('report.json', text).resources[0]?.components[0]?.dimensions ?? {};
    expect(Object.keys(dimensions)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
  });
});
