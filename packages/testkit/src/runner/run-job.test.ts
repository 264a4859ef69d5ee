// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions of GitHub are part of the subject
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isRunning } from '../../test/process-state.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { event, type RunJobOptions, runJob, type TokenPermissions } from './index.ts';

const test = join(import.meta.dirname, '../../test');
const checks = join(test, 'workflows/.github/workflows/checks.yml');
const actions = { 'acme/<name>': join(test, 'actions/<name>') };

/** Runs a job of one list of steps, written as YAML. */
function runSteps(steps: string, options: Partial<RunJobOptions> = {}) {
  const indented = steps
    .trim()
    .split('\n')
    .map((line) => `      ${line}`);
  const workflow = `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented.join('\n')}\n`;
  return runJob({ workflow, event: event.push(), actions, ...options });
}

/** What the steps printed, without what the runner shows around it. */
function printed(job: { steps: readonly { stdout: string }[] }): string[] {
  return job.steps.flatMap((step) => step.stdout.split('\n')).filter((line) => line !== '');
}

describe('variables', () => {
  it('go from workflow to job to step, and from step to step', async () => {
    const job = await runJob({
      workflow: checks,
      job: 'variables',
      event: event.push(),
      secrets: { DEPLOY_KEY: 'key-123' },
      vars: { REGION: 'eu-west-1' },
    });
    expect(job.conclusion).toBe('success');
    expect(printed(job)).toEqual(['step after job, octocat, eu-west-1, key-123', 'then set', 'from the path']);
    expect(job.log).not.toContain('key-123');
    // An empty output and one with a secret in it are left out.
    expect(job.outputs).toEqual({ level: 'step after job' });
    expect(job.log).toContain("##[warning]Skip output 'leak' since it may contain secret.");
  });

  it('have no secrets on the pull request of a fork', async () => {
    const job = await runJob({
      workflow: checks,
      job: 'variables',
      event: event.pullRequest({ head: { repository: 'mona/infra' } }),
      secrets: { DEPLOY_KEY: 'key-123' },
    });
    expect(printed(job)[0]).toBe('step after job, octocat, , no secret');
  });
});

describe('the token', () => {
  const tokenOf = async (options: Partial<RunJobOptions>): Promise<TokenPermissions> => {
    const asked: TokenPermissions[] = [];
    const createToken = (permissions: TokenPermissions): string => {
      asked.push(permissions);
      return 'token-for-the-job';
    };
    const job = await runJob({ workflow: checks, job: 'variables', event: event.push(), createToken, ...options });
    expect(job.permissions).toEqual(asked[0]);
    return asked[0] ?? {};
  };

  it('has what the workflow asks for', async () => {
    expect(await tokenOf({})).toMatchObject({
      contents: 'read',
      'pull-requests': 'write',
      issues: 'none',
      metadata: 'read',
    });
  });

  it('can only read on the pull request of a fork', async () => {
    const fork = event.pullRequest({ head: { repository: 'mona/infra' } });
    expect(await tokenOf({ event: fork })).toMatchObject({ contents: 'read', 'pull-requests': 'read' });
  });

  it('reaches steps as github.token and secrets.GITHUB_TOKEN, and no log', async () => {
    const job = await runSteps(
      '- run: echo "${{ github.token }} ${{ secrets.GITHUB_TOKEN }} ${GITHUB_TOKEN:-no variable}"',
      {
        createToken: async () => 'token-1',
      },
    );
    expect(printed(job)).toEqual(['token-1 token-1 no variable']);
    expect(job.log).not.toContain('token-1');
  });
});

