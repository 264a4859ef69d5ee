import type { ReportedTags } from '@tollgate/tags';
import { describe, expect, it } from 'vitest';
import { tagsText } from './tags-text.ts';

const none: ReportedTags = {
  address: 'aws_vpc.a',
  type: 'aws_vpc',
  taggable: true,
  tags: {},
  unknownKeys: false,
  unknownValues: [],
  fromDefaults: [],
  sensitiveValues: [],
  hiddenKeys: false,
  nested: {},
};

/** The lines below the first for one resource. */
function linesOf(resource: Partial<ReportedTags>): readonly string[] {
  const report = { kind: 'TagReport', version: 1, resources: [{ ...none, ...resource }] } as const;
  return tagsText(report, { title: 'infra', color: false, moduleOf: () => null })
    .trimEnd()
    .split('\n')
    .slice(2);
}

describe('the tags of a resource as text', () => {
  it.each<[string, Partial<ReportedTags>, readonly string[]]>([
    ['none', {}, ['(none)']],
    ['keys that are not known', { unknownKeys: true }, ['(further keys may be known only after apply)']],
    ['keys that must not be shown', { hiddenKeys: true }, ['(further keys are sensitive)']],
    ['a key as of every object', { unknownValues: ['__proto__'] }, ['__proto__  (known only after apply)']],
    ['wide letters', { tags: { 所有者: 'a', Env: 'prod' } }, ['Env     prod', '所有者  a']],
    [
      'what would move the cursor or hide',
      {
        tags: { 'a\u001b[2J': 'x\r\n::error::y', 'b\u202e': 'z' },
        lookAlikes: [{ key: 'b\u202e', reading: 'b', note: 'ends with a character that cannot be seen' }],
      },
      [
        'a\\u{1b}[2J  x\\r\\n::error::y',
        'b\\u{202e}   z                (reads as b, and ends with a character that cannot be seen)',
      ],
    ],
    [
      'what it launches, with what is not known and why',
      {
        nested: { instances: {}, tasks: { Team: 'core', Empty: '' } },
        nestedUnknown: { tasks: { unknownKeys: true, unknownValues: ['Owner'], reasons: ['a reason\u001b'] } },
      },
      [
        '(none)',
        'tasks',
        '  Empty  ""',
        '  Owner  (known only after apply)',
        '  Team   core',
        '  (further keys may be known only after apply: a reason\\u{1b})',
      ],
    ],
    ['a long value', { tags: { Note: 'x'.repeat(500) } }, [`Note  ${'x'.repeat(119)}…`]],
  ])('%s', (_, resource, expected) => {
    expect(linesOf(resource).slice(1)).toEqual(expected.map((line) => `  ${line}`));
  });

  it('names some of 200 keys, and says how many more there are', () => {
    const tags = Object.fromEntries([...Array(200).keys()].map((index) => [`Key${index}`, 'x']));
    const lines = linesOf({ tags });
    expect(lines).toHaveLength(62);
    expect(lines.at(-1)).toBe('  … 140 more');
  });
});
