import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  event,
  type GitHub,
  type GithubEvent,
  type StagedPullRequest,
  stagePullRequest,
  startGitHub,
} from '@tollgate/testkit';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { permissions } from '../src/metadata.gen.ts';

const root = join(import.meta.dirname, '../../..');
const action = join(root, 'actions/cost-impact');
const now = '2026-11-20';

type Files = Readonly<Record<string, string>>;

/** A limit of what all root modules of a run may cost more, and one of what an instance may cost. */
const policy = (increase: number) => `
apiVersion: tollgate/v1
kind: Policy
metadata: { name: limits, version: 1.0.0 }
spec:
  gate: cost
  rules:
    - id: increase
      level: hard-mandatory
      limit: { delta: ${increase} }
    - id: instance
      level: advisory
      match: { resources: [aws_instance] }
      limit: { total: 100 }
`;
const instance = (type: string) => `
provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "web" {
  ami           = "ami-1"
  instance_type = "${type}"
}
`;

/** The results of three jobs, each of which priced root modules in its own run of the action. */
let results: { readonly dev: string; readonly prod: string; readonly broken: string };
let github: GitHub;
let stage: StagedPullRequest;
let workspace: string;

beforeAll(async () => {
  await open();
  try {
    // 70.08 USD a month more in each: the limit of 100 is gone beyond in none of the jobs.
    results = {
      dev: await priced('infra/dev', 'policies'),
      prod: await priced('infra/prod', 'policies'),
      broken: await priced('infra/broken\ninfra/spare', ''),
    };
  } finally {
    await close();
  }
}, 120_000);
beforeEach(() => open());
afterEach(close);

async function open(options: { readonly forkOwner?: string } = {}): Promise<void> {
  workspace = mkdtempSync(join(tmpdir(), 'tollgate-results-'));
  github = await startGitHub();
  const files = (type: string, broken: string): Files => ({
    'infra/dev/main.tf': instance(type),
    'infra/prod/main.tf': instance(type),
    'infra/spare/main.tf': instance('m5.large'),
    'infra/broken/main.tf': broken,
    'policies/limits.yml': policy(100),
  });
  const [base, head] = [files('m5.large', instance('m5.large')), files('m5.xlarge', 'resource "aws_instance" {')];
  stage = await stagePullRequest(github, { base, head, ...options });
}

async function close(): Promise<void> {
  rmSync(workspace, { recursive: true, force: true });
  expect(github.unimplemented).toEqual([]);
  expect(github.unknownFields).toEqual([]);
  await github.close();
}

/** The JSON of a job that prices root modules. */
async function priced(path: string, policies: string): Promise<string> {
  const given = {
    path,
    policies,
    comment: 'never',
    check: 'false',
    'fail-on': 'never',
    'json-file': 'result.json',
    now,
  };
  // JSON is YAML.
  const workflow = {
    on: 'pull_request',
    permissions: { contents: 'read' },
    jobs: {
      price: {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v5', with: { 'fetch-depth': 2 } },
          { uses: 'tollgate/tollgate/actions/cost-impact@v1', with: given },
        ],
      },
    },
  };
  const folder = join(workspace, path.replaceAll('\n', '-'));
  mkdirSync(folder, { recursive: true });
  const actions = { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') };
  await stage.runJob({ workflow: JSON.stringify(workflow, null, 2), actions, workspace: folder });
  return readFileSync(join(folder, 'result.json'), 'utf8');
}

interface MergeOptions {
  readonly inputs?: Files;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly event?: GithubEvent;
}

/** Runs the action in a workspace with nothing in it but these files. */
function merge(files: Files, { inputs = {}, permissions: granted = permissions, ...options }: MergeOptions = {}) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return stage.runAction({
    action,
    workspace,
    inputs: { results: 'results/**/*.json', 'json-file': 'merged.json', now, ...inputs },
    permissions: granted,
    env: { TOLLGATE_RETRY_DELAY_MS: '1' },
    ...options,
  });
}

const merged = () => JSON.parse(readFileSync(join(workspace, 'merged.json'), 'utf8'));
const comments = () => github.comments(stage.repository, stage.pullRequest.number);
const body = () => comments()[0]?.body ?? '';
const both = () => ({ 'results/1/result.json': results.dev, 'results/2/result.json': results.prod });

/** What GitHub shows of Markdown, before it takes out what is not safe. */
const htmlOf = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** A result in which texts are others. */
function edited(text: string, changes: Files): string {
  let all = text;
  for (const [from, to] of Object.entries(changes)) {
    expect(all).toContain(from);
    all = all.replaceAll(from, to);
  }
  return all;
}

