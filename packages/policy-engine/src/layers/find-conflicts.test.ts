import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../test/located-policy.ts';
import type { JsonValue } from '../json.ts';
import { findConflicts } from './find-conflicts.ts';
import { layerPolicies } from './layer-policies.ts';
import { isMap } from './param-type.ts';
import type { ConflictGate } from './prepared-clause.ts';

/** A gate whose form names keys that have to be there (`true`) or must not be (`false`). */
const gate: ConflictGate = {
  name: 'things',
  nameForms: ['{}.*', 'data.{}.*', 'module.*.{}.*'],
  forms: [
    {
      name: 'keys',
      conflicts: (one, other) =>
        keysOf(one)
          .filter((key) => isMap(one) && isMap(other) && Object.hasOwn(other, key) && one[key] !== other[key])
          .map((key) => `"${key}" is both required and forbidden.`),
    },
    { name: 'other' },
  ],
};

function keysOf(value: JsonValue): string[] {
  return isMap(value) ? Object.keys(value) : [];
}

/** The conflicts of policies `p1`, `p2`…, each given as what stands in its `spec` behind the gate; rules begin in line 6. */
async function conflictsOf(...specs: readonly string[]): Promise<string[]> {
  const read = specs.map((spec, index) =>
    readPolicies(
      `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: p${index + 1} }\nspec:\n  gate: things\n${spec
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n')}\n`,
      `${index + 1}.yml`,
    ),
  );
  const { policies, problems } = layerPolicies((await Promise.all(read)).flat(), { environment: null });
  expect(problems).toEqual([]);
  return findConflicts(policies, [gate]).map(
    ({ file, line, column, severity, message }) => `${severity} ${file}:${line}:${column}: ${message}`,
  );
}

describe('one rule', () => {
  it.each([
    [
      'a match that takes everything out',
      'rules: [{ id: r, match: { resources: ["aws_x", "!aws_*"] }, assert: x }]',
      'error 1.yml:6:40: ["aws_x", "!aws_*"] takes everything out, so that nothing is judged. The last pattern that matches counts.',
    ],
    [
      'a match of the policy that takes everything out, said once',
      'match: { resources: ["!*"] }\nrules: [{ id: r, assert: x }, { id: s, assert: y }]',
      'error 1.yml:6:23: ["!*"] takes everything out, so that nothing is judged. The last pattern that matches counts.',
    ],
    [
      'matches of policy and rule without a subject in common',
      'match: { resources: ["aws_*"] }\nrules: [{ id: r, match: { resources: ["google_*"] }, assert: x }]',
      'error 1.yml:7:40: No subject can be both in ["aws_*"] and in ["google_*"], so that rule "p1/r" judges nothing. The match of the policy and that of the rule must both hold.',
    ],
    [
      'a `when` that is never true',
      `rules: [{ id: r, match: { when: "x == 'a' && x == 'b'" }, assert: y }]`,
      'error 1.yml:6:36: `when` can never be true, so that nothing is judged. Mend it, or take the rule out.',
    ],
    [
      'a `when` that is always true',
      'rules: [{ id: r, match: { when: "1 < 2" }, assert: y }]',
      'warning 1.yml:6:36: `when` is true for every subject. Leave it out, or mend it.',
    ],
    [
      '`when` of policy and rule that are never both true',
      `match: { when: "x in ['a', 'b']" }\nrules: [{ id: r, match: { when: "x == 'c'" }, assert: y }]`,
      'error 1.yml:7:36: `when` of the policy and of rule "p1/r" can never both be true, so that the rule judges nothing.',
    ],
    [
      'a condition that cannot be kept',
      `rules: [{ id: r, assert: "x == 'a' && x == 'b'" }]`,
      'error 1.yml:6:29: No subject can keep this condition, whatever its values are. Mend it.',
    ],
    [
      'a plain false for every subject',
      'rules: [{ id: r, assert: "false" }]',
      'error 1.yml:6:29: No subject can keep this condition, whatever its values are. Mend it, or say in `match` what is not allowed at all.',
    ],
    [
      'a condition that is always kept, in a block of text',
      `rules:\n  - id: r\n    assert: |\n      x != 'a' ||\n      x != 'b'`,
      'warning 1.yml:9:9: This condition holds for every subject, so that the rule checks nothing. Mend it.',
    ],
  ])('%s', async (_, spec, conflict) => {
    expect(await conflictsOf(spec)).toEqual([conflict]);
  });

  it.each([
    [
      'a plain false for what a match names, which denies it',
      'rules: [{ id: r, match: { resources: ["aws_x"] }, assert: "false" }]',
    ],
    [
      'a `when` that a parameter turns off',
      'params: { on: { type: bool, default: false } }\nrules: [{ id: r, match: { when: "params.on" }, assert: x }]',
    ],
    ['what cannot be parsed', 'rules: [{ id: r, assert: "x ==" }]'],
  ])('%s is none', async (_, spec) => {
    expect(await conflictsOf(spec)).toEqual([]);
  });
});

