import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../test/located-policy.ts';
import { problemText } from '../problem.ts';
import { type LayeredPolicies, layerPolicies } from './layer-policies.ts';
import type { LayeredRule } from './layered-policy.ts';

interface Said {
  readonly layer?: string;
  readonly rules?: string;
  readonly spec?: string;
  readonly metadata?: string;
}

/** The YAML of a policy `p` of the gate `tags`. Its rules begin in line 6, or 7 after further lines of `spec`. */
function policyText({ layer, rules = '[{ id: own, assert: "true" }]', spec, metadata }: Said): string {
  const layerPart = layer === undefined ? '' : `, layer: ${layer}`;
  return [
    'apiVersion: tollgate/v1',
    'kind: Policy',
    `metadata: { name: p${layerPart}${metadata === undefined ? '' : `, ${metadata}`} }`,
    'spec:',
    '  gate: tags',
    ...(spec === undefined ? [] : [`  ${spec}`]),
    `  rules: ${rules}`,
    '',
  ].join('\n');
}

/** Merges policies, each in a file named after its layer. */
async function merge(said: readonly Said[], environment: string | null = null): Promise<LayeredPolicies> {
  const read = said.map((each) => readPolicies(policyText(each), `${each.layer ?? 'repository'}.yml`));
  return layerPolicies((await Promise.all(read)).flat(), { environment });
}

function ruleOf({ policies }: LayeredPolicies, id: string): LayeredRule | undefined {
  return policies[0]?.rules.find((rule) => rule.id === id);
}

const required = '[{ id: keys, tags: { Owner: {} } }]';

describe('a policy of one layer', () => {
  it('has defaults for what it does not say', async () => {
    const { policies, notices, problems } = await merge([{ rules: required }]);
    expect({ notices, problems }).toEqual({ notices: [], problems: [] });
    expect(policies).toMatchObject([
      { name: 'p', version: '0.0.0', gate: 'tags', owners: [], exceptions: { sameChange: 'warn' } },
    ]);
    expect(policies[0]?.layers.map(({ layer }) => layer)).toEqual(['repository']);
    expect(policies[0]?.rules).toMatchObject([
      {
        id: 'keys',
        level: 'hard-mandatory',
        onUnknown: 'warn',
        description: null,
        remedy: null,
        override: null,
        exclude: [],
        clauses: [{ condition: { kind: 'form', form: 'tags', value: { Owner: {} } }, matches: [], message: null }],
      },
    ]);
  });

  it('keeps what it says', async () => {
    const merged = await merge([
      {
        metadata: 'version: 1.2.3, owners: [a], controls: [C-1]',
        spec: 'match: { actions: [create] }',
        rules:
          '[{ id: keys, level: soft-mandatory, onUnknown: fail, description: d, remedy: r, message: m, controls: [C-2], match: { changedOnly: true }, override: { approvers: ["team:x"] }, assert: "true" }]',
      },
    ]);
    expect(merged.policies).toMatchObject([{ version: '1.2.3', owners: ['a'], controls: ['C-1'] }]);
    expect(ruleOf(merged, 'keys')).toMatchObject({
      level: 'soft-mandatory',
      onUnknown: 'fail',
      description: 'd',
      remedy: 'r',
      controls: ['C-2'],
      override: { approvers: ['team:x'] },
      clauses: [
        {
          path: ['spec', 'rules', 0],
          matches: [
            { match: { actions: ['create'] }, path: ['spec', 'match'] },
            { match: { changedOnly: true }, path: ['spec', 'rules', 0, 'match'] },
          ],
          condition: { kind: 'assert', expression: 'true' },
          message: 'm',
        },
      ],
    });
  });
});

