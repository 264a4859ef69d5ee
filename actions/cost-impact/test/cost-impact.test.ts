import { join } from 'node:path';
import {
  event,
  type GitHub,
  runAsStep,
  type StagedPullRequest,
  type StepOptions,
  stagePullRequest,
  startGitHub,
} from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../src/metadata.gen.ts';

type Files = Readonly<Record<string, string>>;

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.unimplemented).toEqual([]);
  await github.close();
});

const provider = 'provider "aws" {\n  region = "eu-west-1"\n}\n';
const volume = (name: string, size: number, type = 'gp3') =>
  `resource "aws_ebs_volume" "${name}" {\n  availability_zone = "eu-west-1a"\n  type = "${type}"\n  size = ${size}\n}\n`;
/** One volume of gp3 in eu-west-1 costs $0.088 a GB. */
const base: Files = { 'main.tf': provider + volume('data', 100) };

const open = (change: Files, files: Files = base, more: { readonly forkOwner?: string } = {}) =>
  stagePullRequest(github, { base: files, head: { ...files, ...change }, ...more });

/** Runs the action after a checkout, with exactly the permissions of its README; a fork's token has fewer. */
function run(stage: StagedPullRequest, options: Partial<StepOptions> = {}) {
  return runAsStep(stage, {
    action: 'cost-impact',
    actionsFolder: join(import.meta.dirname, '../..'),
    permissions,
    depth: 2,
    with: {},
    ...options,
  });
}

const comments = (stage: StagedPullRequest) => github.comments(stage.repository, stage.pullRequest.number);
const bodyOf = (stage: StagedPullRequest) => comments(stage)[0]?.body ?? '';
const headline = (stage: StagedPullRequest) => bodyOf(stage).split('\n')[1] ?? '';
const checkRuns = (stage: StagedPullRequest) => github.checkRuns(stage.repository, stage.pullRequest.headSha);

describe('with exactly the permissions of its README', () => {
  it('tells what the change costs: comment, check run with remarks on the lines, summary, outputs', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) + volume('logs', 50) });
    const { step } = await run(stage);
    expect(step).toMatchObject({
      outcome: 'success',
      outputs: { outcome: 'passed', 'monthly-cost': '22', delta: '13.2', percent: '150.0' },
    });
    const placed = bodyOf(stage)
      .replaceAll(github.url, 'https://github.com')
      .replaceAll(stage.pullRequest.headSha, 'HEAD');
    await expect(placed).toMatchFileSnapshot('golden/comment.md');
    expect(checkRuns(stage)).toMatchObject([{ name: 'Cost impact', conclusion: 'success' }]);
    expect(
      checkRuns(stage)[0]?.annotations.map(
        ({ path, start_line, annotation_level, title, message }) =>
          `${annotation_level} ${path}:${start_line} ${title}: ${message}`,
      ),
    ).toEqual([
      'notice main.tf:4 +$8.80 a month: aws_ebs_volume.data: size 100 → 200; $8.80 → $17.60 a month.',
      'notice main.tf:9 +$4.40 a month: aws_ebs_volume.logs: new; $4.40 a month.',
    ]);
    expect(step.summary).toBe(bodyOf(stage).split('\n').slice(1).join('\n'));
    expect(step.annotations).toEqual([]);
  });

  it('edits the same comment, and leaves it alone when nothing changed', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    await run(stage);
    const [first] = comments(stage);
    await run(stage);
    expect(comments(stage)).toEqual([first]);
    const pushed = await stage.push({ 'main.tf': base['main.tf'] ?? '' });
    await run(pushed);
    expect(comments(stage)).toMatchObject([{ id: first?.id, body: expect.stringContaining('No change') }]);
  });

  it('leaves no verdict standing on a commit that it could not judge', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    await run(stage);
    const pushed = await stage.push({ 'tollgate.yml': 'cost: [@octocat' });
    const { step } = await run(pushed);
    expect(headline(stage)).toMatch(/^### ❗ \*\*Cost impact: failed\.\*\* Cannot use tollgate\.yml/);
    expect(bodyOf(stage)).toContain(pushed.pullRequest.headSha.slice(0, 12));
    expect(bodyOf(stage)).not.toContain('@octocat');
    expect(step.summary).toBe(bodyOf(stage).split('\n').slice(1).join('\n'));
  });

  it('keeps the verdict on a pull request from a fork, with one notice', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) }, base, { forkOwner: 'mallory' });
    const { step } = await run(stage);
    expect(step).toMatchObject({ outcome: 'success', outputs: { delta: '8.8' } });
    expect(comments(stage)).toEqual([]);
    expect(step.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('from a fork') },
      { level: 'notice', file: 'main.tf', title: '+$8.80 a month' },
    ]);
  });
});

