import { describe, expect, it } from 'vitest';
import { assertText, policiesOf, policyOf, policyText } from '../../test/judging.ts';
import { identify } from '../policy.ts';

describe('what is wrong with a policy is told at its place in the file', () => {
  const params = 'params: { sizes: { type: "list<number>", default: [1] }, owner: { type: string, default: me } }\n';
  it.each([
    {
      name: 'a field that is not there',
      spec: 'rules:\n  - id: a\n    assert: thing.typ == "a"',
      problem: 'a.yml:8:21: There is no field "typ"; did you mean "type"?',
    },
    {
      name: 'the second line of a block',
      spec: 'rules:\n  - id: a\n    assert: |\n      thing.size > 3 &&\n        thing.name = "x"',
      problem: 'a.yml:10:22: Unexpected character "=": write "==" to compare.',
    },
    {
      name: 'a condition that gives no truth',
      spec: 'rules:\n  - id: a\n    assert: thing.size',
      problem: 'a.yml:8:15: The expression must give bool, but it gives number.',
    },
    {
      name: 'a parameter that is misspelt',
      spec: `${params}rules:\n  - id: a\n    assert: thing.size in params.size`,
      problem: 'a.yml:9:36: There is no field "size"; did you mean "sizes"?',
    },
    {
      name: 'a parameter of the wrong type',
      spec: `${params}rules:\n  - id: a\n    assert: thing.size == params.owner`,
      problem: 'a.yml:9:15: Number is never equal to string.',
    },
    {
      name: 'no parameters at all',
      spec: 'rules:\n  - id: a\n    assert: params.owner == "x"',
      problem: 'a.yml:8:22: There is no field "owner".',
    },
    {
      name: 'the match of a policy, once for all its rules',
      spec: 'match: { when: "thing.siz > 1" }\nrules:\n  - id: a\n    assert: "true"\n  - id: b\n    assert: "true"',
      problem: 'a.yml:6:25: There is no field "siz"; did you mean "size"?',
    },
    {
      name: 'the match of a rule',
      spec: "rules:\n  - id: a\n    match: { when: 'thing.isOpn' }\n    assert: 'true'",
      problem: 'a.yml:8:29: There is no field "isOpn"; did you mean "isOpen"?',
    },
    {
      name: 'an expression of a message',
      spec: 'rules:\n  - id: a\n    assert: thing.isOpen\n    message: "is ${thing.siz}"',
      problem: 'a.yml:9:28: There is no field "siz"; did you mean "size"?',
    },
    {
      name: 'an expression on the second line of a message',
      spec: 'rules:\n  - id: a\n    assert: thing.isOpen\n    message: |\n      is\n      ${thing.name +}',
      problem: 'a.yml:11:23: The expression ends where an expression is expected.',
    },
    {
      name: 'an expression of a message that does not end',
      spec: 'rules:\n  - id: a\n    assert: thing.isOpen\n    message: "is ${thing.size"',
      problem:
        'a.yml:9:20: The "${" of the message has no "}"; close it, or write "$${" for the characters themselves.',
    },
    {
      name: 'a form that the gate does not have',
      spec: 'rules:\n  - id: a\n    lables: { least: 1 }',
      problem:
        'a.yml:8:7: The gate "thing" has no form of rules named "lables"; it has `assert`, `labels`. Did you mean "labels"?',
    },
    {
      name: 'an unknown key of a form',
      spec: 'rules:\n  - id: a\n    labels: { leest: 1 }',
      problem: 'a.yml:8:17: Unknown key "leest" in spec.rules[0].labels. Did you mean "least"?',
    },
    {
      name: 'a value of a form of the wrong type',
      spec: 'rules:\n  - id: a\n    labels: { least: many }',
      problem: 'a.yml:8:24: spec.rules[0].labels.least must be a whole number, not "many".',
    },
    {
      name: 'a form that means nothing',
      spec: 'rules:\n  - id: a\n    labels:\n      least: 3\n      most: 1',
      problem: 'a.yml:10:15: No thing has at least 3 and at most 1 labels.',
    },
    {
      name: 'a form with a parameter that is not there',
      spec: `${params}rules:\n  - id: a\n    labels: { allowed: $params.sizez }`,
      problem: 'a.yml:9:26: The policy has no parameter "sizez". Did you mean "sizes"?',
    },
    {
      name: 'a form with a parameter of the wrong type',
      spec: `${params}rules:\n  - id: a\n    labels: { least: $params.owner }`,
      problem: 'a.yml:9:24: spec.rules[0].labels.least must be a whole number, not "me".',
    },
  ])('$name', async ({ spec, problem }) => {
    const { policies, problems } = await policiesOf([policyText(spec)]);
    expect(problems).toEqual([problem]);
    expect(policies).toEqual([]);
  });

  it('all at once, in the order of the file', async () => {
    const { problems } = await policiesOf([
      policyText('rules:\n  - id: b\n    assert: thing.a\n    message: "${thing.b}"\n  - id: a\n    assert: thing.c'),
    ]);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['a.yml:8:21:', 'a.yml:9:25:', 'a.yml:11:21:']);
  });

  it('each in its own layer', async () => {
    const rule = (field: string) => `rules:\n  - id: a\n    assert: thing.${field}`;
    const { problems } = await policiesOf([
      policyText(rule('isOpn'), 'things', 'org'),
      policyText(rule('isOpem'), 'things', 'repository'),
    ]);
    expect(problems).toEqual([
      'a.yml:8:21: There is no field "isOpn"; did you mean "isOpen"?',
      'b.yml:8:21: There is no field "isOpem"; did you mean "isOpen"?',
    ]);
  });

  it('a policy of another gate', async () => {
    const { problems } = await policiesOf([assertText('true').replace('gate: thing', 'gate: thnig')]);
    expect(problems).toEqual([
      'a.yml:5:9: The policy "things" is for the gate "thnig", but what is judged here is for "thing".',
    ]);
  });
});

