import { describe, expect, it } from 'vitest';
import { problemText } from '../problem.ts';
import { readDocuments } from './read-documents.ts';

const head = 'apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: a }\n';
const rules = (text: string) => `${head}spec:\n  gate: tags\n  rules:\n${text}`;
const good = `${head}spec: { gate: tags, rules: [{ id: r, assert: "true" }] }\n`;
const exception = (spec: string, metadata = '{ name: EX-7 }') =>
  `apiVersion: tollgate/v1\nkind: Exception\nmetadata: ${metadata}\nspec: ${spec}\n`;

async function problemsOf(text: string): Promise<readonly string[]> {
  const { problems } = await readDocuments([{ file: 'f.yml', text }]);
  return problems.map(problemText);
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly string[];
}

const envelope: readonly Case[] = [
  {
    name: 'a list',
    text: '- a\n',
    problems: ['f.yml:1:1: A document must be a mapping that begins with "apiVersion: tollgate/v1" and "kind".'],
  },
  {
    name: 'something else altogether',
    text: '# a workflow\non: push\n',
    problems: [
      'f.yml:2:1: The document lacks the key "kind". Begin it with "apiVersion: tollgate/v1" and "kind", or keep the file out of the policies.',
    ],
  },
  {
    name: 'a document without apiVersion',
    text: 'kind: Pack\nmetadata: { name: a, version: 1.0.0, description: d }\n',
    problems: ['f.yml:1:1: The document lacks the key "apiVersion". Add it: The version of the format: tollgate/v1.'],
  },
  {
    name: 'another version of the format',
    text: good.replace('v1', 'v2'),
    problems: ['f.yml:1:13: apiVersion must be "tollgate/v1", not "tollgate/v2".'],
  },
  {
    name: 'a kind with a slip',
    text: 'apiVersion: tollgate/v1\nkind: Polcy\n',
    problems: ['f.yml:2:7: Nothing is known of the kind "Polcy". Did you mean "Policy"?'],
  },
  {
    name: 'a kind of another system',
    text: 'apiVersion: v1\nkind: Deployment\n',
    problems: [
      'f.yml:2:7: Nothing is known of the kind "Deployment". Choose among Policy, Exception, Override, PolicyTest, Pack, Lock.',
    ],
  },
  {
    name: 'a baseline among policies',
    text: 'apiVersion: tollgate/v1\nkind: Baseline\n',
    problems: ['f.yml:2:7: A baseline is no policy: give it with --baseline, and keep the file elsewhere.'],
  },
  {
    name: 'a slip in the word kind',
    text: 'apiVersion: tollgate/v1\nKind: Policy\n',
    problems: ['f.yml:2:1: Unknown key "Kind". Did you mean "kind"?'],
  },
];

