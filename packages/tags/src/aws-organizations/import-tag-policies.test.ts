import { describe, expect, it } from 'vitest';
import { importTagPolicies } from './import-tag-policies.ts';

/** A level with one file. */
const level = (tags: object) => [{ name: 'policy.json', text: JSON.stringify({ tags }) }];

describe('importTagPolicies', () => {
  it('makes a policy of the tag policies of all levels', () => {
    const { policy, notices } = importTagPolicies([
      level({ costcenter: { tag_key: { '@@assign': 'CostCenter' }, tag_value: { '@@assign': ['100', '200'] } } }),
      level({
        costcenter: {
          tag_value: { '@@append': ['300'] },
          enforced_for: { '@@assign': ['ec2:instance', 'nimbus:cloud'] },
          report_required_tag_for: { '@@assign': ['s3:bucket'] },
        },
      }),
    ]);
    const tags = { CostCenter: { optional: true, exactCase: true, oneOf: ['100', '200', '300'] } };
    expect(policy).toMatchObject({
      apiVersion: 'tollgate/v1',
      kind: 'Policy',
      metadata: {
        name: 'aws-tag-policies',
        version: '1.0.0',
        description: 'Made of the tag policies of AWS Organizations.',
        layer: 'org',
      },
      spec: {
        gate: 'tags',
        rules: [
          {
            id: 'costcenter-enforced',
            level: 'hard-mandatory',
            match: { resources: expect.arrayContaining(['aws_instance']) },
            tags,
          },
          {
            id: 'costcenter',
            level: 'advisory',
            description: 'The tag policies of the organization say how "CostCenter" and its values are written.',
            remedy: 'Write the key as "CostCenter", and as its value one of 100, 200, 300.',
            match: { resources: expect.arrayContaining(['aws_*', '!aws_instance']) },
            tags,
          },
          {
            id: 'costcenter-required',
            level: 'hard-mandatory',
            description: 'The tag policies of the organization require "CostCenter".',
            remedy: 'Add the tag "CostCenter".',
            match: { resources: expect.arrayContaining(['aws_s3_bucket']) },
            tags: { CostCenter: {} },
          },
        ],
      },
    });
    expect(notices).toEqual([
      'enforced_for of "CostCenter": nimbus:cloud has no type in Terraform that carries tags, and is left out.',
    ]);
  });

  it.each([
    ['a service', 'dynamodb:*', 'aws_dynamodb_table', 'aws_instance'],
    ['a service with another word', 'ec2:ALL_SUPPORTED', 'aws_vpc', 'aws_dynamodb_table'],
    ['everything', 'ALL_SUPPORTED', 'aws_s3_bucket', 'aws_route'],
  ])('knows the types of %s', (_, name, type, other) => {
    const { policy } = importTagPolicies([level({ a: { tag_key: 'A', enforced_for: [name] } })]);
    const resources = policy.spec.rules[0]?.match?.resources;
    expect(resources).toContain(type);
    expect(resources).not.toContain(other);
  });

  it('takes over values with a star, keys without writing, and levels that it is told', () => {
    const { policy } = importTagPolicies([level({ Mail: { tag_value: ['*@example.com'] } })], {
      name: 'ours',
      level: 'soft-mandatory',
    });
    expect(policy.metadata.name).toBe('ours');
    expect(policy.spec.rules).toMatchObject([
      {
        id: 'mail',
        level: 'soft-mandatory',
        match: { resources: ['aws_*'] },
        tags: { mail: { optional: true, exactCase: true, like: ['*@example.com'] } },
      },
    ]);
  });

  it('gives each key an id of its own', () => {
    const { policy } = importTagPolicies([level({ 'a:b': { tag_key: 'a:b' }, 'a/b': { tag_key: 'a/b' } })]);
    expect(policy.spec.rules.map(({ id }) => id)).toEqual(['a-b', 'a-b-2']);
  });

  it('reads what the command line of AWS answers', () => {
    const content = JSON.stringify({ tags: { a: { tag_key: 'A' } } });
    const answers = [{ Policy: { Content: content } }, { EffectivePolicy: { PolicyContent: content } }];
    for (const answer of answers) {
      const { policy } = importTagPolicies([[{ name: 'answer.json', text: JSON.stringify(answer) }]]);
      expect(policy.spec.rules).toMatchObject([{ tags: { A: {} } }]);
    }
  });

  it.each([
    ['no JSON', '{', 'policy.json: This is no JSON'],
    ['another document', '{"Version":"2012-10-17"}', 'policy.json: This is no tag policy'],
    ['a key that is another', '{"tags":{"a":{"tag_key":"B"}}}', '$.tags.a.tag_key: The key must be "a"'],
    ['a value that is no list', '{"tags":{"a":{"tag_value":"x"}}}', '$.tags.a.tag_value: The value must be a list'],
    ['nothing', '{"tags":{}}', 'The tag policies come to no rule at all'],
    ['a huge file', ' '.repeat(200_001), 'policy.json: The file has 200001 characters'],
  ])('refuses %s', (_, text, message) => {
    expect(() => importTagPolicies([[{ name: 'policy.json', text }]])).toThrow(message);
  });
});
