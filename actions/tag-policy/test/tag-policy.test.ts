import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  event,
  type Fault,
  type GitHub,
  type StagedPullRequest,
  type StepResult,
  stagePullRequest,
  startGitHub,
} from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../src/metadata.gen.ts';

const root = join(import.meta.dirname, '../../..');
const sample = join(root, 'examples/pull-request');
const action = join(root, 'actions/tag-policy');

let github: GitHub;
let stage: StagedPullRequest;

beforeEach(async () => {
  github = await startGitHub();
  stage = await stagePullRequest(github, { base: join(sample, 'base'), head: join(sample, 'head') });
});
afterEach(async () => {
  expect(github.unimplemented).toEqual([]);
  expect(github.unknownFields).toEqual([]);
  await github.close();
});

const inputs = { 'plan-file': 'plan.json', 'required-tags': 'Owner, CostCenter' };
/** What passes: the provider of the sample sets it on every resource. */
const passing = { ...inputs, 'required-tags': 'CostCenter' };

function run(
  options: {
    inputs?: Record<string, string>;
    permissions?: Record<string, 'read' | 'write'>;
    staged?: StagedPullRequest;
    debug?: boolean;
  } = {},
) {
  return (options.staged ?? stage).runAction({
    action,
    workspace: join(sample, 'head'),
    inputs: options.inputs ?? inputs,
    permissions: options.permissions ?? permissions,
    // Waits of the client, which have their own tests with a clock that stands still.
    env: { TOLLGATE_RETRY_DELAY_MS: '1', TOLLGATE_REQUEST_TIMEOUT_MS: '2000' },
    limitMs: 20_000,
    ...(options.debug && { debug: true }),
  });
}

/** The sample's plan with the change of one resource type only. */
function onlyChange(type: string, members: object = {}): string {
  const plan = JSON.parse(readFileSync(join(sample, 'head/plan.json'), 'utf8'));
  const changes = plan.resource_changes.filter((change: { type: string }) => change.type === type);
  return JSON.stringify({ ...plan, resource_changes: changes.map((change: object) => ({ ...change, ...members })) });
}

/** Runs the action as a step of a workflow, for a pull request with these files. */
async function runInWorkflow(files: Record<string, string>, given: Record<string, string>): Promise<StepResult> {
  const staged = await stagePullRequest(github, { base: { 'README.md': 'Sample\n' }, head: files, name: 'staged' });
  const withBlock = Object.entries(given).map(([name, value]) => `          ${name}: ${value}`);
  const { steps } = await staged.runJob({
    workflow: `
on: pull_request
permissions: { contents: read, pull-requests: write, checks: write }
jobs:
  tags:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: tollgate/tollgate/actions/tag-policy@v1
        id: tags
        with:
${withBlock.join('\n')}
`,
    actions: { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') },
  });
  const step = steps.find(({ id }) => id === 'tags');
  if (step === undefined) throw new Error('The step did not run.');
  return step;
}

const comments = (staged = stage) => github.comments(staged.repository, staged.pullRequest.number);
const checkRuns = (staged = stage) => github.checkRuns(staged.repository, staged.pullRequest.headSha);
const writes = () => github.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

describe('with exactly the permissions of its README', () => {
  it('blocks the sample: comment, check run with annotations, summary, outputs', async () => {
    const result = await run();
    expect(result).toMatchObject({ conclusion: 'failure', exitCode: 1, faults: [] });
    expect(result.outputs).toMatchObject({ outcome: 'blocked', violations: '3' });

    expect(comments()).toHaveLength(1);
    const body = comments()[0]?.body ?? '';
    const placed = body.replaceAll(github.url, 'https://github.com').replaceAll(stage.pullRequest.headSha, 'HEAD');
    await expect(placed).toMatchFileSnapshot('golden/comment.md');

    expect(checkRuns()).toMatchObject([{ name: 'Tag policy', status: 'completed', conclusion: 'failure' }]);
    expect(
      checkRuns()[0]?.annotations.map(({ path, start_line, message }) => `${path}:${start_line} ${message}`),
    ).toEqual([
      'main.tf:54 aws_cloudwatch_log_group.exports: Whether the tag Owner is there cannot be told from the plan: tags is known only after apply.',
      'main.tf:42 aws_ebs_volume.scratch: The tag Owner is missing (suggested: Owner = team-shop, 2 of 4 other resources in the root module use it).',
      'main.tf:33 aws_s3_bucket.exports: The tag Owner is missing (has owner; the required key is Owner).',
      'modules/queue/main.tf:10 module.queue.aws_sqs_queue.this: The tag Owner is missing (suggested: Owner = team-shop, 3 of 6 other resources use it).',
    ]);
    expect(result.summary).toBe(body.split('\n').slice(1).join('\n'));
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'Tags: blocked. 3 of 6 changed resources lack required tags. 1 is not known before apply.',
    ]);
  });

  it('edits the same comment in the second run, and leaves it alone when nothing changed', async () => {
    await run();
    const [first] = comments();
    await run();
    expect(comments()).toEqual([first]);
    await run({ inputs: passing });
    expect(comments()).toMatchObject([{ id: first?.id, body: expect.stringContaining('Tags: passed.') }]);
  });

  it('writes the decision as JSON where later steps find it', async () => {
    const result = await run();
    expect(result.outputs.report).toMatch(/tollgate[/\\]tag-policy\.json$/);
    expect(result.outputs.report).not.toContain(sample);
  });

  it('passes when every resource carries the tags', async () => {
    const result = await run({ inputs: passing });
    expect(result).toMatchObject({
      conclusion: 'success',
      outputs: { outcome: 'passed', violations: '0' },
      annotations: [],
    });
    expect(checkRuns()).toMatchObject([{ conclusion: 'success', annotations: [] }]);
  });

  it('never prints its token', async () => {
    const result = await run({ debug: true });
    const token = github.requests[0]?.token ?? 'no token';
    expect(token).toMatch(/^gh/);
    expect(result.log).not.toContain(token);
  });
});