const structure: readonly Case[] = [
  {
    name: 'an unknown key',
    text: `${head}spec:\n  gate: tags\n  rulez: []\n  rules: [{ id: a, assert: "true" }]\n`,
    problems: ['f.yml:6:3: Unknown key "rulez" in spec. Did you mean "rules"?'],
  },
  {
    name: 'an unknown key that resembles none',
    text: `${head}spec:\n  gate: tags\n  x: 1\n  rules: [{ id: a, assert: "true" }]\n`,
    problems: ['f.yml:6:3: Unknown key "x" in spec. Choose among gate, match, params, exceptions, rules.'],
  },
  {
    name: 'wrong types, each once',
    text: `${head}spec:\n  gate: 5\n  match: { resources: aws_*, changedOnly: yes }\n  rules: {}\n`,
    problems: [
      'f.yml:5:9: spec.gate must be a text, not 5. Write it in quotes.',
      'f.yml:6:23: spec.match.resources must be a list, not "aws_*". Write it in brackets: [...].',
      'f.yml:6:43: spec.match.changedOnly must be true or false, not "yes".',
      'f.yml:7:10: spec.rules must be a list, not a mapping.',
    ],
  },
  {
    name: 'a key without a value',
    text: `${head}spec:\n  gate: tags\n  rules:\n`,
    problems: ['f.yml:6:9: spec.rules must be a list, not nothing. Write a value after the ":", or take the key out.'],
  },
  {
    name: 'a list without entries',
    text: `${head}spec: { gate: tags, rules: [] }\n`,
    problems: ['f.yml:4:28: spec.rules needs at least 1 entry, and has none. Add some.'],
  },
  {
    name: 'words that are not among the choices',
    text: rules('    - { id: a, level: hard, onUnknown: wrn, assert: "true" }\n'),
    problems: [
      'f.yml:7:23: spec.rules[0].level must be one of advisory, soft-mandatory, hard-mandatory, not "hard".',
      'f.yml:7:40: spec.rules[0].onUnknown must be one of pass, warn, fail, not "wrn". Did you mean "warn"?',
    ],
  },
  {
    name: 'a missing key',
    text: rules('    - level: advisory\n      tags: { Owner: {} }\n'),
    problems: ['f.yml:7:7: spec.rules[0] lacks the key "id". Add it: The name of the rule. Layers merge by it.'],
  },
  {
    name: 'a version that YAML reads as a number',
    text: good.replace('name: a', 'name: a, version: 1.2'),
    problems: ['f.yml:3:31: metadata.version must be a text, not 1.2. Write it in quotes.'],
  },
  {
    name: 'a name with a space',
    text: good.replace('name: a', 'name: a policy'),
    problems: [
      'f.yml:3:19: metadata.name cannot be "a policy". Write letters, digits, ".", "_" and "-", beginning with a letter or a digit, at most 100 characters.',
    ],
  },
  {
    name: 'a parameter that a condition cannot name',
    text: good.replace('gate: tags,', 'gate: tags, params: { "a b": { type: string } },'),
    problems: [
      'f.yml:4:31: spec.params cannot have the key "a b". Write letters, digits and "_", beginning with a letter, so that a condition can name it.',
    ],
  },
  {
    name: 'an approver without a kind',
    text: rules('    - { id: a, assert: "true", override: { approvers: [bob], minApprovals: 0 } }\n'),
    problems: [
      'f.yml:7:56: spec.rules[0].override.approvers[0] cannot be "bob". Write user:name or team:name.',
      'f.yml:7:76: spec.rules[0].override.minApprovals must be at least 1, not 0.',
    ],
  },
];