describe('a lower layer may always tighten', () => {
  it.each([
    [
      'level',
      '{ id: keys, level: advisory, assert: "a" }',
      '{ id: keys, level: hard-mandatory }',
      { level: 'hard-mandatory' },
    ],
    ['onUnknown', '{ id: keys, onUnknown: pass, assert: "a" }', '{ id: keys, onUnknown: fail }', { onUnknown: 'fail' }],
    [
      'fewer approvers',
      '{ id: keys, override: { approvers: ["user:a", "user:b"] }, assert: "a" }',
      '{ id: keys, override: { approvers: ["user:b"] } }',
      { override: { approvers: ['user:b'] } },
    ],
    [
      'more approvals',
      '{ id: keys, override: { approvers: ["user:a", "user:b"] }, assert: "a" }',
      '{ id: keys, override: { approvers: ["user:a", "user:b"], minApprovals: 2 } }',
      { override: { approvers: ['user:a', 'user:b'], minApprovals: 2 } },
    ],
  ])('%s', async (_, above, below, expected) => {
    const merged = await merge([{ layer: 'org', rules: `[${above}]` }, { rules: `[${below}]` }]);
    expect(ruleOf(merged, 'keys')).toMatchObject(expected);
    expect([merged.notices, merged.problems]).toEqual([[], []]);
  });

  it('a condition of its own, for what its own match says', async () => {
    const merged = await merge([
      { layer: 'org', rules: required },
      { spec: 'match: { resources: [aws_x] }', rules: '[{ id: keys, tags: { Team: {} } }, { id: more, assert: "b" }]' },
    ]);
    const clauses = ruleOf(merged, 'keys')?.clauses;
    expect(clauses?.map(({ condition, matches, located }) => [condition, matches.length, located.places.file])).toEqual(
      [
        [{ kind: 'form', form: 'tags', value: { Owner: {} } }, 0, 'org.yml'],
        [{ kind: 'form', form: 'tags', value: { Team: {} } }, 1, 'repository.yml'],
      ],
    );
    expect(ruleOf(merged, 'more')?.clauses).toHaveLength(1);
    expect([merged.notices, merged.problems]).toEqual([[], []]);
  });
});

describe('a lower layer may loosen what all layers above list', () => {
  it.each([
    ['level', 'level: advisory', { level: 'advisory' }, 'lowers the level from hard-mandatory to advisory'],
    ['onUnknown', 'onUnknown: pass', { onUnknown: 'pass' }, 'lowers `onUnknown` from warn to pass'],
    ['exclude', 'exclude: [aws_x]', { exclude: ['aws_x'] }, 'takes out "aws_x"'],
    [
      'override',
      'override: { approvers: ["user:a"] }',
      { override: { approvers: ['user:a'] } },
      'lets others override it, or with fewer approvals',
    ],
    ['disable', 'disable: true', undefined, 'disables it'],
  ])('%s', async (key, said, loosened, what) => {
    const rules = (childMay: string): string => `[{ id: keys, assert: "a"${childMay} }]`;
    const below = { rules: `[{ id: keys, ${said} }]` };

    const refused = await merge([{ layer: 'org', rules: rules('') }, below]);
    const strict = ruleOf(await merge([{ layer: 'org', rules: rules('') }]), 'keys');
    expect({ ...ruleOf(refused, 'keys'), clauses: 1 }).toEqual({ ...strict, clauses: 1 });
    expect(refused.notices.map(problemText)).toEqual([
      `repository.yml:6:${refused.notices[0]?.column}: Rule "keys": layer repository ${what}, which the layers above do not allow: ignored. To allow it, list "${key}" in \`childMay\` of layer org (org.yml:6:11).`,
    ]);

    const allowed = await merge([{ layer: 'org', rules: rules(`, childMay: [${key}]`) }, below]);
    if (loosened === undefined) expect(ruleOf(allowed, 'keys')).toBeUndefined();
    else expect(ruleOf(allowed, 'keys')).toMatchObject(loosened);
    expect(allowed.notices).toMatchObject([
      { kind: 'loosened', policy: 'p', rule: 'keys', param: null, layer: 'repository' },
    ]);
  });

  it('not when a layer in between says something of the rule and does not list it', async () => {
    const merged = await merge([
      { layer: 'org', rules: '[{ id: keys, assert: "a", childMay: [level] }]' },
      { layer: 'team', rules: '[{ id: keys, assert: "b" }]' },
      { rules: '[{ id: keys, level: advisory }]' },
    ]);
    expect(ruleOf(merged, 'keys')?.level).toBe('hard-mandatory');
    expect(merged.notices[0]?.message).toMatch(/of layer team \(team\.yml:6:11\)\.$/);
  });

  it('and a layer below can enable a disabled rule again, or judge by a condition of its own', async () => {
    const org = { layer: 'org', rules: '[{ id: keys, assert: "a", childMay: [disable] }]' };
    const team = { layer: 'team', rules: '[{ id: keys, disable: true }]' };
    const enabled = await merge([org, team, { rules: '[{ id: keys, disable: false }]' }]);
    expect(ruleOf(enabled, 'keys')?.clauses.map(({ condition }) => condition)).toEqual([
      { kind: 'assert', expression: 'a' },
    ]);
    const own = await merge([org, team, { rules: '[{ id: keys, assert: "b" }]' }]);
    expect(ruleOf(own, 'keys')?.clauses.map(({ condition }) => condition)).toEqual([
      { kind: 'assert', expression: 'b' },
    ]);
  });

  it('says that a match or a message without a condition changes nothing', async () => {
    const merged = await merge([
      { layer: 'org', rules: required },
      {
        spec: 'match: { resources: [aws_x] }',
        rules: '[{ id: keys, level: hard-mandatory, match: { resources: [aws_x] }, message: m }]',
      },
    ]);
    expect(merged.notices.map(({ kind, line, message }) => [kind, line, message.slice(0, 40)])).toEqual([
      ['ignored', 6, '`match` is for the conditions of the sam'],
      ['ignored', 7, 'Rule "keys": `match` is for a condition '],
      ['ignored', 7, 'Rule "keys": `message` is for a conditio'],
    ]);
  });
});