describe('results of jobs with a root module each', () => {
  it('become one comment, one check run and one result', async () => {
    const result = await merge(both());
    expect(result).toMatchObject({
      conclusion: 'success',
      faults: [],
      outputs: { outcome: 'warned', delta: '140.16' },
    });
    expect(comments()).toHaveLength(1);
    expect(body()).toContain('`infra/dev`');
    expect(body()).toContain('`infra/prod`');
    expect(github.checkRuns(stage.repository, stage.pullRequest.headSha)).toHaveLength(1);
    const { decision, ...change } = merged();
    expect(change).toMatchObject({ kind: 'CostChange', monthlyDelta: '140.16', percent: '98.9' });
    expect(change.rootModules.map(({ name }: { name: string }) => name)).toEqual(['infra/dev', 'infra/prod']);
    expect(decision.verdicts.map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual([
      'infra/dev:aws_instance.web',
      'infra/prod:aws_instance.web',
    ]);
  });

  it('do not pass for the whole: a limit that each job keeps, and all together do not', async () => {
    await merge(both());
    expect(merged().decision.notices).toEqual([
      expect.stringMatching(/^Policy "limits" judged the change "total" only in parts/),
    ]);
    const result = await merge({ ...both(), 'policies/limits.yml': policy(100) }, { inputs: { policies: 'policies' } });
    expect(result).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'blocked' } });
    expect(merged().decision).toMatchObject({
      summary: { fail: 3 },
      notices: [],
      policies: [{ name: 'limits', matched: 3 }],
    });
    expect(body()).toContain('Cost: blocked.');
  });

  it('are merged into a result that can be merged again', async () => {
    await merge(both());
    const first = merged();
    await merge({ 'again/a.json': JSON.stringify(first) }, { inputs: { results: 'again/a.json' } });
    expect(merged()).toEqual(first);
  });

  it('tell of rules about resources that no job has judged', async () => {
    const { decision: _, ...untold } = JSON.parse(results.dev);
    const files = { 'results/a.json': JSON.stringify(untold), 'policies/limits.yml': policy(100) };
    const result = await merge(files, { inputs: { policies: 'policies' } });
    const notice =
      'What policy "limits" says of single resources was not judged: only the jobs that evaluate them can.';
    expect(result.annotations.map(({ message }) => message)).toEqual([expect.stringContaining(notice)]);
    expect(result.outputs.outcome).toBe('passed');
  });

  it('fail when a root module could not be evaluated in its job, which had no policies', async () => {
    expect(JSON.parse(results.broken).rootModules).toMatchObject([{ status: 'failed' }, { status: 'unaffected' }]);
    const result = await merge(
      { ...both(), 'results/3/result.json': results.broken },
      { inputs: { 'fail-on': 'never' } },
    );
    expect(result).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' } });
    expect(merged().decision.verdicts).toContainEqual(
      expect.objectContaining({
        policy: 'root-modules',
        outcome: 'error',
        subject: { kind: 'root-module', id: 'infra/broken' },
      }),
    );
  });
});