describe('a comment is made', () => {
  const rise = { 'main.tf': provider + volume('data', 200) };
  const fall = { 'main.tf': provider + volume('data', 50) };
  const move = {
    'main.tf': `${provider}${volume('store', 100)}moved {\n  from = aws_ebs_volume.data\n  to = aws_ebs_volume.store\n}\n`,
  };
  it.each<[string, string, Files, string, number]>([
    ['always', 'for a refactoring', move, '0', 1],
    ['on-change', 'for no refactoring', move, '0', 0],
    ['on-change', 'when it costs less', fall, '0', 1],
    ['on-change', 'from the threshold on', rise, '8.80', 1],
    ['on-change', 'not below the threshold', rise, '8.81', 0],
    ['on-increase', 'when it costs more', rise, '0', 1],
    ['on-increase', 'not when it costs less', fall, '0', 0],
    ['never', 'not at all', rise, '0', 0],
  ])('%s: %s', async (comment, _, change, threshold, count) => {
    const stage = await open(change);
    await run(stage, { with: { comment, threshold } });
    expect(comments(stage)).toHaveLength(count);
  });

  it('for what is not known, whatever the threshold', async () => {
    const stage = await open({ 'main.tf': `${base['main.tf']}resource "aws_quantum_computer" "q" {}\n` });
    await run(stage, { with: { comment: 'on-increase', threshold: '1000' } });
    expect(comments(stage)).toHaveLength(1);
  });
});

describe('what was before', () => {
  it('is said to be unknown when the clone does not have it', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    const { step } = await run(stage, { depth: 1 });
    expect(step).toMatchObject({ outcome: 'success', outputs: { 'monthly-cost': '17.6', delta: '', percent: '' } });
    expect(bodyOf(stage)).toContain('fetch-depth: 2');
  });

  it('is the tip before a push', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    const { step } = await run(stage, {
      depth: 0,
      event: event.push({
        repository: stage.repository.fullName,
        ref: 'refs/heads/feature',
        before: stage.pullRequest.baseSha,
        sha: stage.pullRequest.headSha,
      }),
    });
    expect(step.outputs).toMatchObject({ delta: '8.8' });
    expect(comments(stage)).toEqual([]);
    expect(step.summary).toContain('$17.60');
  });

  it('is nothing when the run is about no change', async () => {
    const stage = await open({});
    const { step } = await run(stage, {
      event: event.workflowDispatch({ repository: stage.repository.fullName, sha: stage.pullRequest.baseSha }),
    });
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'monthly-cost': '8.8', delta: '' });
    expect(step.summary).toContain('**Cost:** \\$8.80 a month.');
  });

  it('is in the plan, when there is one', async () => {
    const plan = {
      format_version: '1.2',
      terraform_version: '1.11.4',
      resource_changes: [
        {
          address: 'aws_ebs_volume.data',
          mode: 'managed',
          type: 'aws_ebs_volume',
          name: 'data',
          provider_name: 'registry.terraform.io/hashicorp/aws',
          change: {
            actions: ['update'],
            before: { type: 'gp3', size: 100, availability_zone: 'eu-west-1a' },
            after: { type: 'gp3', size: 300, availability_zone: 'eu-west-1a' },
            after_unknown: {},
            before_sensitive: {},
            after_sensitive: {},
          },
        },
      ],
      configuration: {
        provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
        root_module: {
          resources: [
            {
              address: 'aws_ebs_volume.data',
              mode: 'managed',
              type: 'aws_ebs_volume',
              name: 'data',
              provider_config_key: 'aws',
              expressions: {},
            },
          ],
        },
      },
    };
    const stage = await open({ 'plan.json': JSON.stringify(plan) });
    const { step } = await run(stage, { depth: 1, with: { path: '.', 'plan-file': 'plan.json' } });
    expect(step.outputs).toMatchObject({ delta: '17.6', 'monthly-cost': '26.4' });
    expect(bodyOf(stage)).toContain('`size` 100 → 300');
  });

  it('had the usage that was told then', async () => {
    const queue = 'resource "aws_sqs_queue" "q" {}\n';
    const usage = (requests: number) =>
      `version: 0.1\nresource_usage:\n  aws_sqs_queue.q: { monthly_requests: ${requests} }\n`;
    const files = { 'main.tf': provider + queue, 'usage.yml': usage(10_000_000) };
    const stage = await open({ 'usage.yml': usage(20_000_000) }, files);
    const { step } = await run(stage, { with: { 'usage-file': 'usage.yml' } });
    expect(step.outputs).toMatchObject({ delta: '4' });
    expect(bodyOf(stage)).toContain('10000000 → 20000000');
  });
});