describe('terms of exceptions', () => {
  it.each([
    ['{ maxDays: 90 }', '{ maxDays: 30, sameChange: deny }', { maxDays: 30, sameChange: 'deny' }, []],
    [
      '{ maxDays: 30, sameChange: deny }',
      '{ maxDays: 90, sameChange: allow }',
      { maxDays: 30, sameChange: 'deny' },
      [
        'Layer repository lets exceptions last 90 days (30 above), which is looser than the layers above: ignored.',
        'Layer repository sets `sameChange` to allow (deny above), which is looser than the layers above: ignored.',
      ],
    ],
    [
      '{ maxDays: 30 }',
      '{ sameChange: allow }',
      { maxDays: 30, sameChange: 'warn' },
      ['Layer repository sets `sameChange` to allow (warn above), which is looser than the layers above: ignored.'],
    ],
  ])('%s and %s', async (above, below, expected, notices) => {
    const merged = await merge([
      { layer: 'org', rules: required, spec: `exceptions: ${above}` },
      { spec: `exceptions: ${below}` },
    ]);
    expect(merged.policies[0]?.exceptions).toEqual(expected);
    expect(merged.notices.map(({ message }) => message)).toEqual(notices);
  });
});

describe('environments', () => {
  const org = { layer: 'org', rules: required };
  const production = {
    layer: 'environment',
    metadata: 'environment: production',
    rules: '[{ id: keys, onUnknown: fail }]',
  };

  it.each([
    ['production', 'fail'],
    ['staging', 'warn'],
    [null, 'warn'],
  ])('in %s, unknown tags are a %s', async (environment, onUnknown) => {
    const merged = await merge([org, production], environment);
    expect(ruleOf(merged, 'keys')?.onUnknown).toBe(onUnknown);
    expect(merged.problems).toEqual([]);
  });

  it('shows what is wrong in the layer of another environment', async () => {
    const broken = { ...production, rules: '[{ id: keyes, onUnknown: fail }]' };
    const { problems } = await merge([org, broken], 'staging');
    expect(problems.map(problemText)).toEqual([
      'environment.yml:6:11: The rule "keyes" has no condition, and no layer above has a rule of this id. Did you mean "keys"? Give it an `assert` or a form of its gate, or leave it out.',
    ]);
  });
});

describe('problems', () => {
  it.each<[string, readonly Said[], readonly string[]]>([
    [
      'two policies of one name in one layer',
      [{ layer: 'team' }, { layer: 'team' }],
      [
        'team.yml:3:19: Two policies of layer team are named "p"; the other is at team.yml:3:19. Give one of them another name, or another `layer`.',
      ],
    ],
    [
      'a rule that loosens nothing',
      [{ layer: 'org', rules: required }, { rules: '[{ id: kees, level: advisory }]' }],
      [
        'repository.yml:6:11: The rule "kees" has no condition, and no layer above has a rule of this id. Did you mean "keys"? Give it an `assert` or a form of its gate, or leave it out.',
      ],
    ],
    [
      'an exclude of a rule of its own',
      [{ rules: '[{ id: own, assert: "a", exclude: [x] }]' }],
      [
        'repository.yml:6:44: `exclude` loosens a rule of a layer above, and none has a rule "own". Write the patterns in `match.resources`, each with a leading "!".',
      ],
    ],
  ])('%s', async (_, said, expected) => {
    expect((await merge(said)).problems.map(problemText)).toEqual(expected);
  });

  it('another gate than above', async () => {
    const org = await readPolicies(policyText({ layer: 'org' }), 'org.yml');
    const repository = await readPolicies(policyText({}).replace('gate: tags', 'gate: cost'), 'repository.yml');
    const { policies, problems } = layerPolicies([...repository, ...org], { environment: null });
    expect(problems.map(problemText)).toEqual([
      'repository.yml:5:9: The policy "p" is for the gate "tags" in layer org (org.yml:5:9), and for "cost" here. Name the same gate, or give this policy another name.',
    ]);
    expect(policies[0]?.layers).toHaveLength(1);
  });
});
