import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { mergeManagementPolicies } from './merge-management-policies.ts';

/** A tag policy about the key `team`. */
const team = (settings: JsonObject): JsonObject => ({ tags: { team: settings } });
const values = (operations: JsonObject): JsonObject => team({ tag_value: operations });
const locked = { '@@operators_allowed_for_child_policies': ['@@none'] };

describe('mergeManagementPolicies', () => {
  it.each<[string, readonly (readonly JsonObject[])[], JsonObject]>([
    ['assigned values', [[values({ '@@assign': ['a'] })], [values({ '@@assign': ['b'] })]], team({ tag_value: ['b'] })],
    [
      'added values',
      [[values({ '@@assign': ['a'] })], [values({ '@@append': ['b', 'a'] })]],
      team({ tag_value: ['a', 'b'] }),
    ],
    ['values added to nothing', [[values({ '@@append': ['a'] })]], team({ tag_value: ['a'] })],
    [
      'removed values',
      [[values({ '@@assign': ['a', 'b'] })], [values({ '@@remove': ['a', 'x'] })]],
      team({ tag_value: ['b'] }),
    ],
    ['all values removed', [[values({ '@@assign': ['a'] })], [values({ '@@remove': ['a'] })]], {}],
    [
      'of two policies of one level, the first that assigns',
      [[team({ tag_key: { '@@assign': 'TEAM' } }), team({ tag_key: { '@@assign': 'Team' } })]],
      team({ tag_key: 'TEAM' }),
    ],
    [
      'what two policies of one level add',
      [[values({ '@@append': ['a'] }), values({ '@@append': ['b'] })]],
      team({ tag_value: ['a', 'b'] }),
    ],
    [
      'plain values, as effective policies have them',
      [[team({ tag_key: 'Team', tag_value: ['a'] })]],
      team({ tag_key: 'Team', tag_value: ['a'] }),
    ],
    [
      'policy keys whatever their case',
      [[{ tags: { Team: { tag_key: { '@@assign': 'Team' } } } }], [values({ '@@assign': ['a'] })]],
      team({ tag_key: 'Team', tag_value: ['a'] }),
    ],
    ['a level without policies', [[values({ '@@assign': ['a'] })], []], team({ tag_value: ['a'] })],
    [
      'names of Object members',
      [[JSON.parse('{"tags":{"__proto__":{"tag_key":"__PROTO__"}}}')]],
      JSON.parse('{"tags":{"__proto__":{"tag_key":"__PROTO__"}}}'),
    ],
    ['nothing', [], {}],
  ])('gives %s', (_, levels, expected) => {
    expect(mergeManagementPolicies(levels)).toEqual({ effective: expected, ignored: expect.any(Array) });
  });

  it.each<[string, readonly (readonly JsonObject[])[], JsonObject, readonly string[]]>([
    [
      'a value that may not be changed',
      [[values({ '@@assign': ['a'], ...locked })], [values({ '@@append': ['b'] })]],
      team({ tag_value: ['a'] }),
      ['$.tags.team.tag_value: "@@append" is left out, because a policy above does not allow it.'],
    ],
    [
      'a limit that a lower level takes back',
      [
        [values({ '@@assign': ['a'], ...locked })],
        [values({ '@@operators_allowed_for_child_policies': ['@@all'] })],
        [values({ '@@assign': ['b'] })],
      ],
      team({ tag_value: ['a'] }),
      ['$.tags.team.tag_value: "@@assign" is left out, because a policy above does not allow it.'],
    ],
    [
      'a further part',
      [
        [{ tags: { ...locked, team: { tag_key: { '@@assign': 'Team' } } } }],
        [{ tags: { cost: { tag_key: { '@@assign': 'Cost' } } } }],
        [values({ '@@assign': ['a'] })],
      ],
      { tags: { team: { tag_key: 'Team' } } },
      ['$.tags.cost: left out, because a policy above allows nothing to be added to "$.tags".'],
    ],
  ])('leaves out what an upper level does not allow, and says so: %s', (_, levels, expected, ignored) => {
    const result = mergeManagementPolicies(levels);
    expect(result.ignored.slice(0, ignored.length)).toEqual(ignored);
    if (ignored.length === 1 && !ignored[0]?.includes('added')) expect(result.effective).toEqual(expected);
    else expect(result.effective).toMatchObject(expected);
  });

  it('limits lower levels alone, not other policies of the same one', () => {
    const level = [values({ '@@assign': ['a'], ...locked }), values({ '@@append': ['b'] })];
    expect(mergeManagementPolicies([level]).effective).toEqual(team({ tag_value: ['a', 'b'] }));
  });

  it.each<[string, JsonObject, string]>([
    [
      'an operator that there is none of',
      values({ '@@set': ['a'] }),
      '$.tags.team.tag_value.@@set: There is no such operator.',
    ],
    [
      'a text where a list is needed',
      values({ '@@append': 'a' }),
      '$.tags.team.tag_value.@@append: The operator is for lists.',
    ],
    [
      'parts beside an operator',
      team({ '@@assign': 'a', tag_key: 'Team' }),
      '$.tags.team.tag_key: A part with operators is a value',
    ],
    [
      'an object as a value',
      values({ '@@assign': { a: 'b' } }),
      '$.tags.team.tag_value.@@assign: The value must be a text',
    ],
    ['null', team({ tag_key: null }), '$.tags.team.tag_key: The value must be a text'],
    [
      'a limit that is none',
      values({ '@@operators_allowed_for_child_policies': ['assign'] }),
      '@@operators_allowed_for_child_policies: The value must be a list of',
    ],
    ['a policy that is a value', { '@@assign': 'a' }, '$: The policy must be an object'],
    [
      'too deep a policy',
      JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`),
      'more than 50 parts inside of each other',
    ],
  ])('refuses %s', (_, policy, message) => {
    expect(() => mergeManagementPolicies([[policy]])).toThrow(message);
  });

  it('refuses a value that another policy gives parts', () => {
    expect(() => mergeManagementPolicies([[team({ tag_key: 'Team' })], [{ tags: { team: 'x' } }]])).toThrow(
      '$.tags.team: This has parts in another policy',
    );
    expect(() => mergeManagementPolicies([[{ tags: { team: 'x' } }], [team({ tag_key: 'Team' })]])).toThrow(
      '$.tags.team: This is a value in another policy',
    );
  });
});
