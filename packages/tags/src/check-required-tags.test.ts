import { type JsonValue, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { configurationInput } from '../test/configuration.ts';
import { defaultTags, type Given, type GivenProviders, planInput, planOf } from '../test/plan.ts';
import { checkRequiredTags, judgeRequiredTags } from './check-required-tags.ts';
import type { JudgedResources } from './check-resources.ts';

function judge(given: Given, required: readonly string[], providers: GivenProviders = {}) {
  return judgeRequiredTags(planInput(planOf([given], providers)), required);
}

/** Outcome and message of the only result. */
function verdictOf(given: Given, required: readonly string[], providers?: GivenProviders): string {
  const results = judge(given, required, providers);
  return results.map(({ outcome, message }) => `${outcome}: ${message}`).join('\n') || 'not judged';
}

const tagged = (tags: JsonValue): Given => ({ after: { tags, tags_all: tags } });

describe('judgeRequiredTags', () => {
  it.each<[string, Given, readonly string[], string]>([
    ['every key is there', tagged({ Owner: 'a', Env: 'b' }), ['Owner', 'Env'], 'pass: Has every required tag.'],
    ['an empty value is a value', tagged({ Owner: '' }), ['Owner'], 'pass: Has every required tag.'],
    ['nothing is required', tagged({}), [], 'pass: Has every required tag.'],
    ['one is missing', tagged({ Env: 'b' }), ['Owner', 'Env'], 'fail: The tag `Owner` is missing.'],
    ['several are missing', tagged({}), ['Owner', 'Env', 'Owner'], 'fail: The tags `Owner`, `Env` are missing.'],
    ['a longer key does not count', tagged({ Ownership: 'a' }), ['Owner'], 'fail: The tag `Owner` is missing.'],
    [
      'the key differs in case',
      tagged({ owner: 'a' }),
      ['Owner'],
      'fail: The tag `Owner` is missing (has `owner`; the required key is `Owner`).',
    ],
    [
      'the key differs in separators',
      tagged({ 'cost-center': 'a' }),
      ['CostCenter'],
      'fail: The tag `CostCenter` is missing (has `cost-center`; the required key is `CostCenter`).',
    ],
    [
      'names of Object members are keys like others',
      tagged({}),
      ['constructor'],
      'fail: The tag `constructor` is missing.',
    ],
    [
      'a label is missing',
      { type: 'google_compute_disk', after: { labels: null, effective_labels: {} } },
      ['owner'],
      'fail: The label `owner` is missing.',
    ],
    [
      'a back quote does not end the name',
      tagged({ 'o`wner': 'a' }),
      ['O`wner'],
      "fail: The tag `O'wner` is missing (has `o'wner`; the required key is `O'wner`).",
    ],
    [
      'a value is unknown',
      { after: { tags: {} }, unknown: { tags: { Owner: true }, tags_all: true } },
      ['Owner'],
      'pass: Has every required tag.',
    ],
    [
      'all tags are unknown',
      { after: {}, unknown: { tags: true, tags_all: true } },
      ['Owner'],
      'unknown: Whether the tag `Owner` is there cannot be told from the plan: `tags` is known only after apply.',
    ],
  ])('%s', (_, given, required, expected) => {
    expect(verdictOf(given, required)).toBe(expected);
  });

  it.each<[string, GivenProviders, string]>([
    ['has the key', { aws: defaultTags({ Owner: 'a' }) }, 'pass: Has every required tag.'],
    ['does not have it', { aws: defaultTags({ Team: 'a' }) }, 'fail: The tag `Owner` is missing.'],
    [
      'is an expression',
      { aws: { default_tags: [{ tags: { references: ['local.tags', 'local'] } }] } },
      'unknown: Whether the tag `Owner` is there cannot be told from the plan: the provider takes its default tags from `local.tags`, whose value the plan does not show.',
    ],
    [
      'is an expression without references',
      { aws: { default_tags: [{ tags: {} }] } },
      'unknown: Whether the tag `Owner` is there cannot be told from the plan: the provider takes its default tags from an expression, whose value the plan does not show.',
    ],
  ])('looks at the default tags when the merged ones are unknown: the provider %s', (_, providers, expected) => {
    const given: Given = { after: { tags: { Env: 'a' } }, unknown: { tags: { Zone: true }, tags_all: true } };
    expect(verdictOf(given, ['Owner'], providers)).toBe(expected);
  });

  it('says when the plan does not tell the provider configuration', () => {
    const given: Given = { type: 'aws_instance', after: { tags: null }, unknown: { tags_all: true } };
    const plan = planOf([given], { 'aws.a': defaultTags({ Owner: 'a' }), 'aws.b': {} });
    expect(judgeRequiredTags(planInput(plan), ['Owner'])).toMatchObject([
      {
        outcome: 'unknown',
        message: expect.stringContaining('which provider configuration the module uses, and their default tags differ'),
      },
    ]);
    expect(judgeRequiredTags(planInput({ ...plan, providers: null }), ['Owner'])).toMatchObject([
      {
        outcome: 'unknown',
        message: expect.stringContaining('`tags_all` is known only after apply, and the plan has no configuration'),
      },
    ]);
  });

  it.each<[string, Given, boolean]>([
    ['created', { actions: ['create'] }, true],
    ['updated', { actions: ['update'] }, true],
    ['replaced', { actions: ['delete', 'create'] }, true],
    ['left as it is', { actions: ['no-op'] }, false],
    ['deleted', { actions: ['delete'], after: null }, false],
    ['forgotten', { actions: ['forget'], after: null }, false],
    ['a data source', { actions: ['read'], mode: 'data' }, false],
    ['a deposed object', { actions: ['delete'], deposed: 'x', after: null }, false],
    ['of a type without tags', { type: 'aws_route' }, false],
  ])('judges a resource that is %s: %s', (_, given, judged) => {
    expect(judge(given, ['Owner'])).toHaveLength(judged ? 1 : 0);
  });

  it('gives the engine what it needs of a result', () => {
    const source = { file: 'main.tf', startLine: 3, startColumn: 1, endLine: 5, endColumn: 2, callers: [] };
    const plan = planOf([tagged({ env: 'a', Zone: 'b' })]);
    const sources = new Map([['aws_instance.r0', source]]);
    expect(judgeRequiredTags(planInput(plan, sources), ['Owner', 'Env'])).toEqual([
      {
        rule: 'keys',
        subject: { kind: 'resource', id: 'aws_instance.r0' },
        outcome: 'fail',
        message: 'The tags `Owner`, `Env` are missing (has `env`; the required key is `Env`).',
        missing: ['Owner', 'Env'],
        evidence: [
          { expression: 'keys of tags', value: 'Zone, env' },
          { expression: 'suggested key for tags["env"]', value: 'Env' },
        ],
        source,
      },
    ]);
  });

  it('counts keys that must not be shown, and does not show them', () => {
    const given: Given = { ...tagged({ Owner: 'a', secretname: 'b' }), sensitive: { tags: true } };
    const [result] = judge(given, ['Owner', 'SecretName']);
    expect(result).toMatchObject({ outcome: 'fail', missing: ['SecretName'] });
    expect(JSON.stringify(result)).not.toContain('secretname');
  });
});

describe('checkRequiredTags', () => {
  const text =
    'resource "aws_vpc" "a" {}\nresource "aws_vpc" "b" { tags = { Owner = "x" } }\nresource "aws_route" "c" {}';

  function check(configuration: string, baseText?: string) {
    const base = baseText === undefined ? null : configurationInput(baseText);
    const tree = memoryTree({ 'main.tf': configuration });
    const found: JudgedResources = {
      input: configurationInput(configuration),
      tree,
      folder: '.',
      base:
        base?.kind !== 'configuration'
          ? null
          : {
              evaluation: base.evaluation,
              tree: memoryTree({ 'main.tf': baseText ?? '' }),
              documents: { policies: [], exceptions: [], overrides: [], tests: [], packs: [], locks: [], problems: [] },
            },
    };
    const run = { now: '2026-10-01', repository: null, environment: null, commit: null, imported: [] };
    return checkRequiredTags(found, { required: ['Owner'], onUnknown: 'warn' }, run);
  }

  it('judges all resources of a configuration', () => {
    const { decision, evidence } = check(text);
    expect(decision).toMatchObject({ outcome: 'blocked', summary: { pass: 1, fail: 1 } });
    expect(decision.verdicts.map(({ subject, source }) => [subject.id, source?.startLine])).toEqual([
      ['aws_vpc.a', 1],
      ['aws_vpc.b', 2],
    ]);
    expect(evidence).toMatchObject({
      headline: '1 of 2 resources lacks required tags.',
      unknowns: ['1 resource cannot carry tags and was not judged.'],
      sources: ['configuration, evaluated by the rules of Terraform 1.11'],
    });
  });

  it('judges what a configuration changes, when it is compared with its base', () => {
    const { decision } = check(text, 'resource "aws_vpc" "a" {}\nresource "aws_route" "c" {}');
    expect(decision.verdicts.map(({ subject }) => subject.id)).toEqual(['aws_vpc.b']);
  });

  it('tells what stays as it is from what cannot carry tags', () => {
    expect(check(text, 'resource "aws_vpc" "a" {}').evidence).toMatchObject({
      unknowns: ['1 resource cannot carry tags and was not judged.', '1 resource stays as it is and was not judged.'],
    });
    expect(check(text, text).evidence).toMatchObject({
      headline: 'The change touches no resource that can carry tags.',
      unknowns: [
        '1 resource cannot carry tags and was not judged.',
        '2 resources stay as they are and were not judged.',
      ],
    });
  });

  it.each([
    ['2026-12-01', 'passed', '1 of 2 resources carries the required tags. 1 is excepted.'],
    ['2026-09-01', 'blocked', '1 of 2 resources lacks required tags.'],
  ])('heeds a comment that excepts a resource until %s', (until, outcome, headline) => {
    const comment = `# tollgate:ignore required-tags/keys until=${until} reason="is taken down"\n`;
    expect(check(comment + text)).toMatchObject({ decision: { outcome }, evidence: { headline } });
  });

  it('says when there is nothing to judge', () => {
    expect(check('').evidence.headline).toBe('The configuration has no resource that can carry tags.');
  });
});