describe('results that cannot be merged', () => {
  it.each<[string, () => Files, Files, string]>([
    ['none', () => ({}), {}, 'No file matches the input "results": results/**/*.json.'],
    [
      'the same root module twice',
      () => ({ 'results/1.json': results.dev, 'results/2.json': results.dev }),
      {},
      'results/2.json: The root module "infra/dev" is in results/1.json too.',
    ],
    [
      'two currencies',
      () => ({ 'results/1.json': results.dev, 'results/2.json': edited(results.prod, { '"USD"': '"EUR"' }) }),
      {},
      'results/2.json: The cost change is in EUR, and that of results/1.json in USD.',
    ],
    [
      'a violation that was made to do nothing',
      () => ({ 'results/1.json': edited(results.dev, { '"effect": "warn"': '"effect": "none"' }) }),
      {},
      'results/1.json: decision.verdicts[1].effect is "none", which cannot follow from "fail" at the level "advisory".',
    ],
    [
      'an outcome that was made better',
      () => ({ 'results/1.json': edited(results.dev, { '"outcome": "warned"': '"outcome": "passed"' }) }),
      {},
      'results/1.json: decision.outcome is "passed", and the verdicts come to "warned".',
    ],
    [
      'an amount that is none',
      () => ({ 'results/1.json': edited(results.dev, { '"monthlyDelta": "70.08"': '"monthlyDelta": "1e9"' }) }),
      {},
      'results/1.json: monthlyDelta is "1e9", and must be decimal text',
    ],
    [
      'a decision alone',
      () => ({ 'results/1.json': JSON.stringify(JSON.parse(results.dev).decision) }),
      {},
      'results/1.json: ',
    ],
    [
      'half a file',
      () => ({ 'results/1.json': results.dev.slice(0, 999) }),
      {},
      'results/1.json: The file is no JSON.',
    ],
    [
      'an input about what is evaluated',
      both,
      { 'usage-file': 'usage.yml' },
      'Input "usage-file" cannot be used with "results": nothing is evaluated.',
    ],
    [
      'exceptions that a policy denies to the change itself',
      () => ({
        ...both(),
        'policies/limits.yml': policy(100).replace('spec:', 'spec:\n  exceptions: { sameChange: deny }'),
        'policies/exceptions.yml': `
apiVersion: tollgate/v1
kind: Exception
metadata: { name: EX-1, created: 2026-11-01 }
spec: { rule: limits/increase, reason: Agreed., approver: "user:mona", expires: 2026-12-20 }
`,
      }),
      { policies: 'policies' },
      'Policy "limits" denies exceptions that the change itself adds, and results do not tell which ones these are.',
    ],
  ])('are refused, and nothing is posted: %s', async (_, files, inputs, message) => {
    const result = await merge(files(), { inputs });
    expect(result).toMatchObject({ conclusion: 'failure', outputs: { outcome: 'failed' }, faults: [] });
    expect(result.annotations.map((annotation) => annotation.message)).toEqual([expect.stringContaining(message)]);
    expect(result.log).not.toMatch(/^\s+at /m);
    expect(comments()).toEqual([]);
    expect(github.checkRuns(stage.repository, stage.pullRequest.headSha)).toEqual([]);
  });
});

describe('results of a pull request from a fork', () => {
  /** As the workflow in examples/cost-impact has them. */
  const companion = { actions: 'read', 'pull-requests': 'write', checks: 'write' } as const;
  const afterwards = () =>
    event.workflowRun({
      repository: stage.repository.fullName,
      run: { repository: 'mallory/infra', headBranch: 'feature', headSha: stage.pullRequest.headSha },
    });

  beforeEach(async () => {
    await close();
    await open({ forkOwner: 'mallory' });
  });

  it('are told on it by a workflow that follows, with the permissions that are documented', async () => {
    const result = await merge(both(), { permissions: companion, event: afterwards() });
    expect(result).toMatchObject({ conclusion: 'success', outputs: { outcome: 'warned' }, faults: [] });
    expect(result.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(body()).toContain('`infra/prod`');
    expect(github.checkRuns(stage.repository, stage.pullRequest.headSha)).toHaveLength(1);
  });

  it('are told on no pull request when it has moved on', async () => {
    const followed = afterwards();
    await stage.push({ 'infra/dev/main.tf': instance('m5.2xlarge') });
    const result = await merge(both(), { permissions: companion, event: followed });
    expect(result.outputs.outcome).toBe('warned');
    expect(comments()).toEqual([]);
  });

  it('can be named anything, and are shown as text', async () => {
    const hostile = [
      '[x](https://evil.example)',
      '@octocat',
      '![y](https://evil.example/y.png)',
      '<img src=x>',
      '::error::owned',
      '\ud800',
    ];
    const name = hostile.join(' ');
    const address = `aws_instance.web|\n## Owned\n\n${name}`;
    const text = (value: string) => JSON.stringify(value).slice(1, -1);
    const prod = edited(results.prod, { 'infra/prod': text(name), 'aws_instance.web': text(address) });
    const files = { 'results/1.json': results.dev, 'results/2.json': prod };
    const result = await merge(files, { permissions: companion, event: afterwards() });
    expect(result).toMatchObject({ conclusion: 'success', outputs: { outcome: 'warned' }, faults: [] });
    expect(result.annotations.filter(({ message }) => message.startsWith('owned'))).toEqual([]);
    const html = htmlOf(body());
    expect(html).toContain('<code>[x](https://evil.example)');
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.filter((link) => !link?.startsWith(`${github.url}/acme/infra/`))).toEqual([]);
    expect(html).not.toMatch(/<img|<h2/);
    expect(html.replaceAll(/<code>[^<]*<\/code>/g, '')).not.toContain('@octocat');
  });
});
