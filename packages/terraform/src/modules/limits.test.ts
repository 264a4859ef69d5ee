import { describe, expect, it } from 'vitest';
import { memoryTree } from '../tree/index.ts';
import { evaluateModule } from './index.ts';

const chain = Array.from(
  { length: 3000 },
  (_, index) => `  a${index} = ${index === 2999 ? 0 : `local.a${index + 1} + 1`}`,
);

describe('large and hostile configurations', () => {
  it('may have long chains of values', () => {
    const text = `locals {\n${chain.join('\n')}\n}\noutput "o" { value = local.a0 }\n`;
    expect(evaluateModule(memoryTree({ 'main.tf': text })).outputs.o?.value).toBe(2999);
  });

  it.each([
    [
      'instances of a block',
      { 'main.tf': 'resource "aws_x" "a" {\n  count = 1000000000\n}\n' },
      'Too many instances',
      2,
    ],
    [
      'blocks of a dynamic block',
      {
        'main.tf':
          'resource "aws_x" "a" {\n  dynamic "b" {\n    for_each = flatten([for i in range(1000) : range(11)])\n    content {}\n  }\n}\n',
      },
      'Too many blocks',
      3,
    ],
    [
      'resources',
      {
        'main.tf': 'module "m" {\n  source = "./m"\n  count  = 30\n}\n',
        'm/main.tf': 'resource "aws_x" "a" { count = 8000 }\n',
      },
      'Too many resources',
      1,
    ],
    [
      'modules',
      Object.fromEntries([
        ['main.tf', 'module "a" { source = "./m0" }\n'],
        ...Array.from({ length: 14 }, (_, level) => [
          `m${level}/main.tf`,
          `module "a" { source = "../m${level + 1}" }\nmodule "b" { source = "../m${level + 1}" }\n`,
        ]),
        ['m14/main.tf', ''],
      ]),
      'Too many modules',
      undefined,
    ],
    [
      'modules within modules',
      Object.fromEntries([
        ['main.tf', 'module "a" { source = "./m0" }\n'],
        ...Array.from({ length: 60 }, (_, level) => [
          `m${level}/main.tf`,
          `module "a" { source = "../m${level + 1}" }\n`,
        ]),
      ]),
      'Modules nested too deeply',
      1,
    ],
    [
      'instances of modules',
      Object.fromEntries([
        ['main.tf', 'module "a" {\n  source = "./m0"\n}\n'],
        ...Array.from({ length: 4 }, (_, level) => [
          `m${level}/main.tf`,
          `module "a" {\n  source = "../m${level + 1}"\n  count = 60\n}\n`,
        ]),
        ['m4/main.tf', ''],
      ]),
      'Too many module instances',
      1,
    ],
  ])('may not have too many %s', (_, files, summary, startLine) => {
    const { diagnostics } = evaluateModule(memoryTree(files));
    expect(diagnostics).toMatchObject([
      { severity: 'error', summary, source: startLine === undefined ? {} : { startLine } },
    ]);
  });

  it('may use names that JavaScript gives a meaning', () => {
    const { resources } = evaluateModule(
      memoryTree({ 'main.tf': 'resource "aws_x" "constructor" {\n  __proto__ = 1\n  nested = { __proto__ = 2 }\n}\n' }),
    );
    expect(JSON.stringify(resources[0]?.values)).toBe('{"__proto__":1,"nested":{"__proto__":2}}');
  });
});

describe('values that are built up from each other', () => {
  const built = (first: string, step: (before: string) => string, times: number) => {
    const steps = Array.from({ length: times }, (_, index) => `  a${index + 1} = ${step(`local.a${index}`)}`);
    return `locals {\n  a0 = ${first}\n${steps.join('\n')}\n}\n`;
  };

  it.each<[string, string, RegExp]>([
    ['doubled lists', built('[1, 2]', (before) => `[${before}, ${before}]`, 60), /more than 2000000 parts/],
    ['doubled objects', built('{}', (before) => `{ x = ${before}, y = ${before} }`, 60), /more than 2000000 parts/],
    ['doubled texts', built('"xxxxxxxx"', (before) => `"\${${before}}\${${before}}"`, 60), /characters long/],
    [
      'texts many times over',
      built('join("", range(1000))', (before) => `[${before}, ${before}]`, 30),
      /more than 2000000 parts/,
    ],
    ['deep objects', built('{}', (before) => `{ x = ${before} }`, 2000), /nested more than 500 levels/],
  ])('may not be too large: %s', (_, locals, detail) => {
    const last = [...locals.matchAll(/a(\d+) =/g)].at(-1)?.[1];
    const { diagnostics } = evaluateModule(
      memoryTree({ 'main.tf': `${locals}output "o" { value = local.a${last} }\n` }),
    );
    expect(diagnostics).toMatchObject([
      { severity: 'error', summary: 'Expression exceeds a limit', detail: expect.stringMatching(detail) },
    ]);
  });

  it('may not be too many, each within its limit', () => {
    const outputs = Array.from({ length: 100 }, (_, index) => `output "o${index}" { value = local.a18 }\n`).join('');
    const text = built('[1, 2]', (before) => `[${before}, ${before}]`, 18) + outputs;
    expect(() => evaluateModule(memoryTree({ 'main.tf': text }))).toThrow(
      /^The values of all resources and outputs up to output\.o\d+ have more than 20,000,000 parts/,
    );
  });
});