describe('a compiled policy', () => {
  it('carries what reports say of its rules', async () => {
    const lines = ['level: soft-mandatory', 'remedy: Close it.', 'description: Nothing is open.', 'controls: [C-1]'];
    const policy = await policyOf(assertText('!thing.isOpen', ...lines, 'override: { approvers: ["user:me"] }'));
    expect(policy.rules[0]).toMatchObject({
      id: 'rule',
      level: 'soft-mandatory',
      onUnknown: 'warn',
      description: 'Nothing is open.',
      remedy: 'Close it.',
      controls: ['C-1'],
      override: { approvers: ['user:me'] },
    });
  });

  it('has a digest of what it demands, not of how it is written or where', async () => {
    const plain = await policiesOf([assertText('thing.isOpen', 'level: advisory')]);
    const reordered = assertText('thing.isOpen', 'level: advisory')
      .replace(
        '      assert: "thing.isOpen"\n      level: advisory',
        '      level: advisory\n      assert: thing.isOpen # a comment',
      )
      .replace('metadata: { name: things, layer: repository }', 'metadata:\n  layer: repository\n  name: things');
    const other = await policiesOf([assertText('true'), reordered.replace('name: things', 'name: others')]);
    const same = await policiesOf([
      assertText('true', 'level: advisory').replace('name: things', 'name: a'),
      reordered,
    ]);
    const digests = [plain, same, other].map(({ policies }) => policies.map((policy) => identify(policy).digest));
    expect(digests[1]?.[1]).toBe(digests[0]?.[0]);
    expect(digests[2]).not.toContain(digests[0]?.[0]);
  });

  it('has another digest with another value of a parameter', async () => {
    const text = (value: number) =>
      policyText(
        `params: { most: { type: number, default: ${value} } }\nrules:\n  - id: a\n    assert: thing.size < params.most`,
      );
    const [one, two] = await Promise.all([policyOf(text(1)), policyOf(text(2))]);
    expect(identify(one).digest).not.toBe(identify(two).digest);
  });
});