describe('the flow of steps', () => {
  it('follows conditions and continue-on-error', async () => {
    const job = await runJob({ workflow: checks, job: 'flow', event: event.push() });
    expect(job.conclusion).toBe('failure');
    expect(job.steps.map((step) => `${step.id}: ${step.outcome} ${step.conclusion}`)).toEqual([
      'fails: failure success',
      '__run: success success',
      'broken: failure failure',
      'skipped: skipped skipped',
      '__run_2: success success',
      '__run_3: success success',
    ]);
    expect(job.steps[1]?.name).toBe('Sees failure and success');
    expect(printed(job)).toEqual(['job success', 'after the failure, job failure', 'always, skipped was skipped']);
  });

  it.each([
    { name: 'an expression that cannot be evaluated', steps: "- run: echo ${{ fromJSON('{') }}", message: 'fromJson' },
    { name: 'a condition that cannot be evaluated', steps: "- run: echo\n  if: fromJSON('')", message: 'empty input' },
    {
      name: 'a working directory that is not there',
      steps: '- run: echo\n  working-directory: nowhere',
      message: 'nowhere',
    },
    { name: 'a shell that nobody knows', steps: '- run: echo\n  shell: fish', message: "Invalid shell option 'fish'" },
    {
      name: 'a local action before any checkout',
      steps: '- uses: ./action',
      message: 'Did you forget to run actions/checkout',
    },
    {
      name: 'a text where continue-on-error needs a boolean',
      steps: '- run: exit 1\n  continue-on-error: ${{ github.job }}',
      message: 'must be a boolean',
    },
  ])('fails a step for $name, and goes on', async ({ steps, message }) => {
    const job = await runSteps(`${steps}\n- run: echo went on\n  if: always()`);
    expect(job.conclusion).toBe('failure');
    expect(job.annotations.map((annotation) => annotation.message)).toContainEqual(expect.stringContaining(message));
    expect(printed(job)).toEqual(['went on']);
  });

  it('runs post parts at the end, the latest first', async () => {
    const job = await runSteps(`
- uses: acme/stages@v1
- uses: acme/stages@v1
  with: { name: two }
- run: echo last
- uses: acme/stages@v1
  if: false
  with: { name: three }`);
    expect(job.log.split('\n').filter((line) => /^(one|two|three|last)/.test(line))).toEqual([
      'one pre',
      'two pre',
      'three pre',
      'one main',
      'two main',
      'last',
      'two post',
      'one post',
    ]);
    expect(job.steps.map((step) => step.post?.conclusion ?? null)).toEqual(['success', 'success', null, null]);
  });

  it('is cut short by timeout-minutes of the job, but for what runs always', async () => {
    const workflow = `
on: push
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 1
    steps:
      - uses: acme/hang@v1
      - run: echo never
      - run: echo "job \${{ job.status }}"
        if: cancelled()
`;
    const job = await runJob({ workflow, event: event.push(), actions, minuteMs: 300 });
    expect(job.conclusion).toBe('cancelled');
    expect(job.steps.map((step) => step.conclusion)).toEqual(['cancelled', 'skipped', 'success']);
    expect(job.steps[2]?.stdout).toBe('job cancelled\n');
    expect(job.annotations).toEqual([
      { level: 'error', message: expect.stringContaining('maximum execution time of 1 minutes') },
    ]);
  });

  it('stops what a step left running when the job ends', async () => {
    const job = await runSteps('- run: |\n    sleep 600 &\n    echo "left $!"\n- run: echo next', { drainMs: 50 });
    expect(printed(job)).toEqual([expect.stringMatching(/^left \d+$/), 'next']);
    const left = Number(/left (\d+)/.exec(job.log)?.[1]);
    await vi.waitFor(() => expect(isRunning(left)).toBe(false));
  });
});

