import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { PolicyEngineError } from '../error.ts';
import type { JsonValue } from '../json.ts';
import type { RuleResult } from '../verdict.ts';
import { readDecision } from './read-decision.ts';

const result = (outcome: RuleResult['outcome'], id: string): RuleResult => ({
  rule: 'keys',
  subject: { kind: 'resource', id },
  outcome,
  message: 'The tag Owner is missing.',
  source: { file: 'main.tf', startLine: 3, callers: [{ address: 'module.a', file: 'main.tf', startLine: 1 }] },
});
const written = decide([
  {
    policy: {
      name: 'tags',
      version: '1.0.0',
      rules: [{ id: 'keys', level: 'hard-mandatory', onUnknown: 'pass' }],
      document: {},
    },
    results: [
      result('fail', 'aws_s3_bucket.a'),
      result('pass', 'aws_s3_bucket.b'),
      result('unknown', 'aws_s3_bucket.c'),
    ],
  },
]);

/** The decision with another value at a way into it, as it is read from a file. */
function edited(path: readonly (string | number)[], value: unknown): JsonValue {
  const copy = JSON.parse(JSON.stringify(written));
  const part = path.slice(0, -1).reduce((found, step) => found[step], copy);
  part[path.at(-1) ?? ''] = value;
  return JSON.parse(JSON.stringify(copy));
}

const read = (data: JsonValue) => readDecision({ file: 'results/a.json', data, base: ['decision'] });

describe('a saved decision', () => {
  it('is what was written', async () => {
    expect(await read(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it.each([
    'packages/reporting/test/every-verdict/golden/decision.json',
    'packages/cli/test/golden/every-verdict/decision.json',
    'packages/cli/test/golden/check.json',
  ])('is each of those that are reviewed: %s', async (file) => {
    const data: JsonValue = JSON.parse(readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'));
    expect(await read(data)).toEqual(data);
  });

  it('may have fields that a later version adds', async () => {
    expect(await read(edited(['verdicts', 0, 'later'], { a: 1 }))).toMatchObject(written);
  });

  it('names its place in the file alone, when it is not a part of another document', async () => {
    const saved = { file: 'a.json', data: edited(['outcome'], 'fine') };
    await expect(readDecision(saved)).rejects.toThrow(
      new PolicyEngineError(
        'a.json: outcome must be one of passed, warned, blocked, failed, not "fine". Give the file as Tollgate wrote it.',
      ),
    );
  });

  const verdict = 'decision.verdicts[0]';
  it.each<[string, readonly (string | number)[], unknown, string]>([
    ['another kind', ['kind'], 'CostChange', 'decision.kind must be "Decision", not "CostChange".'],
    ['a later version', ['version'], 2, 'decision.version must be 1, not 2.'],
    ['no verdicts', ['verdicts'], undefined, 'decision lacks the key "verdicts".'],
    [
      'a level that is none',
      ['verdicts', 0, 'level'],
      'none',
      `${verdict}.level must be one of advisory, soft-mandatory`,
    ],
    [
      'an outcome that is none',
      ['verdicts', 0, 'outcome'],
      'ok',
      `${verdict}.outcome must be one of fail, pass, unknown`,
    ],
    ['an effect that is none', ['verdicts', 0, 'effect'], 1, `${verdict}.effect must be one of none, warn`],
    [
      'a name with more than a name',
      ['verdicts', 0, 'policy'],
      'a](http://x)',
      `${verdict}.policy cannot be "a](http://x)".`,
    ],
    ['a rule with a line break', ['verdicts', 0, 'rule'], 'a\n', `${verdict}.rule cannot be "a\\n".`],
    [
      'a kind of subject with a mention',
      ['verdicts', 0, 'subject', 'kind'],
      '@me',
      `${verdict}.subject.kind cannot be "@me".`,
    ],
    [
      'a subject that is a list',
      ['verdicts', 0, 'subject', 'id'],
      ['a'],
      `${verdict}.subject.id must be a text, not a list.`,
    ],
    [
      'a line before the first',
      ['verdicts', 0, 'source', 'startLine'],
      0,
      `${verdict}.source.startLine must be at least 1`,
    ],
    ['half a line', ['verdicts', 0, 'source', 'startLine'], 1.5, `${verdict}.source.startLine must be a whole number`],
    [
      'a caller without its address',
      ['verdicts', 0, 'source', 'callers', 0, 'address'],
      undefined,
      `${verdict}.source.callers[0] lacks the key "address".`,
    ],
    [
      'a digest that is none',
      ['policies', 0, 'digest'],
      'sha256:1',
      'decision.policies[0].digest cannot be "sha256:1".',
    ],
    [
      'a version that is a text',
      ['policies', 0, 'version'],
      'latest',
      'decision.policies[0].version cannot be "latest".',
    ],
    ['fewer than none', ['summary', 'fail'], -1, 'decision.summary.fail must be at least 0, not -1.'],
    ['a notice that is none', ['notices', 0], {}, 'decision.notices[0] must be a text, not a mapping.'],
  ])('is refused for %s', async (_, path, value, message) => {
    await expect(read(edited(path, value))).rejects.toThrow(`results/a.json: ${message}`);
  });

  it.each<[string, readonly (string | number)[], unknown, string]>([
    [
      'a violation that does nothing',
      ['verdicts', 0, 'effect'],
      'none',
      `${verdict}.effect is "none", which cannot follow from "fail" at the level "hard-mandatory".`,
    ],
    [
      'a pass that blocks',
      ['verdicts', 1, 'effect'],
      'block',
      'decision.verdicts[1].effect is "block", which cannot follow from "pass" at the level "hard-mandatory".',
    ],
    [
      'a violation that is only a warning, and nobody overrides it',
      ['verdicts', 0, 'effect'],
      'warn',
      `${verdict}.effect is "warn", which cannot follow from "fail" at the level "hard-mandatory".`,
    ],
    [
      'an outcome that no verdict has',
      ['outcome'],
      'passed',
      'decision.outcome is "passed", and the verdicts come to "blocked".',
    ],
    ['a wrong sum', ['summary', 'fail'], 0, 'decision.summary.fail is 0, and the verdicts come to 1.'],
    [
      'a policy that is not there',
      ['verdicts', 0, 'policy'],
      'other',
      `${verdict}.policy is "other", which is none of the policies of the decision.`,
    ],
  ])('is refused for %s, which Tollgate never writes', async (_, path, value, message) => {
    await expect(read(edited(path, value))).rejects.toThrow(`results/a.json: ${message}`);
  });

  it.each<[string, JsonValue]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'passed'],
  ])('is refused for %s', async (_, data) => {
    await expect(read(data)).rejects.toThrow('results/a.json: decision must be a mapping, not');
  });
});