const meaning: readonly Case[] = [
  {
    name: 'a rule with two conditions',
    text: rules('    - id: a\n      assert: "true"\n      tags: { Owner: {} }\n'),
    problems: [
      'f.yml:9:7: Rule "a" has more than one condition: "assert", "tags". Keep one of them, or make two rules.',
    ],
  },
  {
    name: 'a key of a rule with a slip',
    text: rules('    - id: a\n      lvel: advisory\n      assert: "true"\n'),
    problems: ['f.yml:8:7: Unknown key "lvel" of rule "a". Did you mean "level"?'],
  },
  {
    name: 'a rule that says nothing',
    text: rules('    - id: a\n      description: d\n'),
    problems: [
      'f.yml:7:7: Rule "a" says nothing. Add "assert" with a condition, a form of the gate, such as "tags", or, to adjust the rule of an upper layer, level, onUnknown, override, disable, exclude.',
    ],
  },
  {
    name: 'a rule of the uppermost layer without a condition',
    text: rules('    - { id: a, level: advisory }\n').replace('name: a', 'name: a, layer: org'),
    problems: ['f.yml:7:7: Rule "a" has no condition. Add "assert" with one, or a form of the gate, such as "tags".'],
  },
  {
    name: 'two rules of one id',
    text: rules('    - { id: a, assert: "true" }\n    - { id: a, assert: "false" }\n'),
    problems: [
      'f.yml:8:13: Two rules of the policy have the id "a": spec.rules[0] and this one. Give one of them another id.',
    ],
  },
  {
    name: 'parameters that do not fit together',
    text: good.replace('gate: tags,', 'gate: tags, params: { a: { type: string, default: 1 }, b: { default: 1 } },'),
    problems: [
      'f.yml:4:59: spec.params.a is a string, and its default is none. Mend one of them.',
      'f.yml:4:67: spec.params.b declares a parameter and lacks the key "type". Add it, such as string.',
    ],
  },
  {
    name: 'the layer of an environment without one',
    text: good.replace('name: a', 'name: a, layer: environment'),
    problems: [
      'f.yml:3:11: A policy of the layer "environment" lacks the key "environment". Add the environment it is for.',
    ],
  },
  {
    name: 'an environment in another layer',
    text: good.replace('name: a', 'name: a, environment: prod'),
    problems: [
      'f.yml:3:22: Only a policy of the layer "environment" is for an environment. Write layer: environment, or take the key out.',
    ],
  },
  {
    name: 'an exception without an end',
    text: exception('{ rule: a/b, reason: r, approver: "user:x" }'),
    problems: [
      'f.yml:4:7: spec lacks the key "expires". Add it: The last day on which it holds, in UTC: 2026-12-20. There is no exception for ever.',
    ],
  },
  {
    name: 'days that the calendar does not have',
    text: exception('{ rule: a/b, reason: r, approver: x, expires: 2027-02-29 }', '{ name: E, created: 2026-13-01 }'),
    problems: [
      'f.yml:3:31: metadata.created cannot be "2026-13-01": the calendar has no such day. Mend it.',
      'f.yml:4:53: spec.expires cannot be "2027-02-29": the calendar has no such day. Mend it.',
    ],
  },
  {
    name: 'an exception that ends before it begins',
    text: exception('{ rule: a/b, reason: r, approver: x, expires: 2026-01-01 }', '{ name: E, created: 2026-02-01 }'),
    problems: [
      'f.yml:4:53: The exception expires on 2026-01-01, before it was asked for on 2026-02-01. Mend one of the days.',
    ],
  },
  {
    name: 'an exception from something that is no rule',
    text: exception('{ rule: "*", reason: r, approver: x, expires: 2026-01-01 }'),
    problems: [
      'f.yml:4:15: spec.rule cannot be "*". Write policy/rule, such as required-tags/keys, or policy/* for all rules of a policy.',
    ],
  },
];

const syntax: readonly Case[] = [
  {
    name: 'a tab as indentation',
    text: 'a:\n\tb: 1\n',
    problems: ['f.yml:2:1: This is no YAML: tabs are not allowed as indentation. Indent with spaces.'],
  },
  {
    name: 'a bracket that is not closed',
    text: 'a: [1, 2\nb: 3\n',
    problems: [
      'f.yml:2:1: This is no YAML: flow sequence in block collection must be sufficiently indented and end with a ]. Close what is open with "]".',
    ],
  },
  {
    name: 'a text with a colon in it',
    text: 'a: b: c\n',
    problems: [
      'f.yml:1:4: This is no YAML: nested mappings are not allowed in compact mappings. Write a text with ": " in it in quotes.',
    ],
  },
  {
    name: 'a backslash in double quotes',
    text: 'a: "\\d"\n',
    problems: [
      'f.yml:1:5: This is no YAML: invalid escape sequence \\d. Write the text in single quotes, where a backslash is only a backslash, or write it twice.',
    ],
  },
  {
    name: 'a key that is written twice, behind an emoji',
    text: '{ "😀": 1, a: 1, a: 2 }\n',
    problems: ['f.yml:1:17: The key "a" is written twice in one mapping. Keep one of them.'],
  },
  {
    name: 'a merge key',
    text: 'a: &a { b: 1 }\nc: { <<: *a }\n',
    problems: ['f.yml:2:6: YAML 1.2 has no merge key "<<". Write the keys out.'],
  },
  {
    name: 'a zero byte',
    text: 'a: \0',
    problems: ['f.yml:1:4: YAML allows no character U+0000. Take it out, or write it as an escape in double quotes.'],
  },
  {
    name: 'tags of other languages',
    text: 'a: !!binary aGk=\nb: !!timestamp 2026-01-01\nc: !exec x\n',
    problems: [
      'f.yml:1:13: The tag "!!binary" means nothing here. Take it out.',
      'f.yml:2:16: The tag "!!timestamp" means nothing here. Take it out.',
      'f.yml:3:10: The tag "!exec" means nothing here. Take it out.',
    ],
  },
  {
    name: 'numbers that JSON does not have',
    text: 'a: .nan\nb: -.inf\nc: 1e999\nd: 12345678901234567890\n',
    problems: [
      'f.yml:1:4: ".nan" is no number to reckon with. Write a finite one, or a text in quotes.',
      'f.yml:2:4: "-.inf" is no number to reckon with. Write a finite one, or a text in quotes.',
      'f.yml:3:4: "1e999" is no number to reckon with. Write a finite one, or a text in quotes.',
      'f.yml:4:4: The number "12345678901234567890" has too many digits to be kept. Write it as a text in quotes.',
    ],
  },
  {
    name: 'keys that are no texts',
    text: '? [a]\n: 1\n__proto__: 1\n',
    problems: [
      'f.yml:1:3: A key must be a text, not a list, a mapping, an alias or nothing. Write it out.',
      'f.yml:3:1: The key "__proto__" is not allowed. Choose another one.',
    ],
  },
  {
    name: 'an alias of nothing, and one of itself',
    text: 'a: *x\nb: &b [*b]\n',
    problems: [
      'f.yml:1:4: Nothing before it has the anchor "x". Write the value out.',
      'f.yml:2:8: The alias "b" stands inside of what it repeats. Write the value out.',
    ],
  },
  {
    name: 'an unknown directive',
    text: '%FOO\n---\na: 1\n',
    problems: ['f.yml:1:1: This is no YAML: unknown directive %FOO. Take the directive out.'],
  },
];