describe('scripts', () => {
  it('run in their shell and folder, by step, job and workflow', async () => {
    const job = await runJob({ workflow: checks, job: 'shells', event: event.push() });
    expect(printed(job)).toEqual(['sub', 'deep', 'node 2']);
    const shells = job.log.split('\n').filter((line) => line.startsWith('shell: '));
    expect(shells.map((line) => line.replace(/ \S*\//, ' '))).toEqual([
      'shell: sh -e {0}',
      'shell: sh -e {0}',
      'shell: bash --noprofile --norc -e -o pipefail {0}',
      'shell: node {0}',
    ]);
    expect(job.steps.map((step) => step.outcome)).toEqual(['success', 'success', 'failure', 'success', 'failure']);
  });

  it('without a shell stop at the first failure, but not at one in a pipe', async () => {
    const job = await runSteps('- run: |\n    false | true\n    echo passed\n    false\n    echo not reached');
    expect(printed(job)).toEqual(['passed']);
    expect(job.steps[0]?.log).toMatch(/shell: \S*bash -e \{0\}/);
    expect(job.annotations).toEqual([{ level: 'error', message: 'Process completed with exit code 1.' }]);
  });

  it('see their text as YAML gives it, with expressions inside', async () => {
    const job = await runSteps(
      '- run: |\n    cat <<EOF\n      two ${{ github.job }}\n    zero\n    EOF\n- run: >-\n    echo folded\n    ${{ github.job }}',
    );
    expect(job.steps.map((step) => step.stdout)).toEqual(['  two job\nzero\n', 'folded job\n']);
  });
});

describe('actions', () => {
  it('of the workspace run without their pre part, and have no repository', async () => {
    const workspace = await temporaryFolder();
    await cp(join(test, 'workflows/.github/actions/local'), join(workspace, 'action'), { recursive: true });
    const job = await runSteps('- uses: ./action\n  with: { name: mine }', { workspace });
    expect(printed(job)).toEqual(['mine of []']);
    expect(job.steps[0]?.pre).toBeNull();
    expect(job.steps[0]?.post?.stdout).toBe('mine of []\n');
    expect(job.annotations).toEqual([
      { level: 'warning', message: "`pre` execution is not supported for local action from './action'" },
    ]);
  });

  it('that nobody knows stop the run with their name', async () => {
    await expect(runSteps('- uses: acme-corp/unknown@v3')).rejects.toThrow('acme-corp/unknown@v3');
  });

  it('of others have stand-ins that say so, or one that the test gives', async () => {
    const job = await runSteps(
      '- uses: hashicorp/setup-terraform@v3\n- id: own\n  uses: other/thing@v2\n  with: { a: "${{ github.job }}" }\n- run: echo ${{ steps.own.outputs.b }}',
      {
        actions: { 'other/thing': async ({ inputs }) => ({ b: `from ${inputs.a}` }) },
      },
    );
    expect(job.steps[0]?.log).toContain('Stand-in of the test harness for hashicorp/setup-terraform@v3');
    expect(printed(job)).toEqual(['from job']);
  });

  it('of others have a stand-in that installs a program for the steps that follow', async () => {
    const job = await runSteps('- uses: acme-tools/setup-greet@v1\n- run: greet', {
      actions: {
        'acme-tools/setup-greet': async ({ temp, addPath }) => {
          await writeFile(join(temp, 'greet'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
          addPath(temp);
          return {};
        },
      },
    });
    expect(printed(job)).toEqual(['hello']);
  });

  it('have the made-up names of GitHub in GITHUB_ACTION', async () => {
    const show = '- run: echo $GITHUB_ACTION';
    const job = await runSteps(
      `${show}\n${show}\n- id: named\n  run: echo $GITHUB_ACTION\n- uses: acme/environment@v1`,
    );
    expect(printed(job).slice(0, 3)).toEqual(['__run', '__run_2', 'named']);
    expect(JSON.parse(job.steps[3]?.stdout ?? '{}')).toMatchObject({
      GITHUB_ACTION: '__acme_environment',
      GITHUB_ACTION_REPOSITORY: 'acme/environment',
    });
  });
});

describe('artifacts', () => {
  it('are stored and found again', async () => {
    const job = await runJob({ workflow: checks, job: 'artifacts', event: event.push() });
    expect(printed(job)).toEqual(['two']);
    const [report, ...others] = job.artifacts;
    expect(report?.name).toBe('report');
    expect(Object.keys(report?.files ?? {})).toEqual(['deep/two.txt']);
    expect(others).toEqual([]);
    expect(job.annotations).toEqual([{ level: 'error', message: expect.stringContaining('No files were found') }]);
  });

  it('of another run are found by its id when both share a folder', async () => {
    const artifacts = await temporaryFolder();
    const upload =
      '- run: echo data > plan.json\n- uses: actions/upload-artifact@v4\n  with: { name: plan, path: plan.json }';
    await runSteps(upload, { artifacts, github: { runId: 11 } });
    const download =
      '- uses: actions/download-artifact@v4\n  with: { name: plan, run-id: 11, github-token: x }\n- run: cat plan.json';
    expect(printed(await runSteps(download, { artifacts, github: { runId: 12 } }))).toEqual(['data']);
  });

  it.each([
    {
      name: 'a name that is taken',
      steps:
        '- run: echo > a\n- uses: &up actions/upload-artifact@v4\n  with: { path: a }\n- uses: *up\n  with: { path: a }',
      message: 'already exists',
    },
    {
      name: 'a name with a slash',
      steps: '- run: echo > a\n- uses: actions/upload-artifact@v4\n  with: { name: a/b, path: a }',
      message: 'name is not valid',
    },
    {
      name: 'one that is not there',
      steps: '- uses: actions/download-artifact@v4\n  with: { name: lost }',
      message: 'Artifact not found for name: lost',
    },
  ])('fail the step for $name', async ({ steps, message }) => {
    const job = await runSteps(steps);
    expect(job.annotations).toEqual([{ level: 'error', message: expect.stringContaining(message) }]);
  });
});

describe('a workflow file', () => {
  it.each([
    {
      name: 'an unknown key',
      workflow: 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n',
      error: "(Line: 5, Col: 5): Unexpected value 'stepz'",
    },
    {
      name: 'a context that is not there',
      workflow: 'on: push\njobs:\n  a:\n    runs-on: x\n    if: secrets.x\n    steps:\n      - run: a\n',
      error: "Unrecognized named-value: 'secrets'",
    },
    {
      name: 'an unknown job in needs',
      workflow: 'on: push\njobs:\n  a:\n    runs-on: x\n    needs: b\n    steps: [{ run: a }]\n',
      error: 'no dependencies',
    },
    {
      name: 'a key of permissions that does not exist',
      workflow: 'on: push\npermissions: { comments: write }\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: a }]\n',
      error: "Unexpected value 'comments'",
    },
    { name: 'broken YAML', workflow: 'on: push\njobs: [\n', error: 'workflow.yml' },
    {
      name: 'a container',
      workflow: 'on: push\njobs:\n  a:\n    runs-on: x\n    container: alpine\n    steps: [{ run: a }]\n',
      error: 'runs no containers',
    },
    {
      name: 'another event',
      workflow: 'on: [pull_request]\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: a }]\n',
      error: 'does not run on push, only on pull_request',
    },
  ])('with $name is refused', async ({ workflow, error }) => {
    await expect(runJob({ workflow, event: event.push() })).rejects.toThrow(error);
  });

  it('does not start for an activity that it does not list', async () => {
    const closed = event.pullRequest({ action: 'closed' });
    await expect(runJob({ workflow: checks, job: 'flow', event: closed })).rejects.toThrow(
      'does not run on pull_request closed, only on opened, synchronize, reopened',
    );
  });

  it('with several jobs wants to know which', async () => {
    await expect(runJob({ workflow: checks, event: event.push() })).rejects.toThrow(
      'one of variables, flow, shells, artifacts',
    );
  });
});