describe('what is told can be chosen', () => {
  it('no comment at all', async () => {
    await run({ inputs: { ...inputs, comment: 'never' } });
    expect(comments()).toEqual([]);
    expect(checkRuns()).toHaveLength(1);
  });

  it('a comment only for findings, kept up to date once it is there', async () => {
    await run({ inputs: { ...passing, comment: 'on-finding' } });
    expect(comments()).toEqual([]);
    await run({ inputs: { ...inputs, comment: 'on-finding' } });
    await run({ inputs: { ...passing, comment: 'on-finding' } });
    expect(comments()).toMatchObject([{ body: expect.stringContaining('Tags: passed.') }]);
  });

  it('no check run: the annotations go into the log', async () => {
    const result = await run({ inputs: { ...inputs, check: 'false' } });
    expect(checkRuns()).toEqual([]);
    expect(result.annotations).toMatchObject([
      { level: 'warning', file: 'main.tf', line: 54 },
      { level: 'error', file: 'main.tf', line: 42, title: 'required-tags/keys' },
      { level: 'error', file: 'main.tf', line: 33 },
      { level: 'error', file: 'modules/queue/main.tf', line: 10 },
      { level: 'error', message: expect.stringMatching(/^Tags: blocked/) },
    ]);
  });

  it('names, so that two uses stay apart', async () => {
    await run({ inputs: { ...inputs, name: 'Tags of staging' } });
    await run({ inputs: { ...inputs, name: 'Tags of production' } });
    expect(comments()).toHaveLength(2);
    expect(checkRuns().map(({ name }) => name)).toEqual(['Tags of staging', 'Tags of production']);
  });
});

describe('a token that may only read keeps the verdict', () => {
  const readOnly = { contents: 'read', 'pull-requests': 'read', checks: 'read' } as const;

  it('on a pull request from a fork, with one notice', async () => {
    const staged = await stagePullRequest(github, {
      base: join(sample, 'base'),
      head: join(sample, 'head'),
      forkOwner: 'mallory',
      name: 'forked',
    });
    const result = await run({ staged, permissions: readOnly });
    expect(result).toMatchObject({
      conclusion: 'failure',
      outputs: { outcome: 'blocked', violations: '3' },
      faults: [],
    });
    expect(result.summary).toContain('Tags: blocked.');
    expect(comments(staged)).toEqual([]);
    const notices = result.annotations.filter(({ level }) => level === 'notice');
    expect(notices).toMatchObject([
      { message: expect.stringMatching(/fork may only read, so the comment and the check run were left out/) },
    ]);
    expect(result.annotations.filter(({ file }) => file !== undefined)).toHaveLength(4);
  });

  it('otherwise with a warning that names the permission', async () => {
    const result = await run({ inputs: passing, permissions: readOnly });
    expect(result).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed' } });
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'The comment was left out because the token lacks a permission. Add "pull-requests: write" under "permissions:" of the job. The verdict is not affected.',
      'The check run was left out because the token lacks a permission. Add "checks: write" under "permissions:" of the job. The verdict is not affected.',
    ]);
  });

  it('without any token', async () => {
    const result = await run({ inputs: { ...passing, 'github-token': '' } });
    expect(result.conclusion).toBe('success');
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'There is no token, so comment and check run were left out. Leave the input "github-token" away to use the token of the job.',
    ]);
  });
});

