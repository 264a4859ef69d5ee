import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../test/located-policy.ts';
import { problemText } from '../problem.ts';
import { type LayeredPolicies, layerPolicies } from './layer-policies.ts';

/** Merges the parameters of an org policy with those of the layers below it, each in a file named after its layer. */
async function merge(org: string, ...below: readonly string[]): Promise<LayeredPolicies> {
  const layers = ['org', 'team', 'repository'];
  const texts = [org, ...below].map((params, index) =>
    [
      'apiVersion: tollgate/v1',
      'kind: Policy',
      `metadata: { name: p, layer: ${below.length === 1 && index === 1 ? 'repository' : layers[index]} }`,
      'spec:',
      '  gate: tags',
      `  params: { p: ${params} }`,
      `  rules: [{ id: r${index}, assert: "true" }]`,
    ].join('\n'),
  );
  const read = texts.map((text, index) => readPolicies(text, `${index}.yml`));
  return layerPolicies((await Promise.all(read)).flat(), { environment: null });
}

const list = (childMay: string): string => `{ type: "list<string>", default: [a, b], childMay: [${childMay}] }`;
const number = (childMay: string): string => `{ type: number, default: 10, childMay: [${childMay}] }`;
const map = (childMay: string): string => `{ type: "map<string>", default: { a: x, b: y }, childMay: [${childMay}] }`;

describe('a lower layer changes a parameter', () => {
  it.each<[string, string, unknown]>([
    [list('add'), '{ add: [c, a, c] }', ['a', 'b', 'c']],
    [list('remove'), '{ remove: [a] }', ['b']],
    [list('add, remove'), '{ add: [c], remove: [a] }', ['b', 'c']],
    [list('add, remove'), '{ add: [a, c], remove: [a] }', ['b', 'a', 'c']],
    [list('replace'), '{ add: [c], remove: [a] }', ['b', 'c']],
    [list('add'), '{ value: [c, b, a] }', ['a', 'b', 'c']],
    [list('remove'), '{ value: [b] }', ['b']],
    [list('add, remove'), '{ value: [c, b] }', ['b', 'c']],
    [list('replace'), '{ value: [b, a] }', ['b', 'a']],
    [list(''), '{ value: [a, b] }', ['a', 'b']],
    [list(''), '{ add: [a] }', ['a', 'b']],
    [number('raise'), '{ value: 11 }', 11],
    [number('lower'), '{ value: 9 }', 9],
    [number('replace'), '{ value: 9 }', 9],
    [map('add'), '{ value: { b: y, c: z, a: x } }', { a: 'x', b: 'y', c: 'z' }],
    [map('remove'), '{ value: { a: x } }', { a: 'x' }],
    [map('replace'), '{ value: { a: z } }', { a: 'z' }],
    ['{ type: bool, default: true, childMay: [replace] }', '{ value: false }', false],
    ['{ type: string, default: a, childMay: [replace] }', '{ value: b }', 'b'],
  ])('%s by %s', async (org, below, expected) => {
    const { policies, notices, problems } = await merge(org, below);
    expect({ notices, problems }).toEqual({ notices: [], problems: [] });
    expect(policies[0]?.params.get('p')?.value).toEqual(expected);
  });
});