describe('a usage file that was broken', () => {
  it('can be mended by a pull request', async () => {
    const files = { ...base, 'usage.yml': 'version: 0.1\nresource_usage: [\n' };
    const stage = await open({ 'usage.yml': 'version: 0.1\n', 'main.tf': provider + volume('data', 200) }, files);
    const { step } = await run(stage, { with: { 'usage-file': 'usage.yml' } });
    expect(step.outputs).toMatchObject({ outcome: 'passed', delta: '8.8' });
    expect(bodyOf(stage)).toContain('the usage file counts as it is now');
  });
});

describe('judges', () => {
  const limit = (most: number) => `apiVersion: tollgate/v1
kind: Policy
metadata: { name: limits, version: 1.0.0 }
spec:
  gate: cost
  rules:
    - { id: rise, level: hard-mandatory, assert: "cost.delta <= ${most}.0" }
`;

  it.each([
    [5, 'blocked', 'failure'],
    [10, 'passed', 'success'],
  ])('by policies: at most %d more is %s', async (most, outcome, conclusion) => {
    const stage = await open(
      { 'main.tf': provider + volume('data', 200) },
      { ...base, 'policies/limit.yml': limit(most) },
    );
    const { step } = await run(stage, { with: { policies: 'policies' } });
    expect(step).toMatchObject({ outcome: conclusion, outputs: { outcome } });
    expect(checkRuns(stage)).toMatchObject([{ conclusion }]);
    expect(headline(stage)).toContain(`**Cost: ${outcome}.**`);
  });

  it('fails when a root module cannot be evaluated, and prices the others', async () => {
    const files = { 'a/main.tf': provider + volume('data', 100), 'b/main.tf': provider };
    const stage = await open({ 'a/main.tf': provider + volume('data', 200), 'b/main.tf': 'resource "x" {' }, files);
    const { step } = await run(stage, { with: { path: 'a\nb' } });
    expect(step).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed', delta: '8.8' } });
    expect(bodyOf(stage)).toContain('`b`');
  });

  it('does not let a change give itself a discount', async () => {
    const settings = 'cost:\n  discounts:\n    - { rates: ["aws.*"], percent: 90 }\n';
    const stage = await open({ 'main.tf': provider + volume('data', 200), 'tollgate.yml': settings });
    const { step } = await run(stage);
    expect(step.outputs).toMatchObject({ delta: '8.8' });
    expect(bodyOf(stage)).toContain('The settings before it hold until it is merged.');
  });
});

describe('mistakes that were there before the change', () => {
  it('in tollgate.yml do not keep it from being mended', async () => {
    const files = { ...base, 'tollgate.yml': 'cost: [' };
    const mended = 'cost:\n  discounts:\n    - { rates: ["aws.*"], percent: 90 }\n';
    const stage = await open({ 'main.tf': provider + volume('data', 200), 'tollgate.yml': mended }, files);
    const { step } = await run(stage);
    expect(step).toMatchObject({ outcome: 'success', outputs: { delta: '8.8' } });
    expect(bodyOf(stage)).toContain('List prices hold until it is merged.');
  });
});