describe('an event without a pull request', () => {
  it.each([
    ['push', () => event.push({ repository: 'acme/infra', sha: stage.pullRequest.headSha })],
    ['schedule', () => event.schedule({ repository: 'acme/infra', sha: stage.pullRequest.headSha })],
  ])('%s: check run on the commit, no comment', async (_, made) => {
    const result = await stage.runAction({
      action,
      workspace: join(sample, 'head'),
      inputs,
      permissions,
      event: made(),
    });
    expect(result).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'blocked' }, faults: [] });
    expect(comments()).toEqual([]);
    expect(checkRuns()).toMatchObject([{ conclusion: 'failure' }]);
    expect(result.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
  });

  it('a merge group: check run on the commit of the queue', async () => {
    const group = await github.createMergeGroup(stage.repository, { pullRequests: [stage.pullRequest.number] });
    const made = event.mergeGroup({
      repository: 'acme/infra',
      head: { sha: group.headSha },
      base: { sha: group.baseSha },
    });
    await stage.runAction({ action, workspace: join(sample, 'head'), inputs, permissions, event: made });
    expect(github.checkRuns(stage.repository, group.headSha)).toMatchObject([
      { name: 'Tag policy', conclusion: 'failure' },
    ]);
  });

  it('a comment on the pull request: its head is asked for', async () => {
    const made = event.issueComment({ repository: 'acme/infra', number: stage.pullRequest.number });
    await stage.runAction({ action, workspace: join(sample, 'head'), inputs, permissions, event: made });
    expect(comments()).toHaveLength(1);
    expect(checkRuns()).toMatchObject([{ conclusion: 'failure' }]);
  });
});

describe('trouble at GitHub leaves one comment and the verdict', () => {
  const path = '/repos/acme/infra/issues/*/comments';
  const faults: [string, Fault][] = [
    ['429', { method: 'POST', path, kind: 'secondary-rate-limit', status: 429, retryAfterSeconds: 0 }],
    ['a lost answer', { method: 'POST', path, kind: 'lost-after' }],
    ['502', { method: 'POST', path, kind: 'server-error', status: 502 }],
    ['a list that fails twice', { method: 'GET', path, kind: 'server-error', status: 503, times: 2 }],
  ];
  it.each(faults)('%s', async (_, fault) => {
    const handle = github.fault(fault);
    const result = await run();
    expect(handle.hits).toBeGreaterThan(0);
    expect(result.outputs).toMatchObject({ outcome: 'blocked', violations: '3' });
    expect(comments()).toHaveLength(1);
    expect(checkRuns()).toHaveLength(1);
  });

  it('an outage is a warning', async () => {
    github.fault({ kind: 'server-error', status: 503, times: Number.POSITIVE_INFINITY });
    const result = await run({ inputs: passing });
    expect(result).toMatchObject({ conclusion: 'success', outputs: { outcome: 'passed' } });
    const warnings = result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(
      /^The comment could not be published: GET .* was answered with status 503 .*\. The verdict is not affected/,
    );
    expect(result.log).not.toMatch(/\n\s+at /);
  });
});

