import { describe, expect, it } from 'vitest';
import { githubDescription } from './description.ts';
import { type AccessLevel, covers, parseRequirement, requirementOf } from './permissions.ts';

describe('parseRequirement', () => {
  it('reads alternatives and what belongs together', () => {
    expect(parseRequirement('issues=write; contents=write,workflows=write')).toEqual({
      kind: 'permissions',
      accepted: 'issues=write; contents=write,workflows=write',
      alternatives: [
        new Map([['issues', 'write']]),
        new Map([
          ['contents', 'write'],
          ['workflows', 'write'],
        ]),
      ],
    });
  });

  it('refuses what is no permission', () => {
    expect(() => parseRequirement('issues')).toThrow('"issues" in data/permissions.tsv is no permission.');
  });
});

describe('requirementOf', () => {
  it.each(githubDescription().operations)('knows what $id needs', (operation) => {
    expect(requirementOf(operation)).toBeDefined();
  });
});

describe('covers', () => {
  const cases: { held: [string, AccessLevel][]; asked: [string, AccessLevel][]; expected: boolean }[] = [
    { held: [['issues', 'write']], asked: [['issues', 'read']], expected: true },
    { held: [['issues', 'read']], asked: [['issues', 'write']], expected: false },
    { held: [], asked: [['metadata', 'read']], expected: true },
    {
      held: [['contents', 'write']],
      asked: [
        ['contents', 'write'],
        ['workflows', 'write'],
      ],
      expected: false,
    },
  ];
  it.each(cases)('$held for $asked: $expected', ({ held, asked, expected }) => {
    expect(covers(new Map(held), new Map(asked))).toBe(expected);
  });
});