describe('several root modules', () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`live/${name}/main.tf`, provider + volume('data', 100)]),
  );

  it('are one comment, and only those that the change affects are evaluated', async () => {
    const stage = await open({ 'live/b/main.tf': provider + volume('data', 200) }, files);
    const { step } = await run(stage, { with: { path: 'live/*' } });
    expect(step.outputs).toMatchObject({ delta: '8.8', 'monthly-cost': '17.6' });
    expect(headline(stage)).toContain('in 1 of 3 root modules');
  });

  it('count with what they cost when they are taken away', async () => {
    const stage = await stagePullRequest(github, {
      base: files,
      head: Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'live/c/main.tf')),
    });
    const { step } = await run(stage);
    expect(step.outputs).toMatchObject({ delta: '-8.8' });
  });

  it('count when a change breaks them, or takes away the signs by which they were found', async () => {
    const broken = await open({ 'live/b/main.tf': 'resource "x" {', 'live/c/main.tf': volume('data', 500) }, files);
    const { step } = await run(broken);
    expect(step).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed' } });
    expect(bodyOf(broken)).toContain('`live/b`');
    expect(bodyOf(broken)).toContain('`live/c`');
  });

  it('count when none is left', async () => {
    const stage = await stagePullRequest(github, { base, head: { 'README.md': 'Gone.' } });
    const { step } = await run(stage);
    expect(step.outputs).toMatchObject({ 'monthly-cost': '0', delta: '-8.8' });
  });
});

describe('a root module in a renamed folder', () => {
  it('is compared with what it was, and the comment says so', async () => {
    const module = `${provider}${volume('data', 100)}${volume('logs', 50)}`;
    const stage = await stagePullRequest(github, {
      base: { 'infra/production/main.tf': module },
      head: { 'infra/prod/main.tf': module.replace('size = 50', 'size = 60') },
    });
    const { step } = await run(stage);
    expect(step.outputs).toMatchObject({ delta: '0.88' });
    expect(bodyOf(stage)).toContain('`infra/prod` was `infra/production` before the change.');
  });
});

describe('writes', () => {
  it('the change as JSON, the report as Markdown and as a page', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    const { step, after } = await run(stage, {
      with: { 'json-file': 'cost.json', 'markdown-file': 'cost.md', 'html-file': 'cost.html' },
      after: 'cat cost.json; head -c 15 cost.html; tail -n 2 cost.md; grep -o "href=.[^ ]*" cost.html',
    });
    const commit = `${github.url}/${stage.repository.fullName}/commit/${stage.pullRequest.headSha}`;
    expect(after).toContain(`[commit ${stage.pullRequest.headSha.slice(0, 12)} of acme/infra](${commit})`);
    expect(after).toContain(`href="${commit}"`);
    expect(after).toContain(`/blob/${stage.pullRequest.headSha}/main.tf#L4`);
    expect(step.outputs).toMatchObject({ report: 'cost.json', 'markdown-file': 'cost.md', 'html-file': 'cost.html' });
    expect(after).toContain('"kind": "CostChange"');
    expect(after).toContain('<!doctype html>');
  });

  it('another currency', async () => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    const { step } = await run(stage, { with: { currency: 'EUR 0.5' } });
    expect(step.outputs).toMatchObject({ delta: '4.4' });
    expect(headline(stage)).toContain('EUR');
  });

  it.each([
    [{ currency: 'euros' }, 'Input "currency" is "euros", but must be a code of three letters'],
    [{ threshold: '-1' }, 'Input "threshold" is "-1", but must be an amount'],
    [{ 'usage-file': 'none.yml' }, 'There is no such usage file'],
    [{ policies: 'none' }, 'none'],
  ])('what is wrong with %j', async (given, message) => {
    const stage = await open({ 'main.tf': provider + volume('data', 200) });
    const { step } = await run(stage, { with: given });
    expect(step).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed' } });
    expect(step.annotations.map((annotation) => annotation.message).join('\n')).toContain(message);
    expect(comments(stage)).toEqual([]);
  });
});
