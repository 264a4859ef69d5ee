import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Artifact,
  event,
  folderFiles,
  type GitHub,
  type JobResult,
  type PullRequestStage,
  type StagedPullRequest,
  type StandIn,
  stagePullRequest,
  startGitHub,
} from '@tollgate/testkit';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '..');
const sample = join(import.meta.dirname, 'cost-impact');
const base = folderFiles(join(sample, 'base'));
const head = { ...base, ...folderFiles(join(sample, 'change')) };

const actions = { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') };

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  expect(github.unimplemented).toEqual([]);
  expect(github.unknownFields).toEqual([]);
  await github.close();
});

describe('a plain repository', () => {
  it('gets a comment that says why the cost changes, and what is not known of it', async () => {
    const stage = await open();
    expect(outcomes(await stage.runWorkflow({ workflow: workflow('cost-impact'), actions }))).toEqual({
      cost: 'success',
    });
    const [comment = ''] = commentsOf(stage);
    expect(headline(comment)).toBe('**Cost:** \\$416 → \\$739 a month in 2 of 3 root modules (+\\$323, +77.6 %).');
    const rows = [...comment.matchAll(/^\| `infra\/[a-z]+` \| `([^`]+)` \[.*?\]\(.*?\) \| (.+?) \|/gm)];
    expect(rows.map(([, address, why]) => `${address}: ${why}`)).toEqual([
      'aws_db_instance.orders: `multi_az` false → true',
      'module.web.aws_instance.this: `instance_type` m6i.large → m6i.xlarge',
      'aws_ebs_volume.orders_copy: new',
      'aws_nat_gateway.payments: new',
      'aws_eip.payments: new',
      'aws_sqs_queue.payments: new',
    ]);
    expect(comment).toContain('- `infra/shop` `aws_lb.front` → `aws_lb.public`');
    expect(comment).toContain('- `infra/shop` `aws_sqs_queue.payments`: Requests at \\$0.40 per 1M requests');
  });

  it('has the same comment after a push to the pull request', async () => {
    const stage = await open();
    await stage.runWorkflow({ workflow: workflow('cost-impact'), actions });
    const pushed = await stage.push({ 'infra/shop/main.tf': base['infra/shop/main.tf'] ?? null });
    await pushed.runWorkflow({ workflow: workflow('cost-impact'), actions });
    expect(commentsOf(stage).map(headline)).toEqual([
      '**Cost:** \\$253 → \\$462 a month in 1 of 3 root modules (+\\$209, +82.7 %).',
    ]);
  });

  it('gets a summary for a push to main, and nothing else', async () => {
    const stage = await open();
    const { repository, pullRequest } = stage;
    const sha = await github.mergePullRequest(repository, pullRequest.number);
    const push = event.push({ repository: repository.fullName, sha, before: pullRequest.baseSha });
    const { jobs } = await stage.runWorkflow({ workflow: workflow('cost-impact'), actions, event: push });
    expect(jobs.cost?.summary).toContain('\\$416 → \\$739 a month');
    expect([commentsOf(stage), github.checkRuns(repository, sha)]).toEqual([[], []]);
  });
});

describe('limits', () => {
  it('block, also when the pull request raises them in its own files', async () => {
    const own = 'policies/cost-limits.yml';
    const stage = await open({ change: { [own]: base[own]?.replace('value: 250', 'value: 9000') ?? '' } });
    const { jobs } = await stage.runWorkflow({ workflow: workflow('cost-impact-limits'), actions });
    expect(jobs.limits?.conclusion).toBe('failure');
    const [comment = ''] = commentsOf(stage);
    expect(headline(comment)).toContain('**Cost: blocked.**');
    expect(comment).toContain('The cost rises by \\$322.61 a month; the limit is \\$250.00 a month.');
    expect(comment).toContain('`type` gp3 instead of gp2');
    expect(checksOn(stage.pullRequest.headSha, stage)).toEqual(['Cost limits: failure']);
  });
});

describe('a merge queue', () => {
  it('is judged as a group, with a check run on its commit and no comment', async () => {
    const stage = await open();
    const { repository, pullRequest } = stage;
    const group = await github.createMergeGroup(repository, { pullRequests: [pullRequest.number] });
    const queued = event.mergeGroup({
      repository: repository.fullName,
      number: pullRequest.number,
      head: { sha: group.headSha },
      base: { sha: group.baseSha },
    });
    const { jobs } = await stage.runWorkflow({
      workflow: workflow('cost-impact-merge-queue'),
      actions,
      event: queued,
    });
    expect(jobs.cost?.summary).toContain('\\$416 → \\$739 a month');
    expect(checksOn(group.headSha, stage)).toEqual(['Cost in the queue: neutral']);
    expect(commentsOf(stage)).toEqual([]);
  });
});

describe('plans', () => {
  const plans = {
    workflow: workflow('cost-impact-plan'),
    actions: { ...actions, 'hashicorp/setup-terraform': recordedTerraform },
    vars: { PLAN_ROLE: 'arn:aws:iam::111122223333:role/plan' },
  };

  it('are made by one job, and told by another without credentials', async () => {
    const stage = await open();
    const run = await stage.runWorkflow(plans);
    expect(outcomes(run)).toEqual({ plan: 'success', cost: 'success' });
    expect(run.jobs.cost?.permissions).toMatchObject({ 'id-token': 'none' });
    const [comment = ''] = commentsOf(stage);
    expect(headline(comment)).toBe('**Cost:** \\$253 → \\$462 a month (+\\$209, +82.7 %).');
    expect(comment).toMatch(/`aws_db_instance.orders` \[`infra\/data\/main.tf:16`\].* `multi_az` false → true/);
    const password = 'correct-horse-battery';
    expect(textOf(run.artifacts, 'plan', 'plan.json')).toContain(password);
    expect([comment, run.jobs.cost?.log, run.jobs.cost?.summary].join('\n')).not.toContain(password);
  });

  it('are not made for a fork, which gets no credentials', async () => {
    const stage = await open({ forkOwner: 'mallory' });
    expect(outcomes(await stage.runWorkflow(plans))).toEqual({ plan: 'skipped', cost: 'skipped' });
  });
});

describe('a matrix', () => {
  it('prices each root module in a job, and tells them in one comment', async () => {
    const stage = await open();
    const run = await stage.runWorkflow({ workflow: workflow('cost-impact-matrix'), actions });
    expect(run.jobs.price?.combinations.map(({ name }) => name)).toEqual([
      'price (infra/data)',
      'price (infra/network)',
      'price (infra/shop)',
    ]);
    expect(outcomes(run)).toEqual({ list: 'success', price: 'success', cost: 'success' });
    expect(commentsOf(stage).map(headline)).toEqual([
      '**Cost: warned.** \\$416 → \\$739 a month in 2 of 3 root modules (+\\$323, +77.6 %).',
    ]);
  });

  it('fails when a job does, and tells no sum that lacks a root module', async () => {
    const stage = await open({ change: { 'infra/shop/main.tf': 'resource "aws_instance" {' } });
    const run = await stage.runWorkflow({ workflow: workflow('cost-impact-matrix'), actions });
    expect(outcomes(run)).toEqual({ list: 'success', price: 'failure', cost: 'failure' });
    expect(commentsOf(stage)).toEqual([]);
  });
});

describe('a pull request from a fork', () => {
  it('gets its comment from the second workflow, and none from the first', async () => {
    const stage = await open({ forkOwner: 'mallory' });
    const result = await resultOf(stage);
    expect(commentsOf(stage)).toEqual([]);
    expect((await follow(stage, result)).conclusion).toBe('success');
    expect(commentsOf(stage).map(headline)).toEqual([
      '**Cost: warned.** \\$416 → \\$739 a month in 2 of 3 root modules (+\\$323, +77.6 %).',
    ]);
    expect(checksOn(stage.pullRequest.headSha, stage)).toEqual(['Cost impact: neutral']);
  });

  it('cannot have the comment made on another pull request', async () => {
    const stage = await open({ forkOwner: 'mallory' });
    const victim = await github.createPullRequest(stage.repository, { head: 'feature', title: 'Another' });
    const result = JSON.parse(await resultOf(stage));
    await follow(stage, JSON.stringify({ ...result, pullRequest: victim.number, number: victim.number }));
    expect(github.comments(stage.repository, victim.number)).toEqual([]);
    expect(commentsOf(stage)).toHaveLength(1);
  });

  it('cannot have the comment link, mention, load or run anything', async () => {
    const stage = await open({ forkOwner: 'mallory' });
    const hostile = '`](x) <img src=x onerror=alert(1)> @acme/owners ![](https://evil.example/p.png)\n::error::x | y';
    // Addresses, attributes, files, root modules and sentences.
    const places = /aws_db_instance\.orders|multi_az|usage\.yml|infra\/data/g;
    const result = (await resultOf(stage)).replaceAll(places, JSON.stringify(hostile).slice(1, -1));
    const { conclusion, annotations } = await follow(stage, result);
    expect(conclusion).toBe('success');
    expect(annotations.map(({ message }) => message)).not.toContain('x | y');
    const [comment = ''] = commentsOf(stage);
    expect(comment).toContain('onerror');
    const page = micromark(comment, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
    expect(page).not.toContain('<img');
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    expect(links.filter((link) => !link?.startsWith(`${github.url}/${stage.repository.fullName}/`))).toEqual([]);
    // GitHub mentions nobody inside of code.
    expect(page.replaceAll(/<code>.*?<\/code>/gs, '')).not.toContain('@acme');
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '<html>', /is no JSON/],
    ['something else', '{"kind":"Decision"}', /^results\/result\.json: .* Give a CostChange/],
    ['as large as a disk', ' '.repeat(129 * 1024 * 1024), /has 129 MiB, and at most 128 MiB/],
    ['nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /deep/],
  ])('whose result is %s fails the second workflow with a clear message', async (_, result, message) => {
    const stage = await open({ forkOwner: 'mallory' });
    const { conclusion, annotations } = await follow(stage, result);
    expect(conclusion).toBe('failure');
    expect(annotations).toEqual([{ level: 'error', message: expect.stringMatching(message) }]);
    expect(commentsOf(stage)).toEqual([]);
  });

  /** The first workflow, and the result that it stores. */
  async function resultOf(stage: StagedPullRequest): Promise<string> {
    const { artifacts } = await stage.runWorkflow({ workflow: workflow('cost-impact-fork'), actions });
    return textOf(artifacts, 'cost', 'result.json');
  }

  /** The second workflow, as GitHub starts it when the first one has ended and stored a result. */
  async function follow({ repository, pullRequest, runJob }: StagedPullRequest, result: string): Promise<JobResult> {
    const artifacts = await mkdtemp(join(tmpdir(), 'tollgate-examples-'));
    onTestFinished(() => rm(artifacts, { recursive: true }));
    const run = {
      id: 7,
      name: 'Cost of the change',
      headSha: pullRequest.headSha,
      headBranch: 'feature',
      repository: `mallory/${repository.name}`,
    };
    await mkdir(join(artifacts, String(run.id), 'cost'), { recursive: true });
    await writeFile(join(artifacts, String(run.id), 'cost/result.json'), result);
    const ended = event.workflowRun({ repository: repository.fullName, sha: pullRequest.baseSha, run });
    return runJob({ workflow: workflow('cost-impact-fork-comment'), actions, artifacts, event: ended });
  }
});

/** Puts the sample's pull request on GitHub; `change` is what it changes beside. */
function open({
  change = {},
  ...more
}: Omit<PullRequestStage, 'base' | 'head'> & {
  readonly change?: Readonly<Record<string, string>>;
} = {}): Promise<StagedPullRequest> {
  return stagePullRequest(github, { base, head: { ...head, ...change }, ...more });
}

function workflow(name: string): string {
  return join(sample, 'base/.github/workflows', `${name}.yml`);
}

/** Installs a Terraform that has one answer: the recorded plan. */
function recordedTerraform({ temp, addPath }: Parameters<StandIn>[0]): Promise<Record<string, string>> {
  const script = `#!/bin/sh\nif [ "$1" = show ]; then cat '${join(sample, 'plans/data.json')}'; fi\n`;
  addPath(temp);
  return writeFile(join(temp, 'terraform'), script, { mode: 0o755 }).then(() => ({}));
}

function textOf(artifacts: readonly Artifact[], name: string, file: string): string {
  const stored = artifacts.find((artifact) => artifact.name === name)?.files[file];
  return new TextDecoder().decode(stored);
}

function outcomes({ jobs }: { readonly jobs: Readonly<Record<string, JobResult>> }): Record<string, string> {
  expect(Object.values(jobs).flatMap(({ faults }) => faults)).toEqual([]);
  return Object.fromEntries(Object.entries(jobs).map(([id, { conclusion }]) => [id, conclusion]));
}

function commentsOf({ repository, pullRequest }: StagedPullRequest): string[] {
  return github.comments(repository, pullRequest.number).map(({ body }) => body);
}

/** The first line that people see of a comment, without its symbol. */
function headline(comment: string): string {
  return /^###.*?(\*\*.*)$/m.exec(comment)?.[1] ?? '';
}

function checksOn(sha: string, { repository }: StagedPullRequest): string[] {
  return github.checkRuns(repository, sha).map(({ name, conclusion }) => `${name}: ${conclusion}`);
}