describe('a change that is not allowed is ignored', () => {
  it.each<[string, string, string]>([
    [
      list('remove'),
      '{ add: [c] }',
      'from ["a","b"] to ["a","b","c"], which the layers above do not allow: ignored. To allow it, list "replace" or "add" in `childMay` of layer org (0.yml:6:16).',
    ],
    [
      list('add'),
      '{ value: [b] }',
      'from ["a","b"] to ["b"], which the layers above do not allow: ignored. To allow it, list "replace" or "remove" in `childMay` of layer org (0.yml:6:16).',
    ],
    [
      list('add, remove'),
      '{ value: [b, a] }',
      'from ["a","b"] to ["b","a"], which the layers above do not allow: ignored. To allow it, list "replace" in `childMay` of layer org (0.yml:6:16).',
    ],
    [
      number('lower'),
      '{ value: 11 }',
      'from 10 to 11, which the layers above do not allow: ignored. To allow it, list "replace" or "raise" in `childMay` of layer org (0.yml:6:16).',
    ],
    [
      map('add, remove'),
      '{ value: { a: z, b: y } }',
      'from {"a":"x","b":"y"} to {"a":"z","b":"y"}, which the layers above do not allow: ignored. To allow it, list "replace" in `childMay` of layer org (0.yml:6:16).',
    ],
  ])('%s by %s', async (org, below, message) => {
    const { policies, notices, problems } = await merge(org, below);
    expect(notices.map((notice) => [notice.kind, notice.param, notice.message])).toEqual([
      ['ignored', 'p', `Layer repository changes the parameter "p" ${message}`],
    ]);
    expect(problems).toEqual([]);
    expect(policies[0]?.params.get('p')?.value).toEqual((await merge(org, '{}')).policies[0]?.params.get('p')?.value);
  });

  it('each of two changes by itself', async () => {
    const { policies, notices } = await merge(list('remove'), '{ add: [c], remove: [a] }');
    expect(policies[0]?.params.get('p')?.value).toEqual(['b']);
    expect(notices).toHaveLength(1);
  });

  it('says what cannot be removed because it is not there', async () => {
    const { notices } = await merge(
      '{ type: "list<string>", default: [prod, staging], childMay: [remove] }',
      '{ remove: [stagin] }',
    );
    expect(notices.map(problemText)).toEqual([
      '1.yml:6:26: ["stagin"] cannot be removed from "p", for it is not in ["prod","staging"]: ignored. Did you mean "staging"?',
    ]);
  });
});

describe('several layers in turn', () => {
  it('may each change what every layer above lists', async () => {
    const team = '{ type: "list<string>", remove: [a], childMay: [remove] }';
    const { policies, notices, problems } = await merge(list('remove'), team, '{ remove: [b] }');
    expect([policies[0]?.params.get('p')?.value, notices, problems]).toEqual([[], [], []]);
  });

  it('may not what a layer in between keeps to itself', async () => {
    const { policies, notices } = await merge(list('remove'), '{ remove: [a] }', '{ remove: [b] }');
    expect(policies[0]?.params.get('p')?.value).toEqual(['b']);
    expect(notices[0]?.message).toMatch(/of layer team \(1\.yml:6:16\)\.$/);
  });
});

describe('problems of parameters', () => {
  it.each<[string, string, string]>([
    [
      list(''),
      '{ type: number }',
      '1.yml:6:24: The parameter "p" was declared as list<string> in 0.yml:6:16, and cannot be number here. Leave out `type`.',
    ],
    [
      list(''),
      '{ type: "list<string>", default: [c] }',
      '1.yml:6:49: "p" was declared in 0.yml:6:16 already. To change it, write `value`, without `type` and `default`.',
    ],
    [
      list('replace'),
      '{ value: c }',
      '1.yml:6:25: The value of "p" has the wrong type: a list<string> is wanted, and this is a string.',
    ],
    [
      list('add'),
      '{ add: [c, 1] }',
      '1.yml:6:23: `add` of "p" has the wrong type: a list<string> is wanted, and element 2 is a number.',
    ],
    [number('raise'), '{ add: [1] }', '1.yml:6:23: `add` changes a list, and "p" is a number. Write its new `value`.'],
    [
      map('add'),
      '{ value: { c: 1 } }',
      '1.yml:6:25: The value of "p" has the wrong type: a map<string> is wanted, and the value of "c" is a number.',
    ],
    [
      list('add'),
      '{ value: [a], add: [c] }',
      '1.yml:6:25: "p" has both `value` and `add` or `remove`. Use one of the two ways.',
    ],
  ])('%s by %s', async (org, below, problem) => {
    const { problems } = await merge(org, below);
    expect(problems.map(problemText)).toEqual([problem]);
  });

  it.each<[string, string]>([
    [
      '{ value: 1 }',
      '0.yml:6:16: No layer above declares the parameter "p". To declare it here, give it a `type` and a `default`.',
    ],
    ['{ type: number }', '0.yml:6:16: The parameter "p" has no value. Give it a `default`.'],
    [
      '{ type: number, default: 1, value: 2 }',
      '0.yml:6:51: `value` changes a parameter of a layer above, and none declares "p". Write `default`.',
    ],
  ])('where it is declared: %s', async (params, problem) => {
    expect((await merge(params)).problems.map(problemText)).toEqual([problem]);
  });
});