describe('input that cannot be used fails the step with one clear message', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    [
      'a plan that is not there',
      { ...inputs, 'plan-file': 'nope.json' },
      /^Cannot read the plan nope\.json: there is no such file\./,
    ],
    ['a file that is no plan', { ...inputs, 'plan-file': 'main.tf' }, /^Cannot read the plan main\.tf: it is not JSON/],
    ['nothing given', {}, /^There is nothing to judge by\. Name policies in the input "policies"/],
    [
      'several mistakes at once',
      { ...inputs, now: '2026-02-30', 'fail-on': 'always', params: 'environments' },
      /^Input "params" has the line "environments", which is no name=value\..*\s+Input "fail-on" is "always", but must be .*\s+Input "now" is "2026-02-30", but must be a day/,
    ],
    ['a policy that is not there', { ...inputs, policies: 'polices' }, /^There is no file, folder or pack "polices"/],
    [
      'more plans than root modules',
      { ...inputs, 'plan-file': 'plan.json\nb.json' },
      /go together line by line, but the one has 2 and the other 1\./,
    ],
    [
      'variables for a plan',
      { ...inputs, 'var-files': 'a.tfvars' },
      /^Input "var-files" cannot be used with "plan-file"/,
    ],
    ['plans of whatever is found', { ...inputs, path: 'auto' }, /^Input "path" must name the root module of each plan/],
    [
      'foreign exceptions without a format',
      { ...inputs, 'import-exceptions': 'x.sarif' },
      /^Input "import-exceptions" has "x\.sarif"/,
    ],
    ['a base that is not there', { ...inputs, 'base-ref': 'nope' }, /^This clone has no commit nope\./],
    [
      'a file that cannot be written',
      { ...inputs, 'sarif-file': 'main.tf/x.sarif' },
      /^The file main\.tf\/x\.sarif could not be written/,
    ],
    [
      'an unknown input',
      { ...inputs, 'required-tag': 'x' },
      /^Input "required-tag" is not known\. The inputs are: path, plan-file,/,
    ],
    [
      'a wrong word',
      { ...inputs, 'on-unknown': 'ignore' },
      /^Input "on-unknown" is "ignore", but must be one of: pass, warn, fail\./,
    ],
    ['a folder that is not there', { ...inputs, path: 'infra' }, /^There is no folder infra\./],
    ['a folder outside', { ...inputs, path: '../..' }, /^The folder \.\.\/\.\. is outside of the workspace/],
  ];
  it.each(cases)('%s', async (_, given, message) => {
    const result = await run({ inputs: given });
    expect(result).toMatchObject({ conclusion: 'failure', exitCode: 1, outputs: { outcome: 'failed' }, faults: [] });
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(result.log).not.toMatch(/\n\s+at /);
    expect(writes()).toEqual([]);
  });
});

describe('more violations than the runner shows annotations', () => {
  it('leave room for the verdict when there is no check run', async () => {
    const plan = JSON.parse(onlyChange('aws_ebs_volume'));
    const [change] = plan.resource_changes;
    const names = Array.from({ length: 30 }, (_, index) => `scratch${index}`);
    plan.resource_changes = names.map((name) => ({ ...change, address: `aws_ebs_volume.${name}`, name }));
    const files = {
      'plan.json': JSON.stringify(plan),
      'main.tf': names.map((name) => `resource "aws_ebs_volume" "${name}" {}\n`).join(''),
    };
    const result = await runInWorkflow(files, { ...inputs, check: 'false' });
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.message).toMatch(/^Tags: blocked\. 30 of 30/);
    expect(result.summary).toContain('10 more violations of keys');
  });
});

describe('what is unknown', () => {
  it.each([
    ['pass', 'success', 'passed'],
    ['warn', 'success', 'warned'],
    ['fail', 'failure', 'blocked'],
  ])('follows on-unknown: %s', async (effect, conclusion, outcome) => {
    const plan = onlyChange('aws_cloudwatch_log_group');
    const result = await runInWorkflow({ 'plan.json': plan }, { ...inputs, 'on-unknown': effect });
    expect(result).toMatchObject({ conclusion, outputs: { outcome, violations: '0' } });
  });
});

describe('a plan full of hostile text', () => {
  it('commands neither the runner nor the reader', async () => {
    const name = 'x\n::set-output name=outcome::passed\n::error::owned ##[error]owned\n@octocat <img src=x>';
    const plan = onlyChange('aws_ebs_volume', { address: `aws_ebs_volume.scratch["${name}"]`, index: name });
    const result = await runInWorkflow({ 'plan.json': plan }, inputs);
    expect(result.outputs).toMatchObject({ outcome: 'blocked' });
    expect(result.annotations.map(({ message }) => message)).not.toContain('owned');
    const [comment] = github.comments('acme/staged', 1);
    expect(comment?.body).toContain('\\n::set-output');
    expect(comment?.body).not.toMatch(/^::/m);
  });
});