describe.each([
  { what: 'a document', cases: envelope },
  { what: 'the structure', cases: structure },
  { what: 'the meaning', cases: meaning },
  { what: 'the syntax', cases: syntax },
])('a mistake in $what is told once, at its place', ({ cases }) => {
  it.each(cases)('$name', async ({ text, problems }) => {
    expect(await problemsOf(text)).toEqual(problems);
  });
});

describe('what a stranger could send', () => {
  const row = (name: string, before: string) => `${name}: &${name} [${`*${before}, `.repeat(9)}*${before}]\n`;

  it.each<Case>([
    {
      name: 'aliases that repeat a million values',
      text: `a: &a [${'x, '.repeat(9)}x]\n${row('b', 'a')}${row('c', 'b')}${row('d', 'c')}${row('e', 'd')}`,
      problems: ['f.yml:5:36: The document has more than 100000 values, with what its aliases repeat. Split it.'],
    },
    {
      name: 'lists in lists',
      text: '['.repeat(100_000),
      problems: ['f.yml:1:67: Lists and mappings stand more than 64 deep in each other. Make the document flatter.'],
    },
    {
      name: 'lists on one line',
      text: '- '.repeat(100_000),
      problems: ['f.yml:1:132: Lists and mappings stand more than 64 deep in each other. Make the document flatter.'],
    },
    {
      name: 'commas',
      text: `[${','.repeat(500_000)}]`,
      problems: ['f.yml:1:250000: The file has more than 250000 tokens. Split it.'],
    },
    {
      name: 'a large file',
      text: `a: ${'é'.repeat(300_000)}`,
      problems: ['f.yml:1:1: The file has more than 512 KiB. Split it into several files.'],
    },
    {
      name: 'a long key that turns the direction of writing',
      text: good.replace('spec:', `"\u202e${'x'.repeat(200)}": 1\nspec:`),
      problems: [`f.yml:4:1: Unknown key "\\u202e${'x'.repeat(59)}…". Choose among apiVersion, kind, metadata, spec.`],
    },
  ])('$name', async ({ text, problems }) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  it('lists a hundred problems of a file, and says how many there are', async () => {
    const problems = await problemsOf(rules('    - {}\n'.repeat(300)));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('f.yml:107:7: The file has 200 more problems from here on. Mend those above first.');
  });

  it('takes a rule form with the name of a method as data', async () => {
    const { policies, problems } = await readDocuments([
      { file: 'f.yml', text: rules('    - { id: a, constructor: { toString: {} } }\n') },
    ]);
    expect(problems).toEqual([]);
    expect(policies[0]?.document.spec.rules[0]).toEqual({ id: 'a', constructor: { toString: {} } });
  });
});

describe('what is read', () => {
  it('reads several documents of a file, and files in the order of their names', async () => {
    const named = (name: string) => good.replace('name: a', `name: ${name}`);
    const { policies, exceptions, problems } = await readDocuments([
      {
        file: 'b.yml',
        text: `${named('b1')}---\n${exception('{ rule: b1/*, reason: r, approver: x, expires: 2026-12-20 }')}`,
      },
      { file: 'a.yml', text: `${named('a1')}---\n# nothing here\n---\n${named('a2')}...\n` },
    ]);
    expect(problems).toEqual([]);
    expect(policies.map(({ document, places }) => `${places.file} ${document.metadata.name}`)).toEqual([
      'a.yml a1',
      'a.yml a2',
      'b.yml b1',
    ]);
    expect(exceptions.map(({ document }) => document.spec.expires)).toEqual(['2026-12-20']);
  });

  it.each([
    { name: 'an empty file', text: '' },
    { name: 'comments', text: '# nothing\n' },
    { name: 'empty documents', text: '---\n---\n...\n' },
    { name: 'a byte order mark', text: '\ufeff' },
  ])('finds nothing in $name', async ({ text }) => {
    const documents = await readDocuments([{ file: 'f.yml', text }]);
    expect(Object.values(documents).flat()).toEqual([]);
  });

  it('keeps the good documents beside a bad one', async () => {
    const { policies, problems } = await readDocuments([{ file: 'f.yml', text: `${good}---\nkind: X\n---\n${good}` }]);
    expect(policies).toHaveLength(2);
    expect(problems.map(problemText)).toEqual([
      'f.yml:6:7: Nothing is known of the kind "X". Choose among Policy, Exception, Override, PolicyTest, Pack, Lock.',
    ]);
  });

  it.each([
    { name: 'a byte order mark', text: `\ufeff${good}` },
    { name: 'the line ends of Windows', text: good.replaceAll('\n', '\r\n') },
    { name: 'a directive for YAML 1.1', text: `%YAML 1.1\n---\n${good}` },
  ])('reads a file with $name', async ({ text }) => {
    const { policies, problems } = await readDocuments([{ file: 'f.yml', text }]);
    expect(problems).toEqual([]);
    expect(policies).toHaveLength(1);
  });

  it('leaves days, words of YAML 1.1 and keys as they are written', async () => {
    const given = 'a: 2026-01-01\n        b: yes\n        1.0: x\n        d: 0x1F\n        e: 1_000';
    const { tests } = await readDocuments([
      {
        file: 'f.yml',
        text: `apiVersion: tollgate/v1\nkind: PolicyTest\nmetadata: { name: t }\nspec:\n  policy: p\n  cases:\n    - name: c\n      expect: []\n      given:\n        ${given}\n`,
      },
    ]);
    expect(tests[0]?.document.spec.cases[0]?.given).toEqual({
      a: '2026-01-01',
      b: 'yes',
      '1.0': 'x',
      d: 31,
      e: '1_000',
    });
  });

  it('reads what an alias repeats as if it was written there', async () => {
    const { policies } = await readDocuments([
      { file: 'f.yml', text: rules('    - { id: a, tags: &t { Owner: {} } }\n    - { id: b, tags: *t }\n') },
    ]);
    expect(policies[0]?.document.spec.rules[1]).toEqual({ id: 'b', tags: { Owner: {} } });
  });

  it('reads a thousand policies in a moment', async () => {
    const files = Array.from({ length: 1000 }, (_, index) => ({ file: `p${index}.yml`, text: good }));
    const started = performance.now();
    const { policies } = await readDocuments(files);
    expect(policies).toHaveLength(1000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