describe('two rules that contradict each other', () => {
  it('in forms', async () => {
    expect(
      await conflictsOf(
        'match: { resources: ["aws_*"] }\nrules: [{ id: r, keys: { Owner: true } }]',
        'rules: [{ id: s, match: { resources: ["*_bucket"] }, keys: { Owner: false } }]',
      ),
    ).toEqual([
      'error 2.yml:6:11: The rules "p1/r" and "p2/s" contradict each other for subjects such as "aws_x_bucket.x": "Owner" is both required and forbidden. The other is at 1.yml:7:11. Change one of them, or what it matches.',
    ]);
  });

  it('in conditions', async () => {
    expect(await conflictsOf(`rules: [{ id: r, assert: "x == 'a'" }, { id: s, assert: "x in ['b', 'c']" }]`)).toEqual([
      `error 1.yml:6:42: The rules "p1/r" and "p1/s" contradict each other for every subject: "x == 'a'" and "x in ['b', 'c']" cannot both hold. The other is at 1.yml:6:11. Change one of them, or what it matches.`,
    ]);
  });

  it('in parameters', async () => {
    const spec =
      'params: { a: { type: bool, default: true } }\nrules: [{ id: r, keys: { K: $params.a } }, { id: s, keys: { K: false } }]';
    expect(await conflictsOf(spec)).toHaveLength(1);
    expect(await conflictsOf(spec.replace('default: true', 'default: false'))).toEqual([]);
  });

  it('in layers of one rule', async () => {
    const layer = (name: string, value: boolean): string =>
      `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: p, layer: ${name} }\nspec: { gate: things, rules: [{ id: r, keys: { K: ${value} } }] }\n`;
    const read = await readPolicies(`${layer('org', true)}---\n${layer('team', false)}`);
    const conflicts = findConflicts(layerPolicies(read, { environment: null }).policies, [gate]);
    expect(conflicts.map(({ severity, line, message }) => [severity, line, message])).toEqual([
      [
        'error',
        9,
        'The layers of rule "p/r" contradict each other for every subject: "K" is both required and forbidden. The other is at policies.yml:4:31. Change one of them, or what it matches.',
      ],
    ]);
  });

  it.each([
    ['one is advisory', '{ id: r, level: advisory, keys: { K: true } }', '{ id: s, keys: { K: false } }'],
    [
      'it depends on `when` whether both are for a subject',
      '{ id: r, match: { when: x }, keys: { K: true } }',
      '{ id: s, keys: { K: false } }',
    ],
  ])('is only a warning when %s', async (_, one, other) => {
    const conflicts = await conflictsOf(`rules: [${one}, ${other}]`);
    expect(conflicts.map((conflict) => conflict.split(' ')[0])).toEqual(['warning']);
  });

  it.each([
    [
      'patterns never meet',
      '{ id: r, match: { resources: ["aws_*"] }, keys: { K: true } }',
      '{ id: s, match: { resources: ["google_*"] }, keys: { K: false } }',
    ],
    [
      'one takes out what the other is for',
      '{ id: r, match: { resources: ["aws_x"] }, keys: { K: true } }',
      '{ id: s, match: { resources: ["!aws_x"] }, keys: { K: false } }',
    ],
    [
      'actions differ',
      '{ id: r, match: { actions: [create] }, keys: { K: true } }',
      '{ id: s, match: { actions: [delete] }, keys: { K: false } }',
    ],
    [
      '`when` of both is never true',
      `{ id: r, match: { when: "x == 'a'" }, keys: { K: true } }`,
      `{ id: s, match: { when: "x == 'b'" }, keys: { K: false } }`,
    ],
    ['their keys differ', '{ id: r, keys: { K: true } }', '{ id: s, keys: { L: false } }'],
    ['their forms differ', '{ id: r, keys: { K: true } }', '{ id: s, other: { K: false } }'],
    ['they are about different terms', `{ id: r, assert: "x == 'a'" }`, `{ id: s, assert: "y == 'b'" }`],
    [
      'one denies what it matches',
      `{ id: r, match: { resources: ["aws_x"] }, assert: "false" }`,
      `{ id: s, assert: "x == 'b'" }`,
    ],
  ])('is none when %s', async (_, one, other) => {
    expect(await conflictsOf(`rules: [${one}, ${other}]`)).toEqual([]);
  });

  it('is none when the same parameter has different values in two policies', async () => {
    const spec = (value: string): string =>
      `params: { a: { type: string, default: ${value} } }\nrules: [{ id: r, assert: "params.a == '${value}'" }]`;
    expect(await conflictsOf(spec('x'), spec('y'))).toEqual([]);
  });
});

it('lists a hundred contradictions and no more', async () => {
  const rules = Array.from({ length: 30 }, (_, index) => `  - { id: r${index}, keys: { K: ${index % 2 === 0} } }`);
  const conflicts = await conflictsOf(`rules:\n${rules.join('\n')}`);
  expect(conflicts.filter((conflict) => conflict.startsWith('error'))).toHaveLength(100);
  expect(conflicts.filter((conflict) => conflict.startsWith('warning'))).toEqual([
    expect.stringContaining('More than 100 pairs of rules may contradict each other; the others are not listed.'),
  ]);
});

it('says when there are too many rules to compare all', async () => {
  const rules = Array.from({ length: 500 }, (_, index) => `  - { id: r${index}, keys: { K: true } }`);
  expect(await conflictsOf(`rules:\n${rules.join('\n')}`)).toEqual([
    expect.stringMatching(/^warning 1\.yml:\d+:\d+: There are too many rules to compare each with every other one/),
  ]);
});

it('does not depend on the order of the policies', async () => {
  const one =
    'apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: a }\nspec: { gate: things, rules: [{ id: r, keys: { K: true } }] }\n';
  const read = await readPolicies(`${one}---\n${one.replace('name: a', 'name: b').replace('true', 'false')}`);
  const ordered = layerPolicies(read, { environment: null });
  const reversed = layerPolicies(read.toReversed(), { environment: null });
  expect(reversed).toEqual(ordered);
  expect(findConflicts(reversed.policies, [gate])).toEqual(findConflicts(ordered.policies, [gate]));
});
