// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions of GitHub are part of the subject
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../test/process-state.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { event, type RunActionOptions, runAction } from './index.ts';

const actions = join(import.meta.dirname, '../../test/actions');

/** Runs the fixture that writes what it is told. */
function speak(inputs: Record<string, string | number>, options: Partial<RunActionOptions> = {}) {
  return runAction({ action: join(actions, 'speak'), inputs, ...options });
}

describe('the environment of an action', () => {
  /** The fixture writes its environment as JSON. */
  async function environmentOf(options: Partial<RunActionOptions>): Promise<Record<string, string>> {
    const { stdout } = await runAction({ action: join(actions, 'environment'), ...options });
    return JSON.parse(stdout);
  }

  it('is exactly what the runner sets', async () => {
    const environment = await environmentOf({ env: { REGION: 'eu-west-1' } });
    // Source: actions/runner GitHubContext.cs and RunnerContext.cs; GITHUB_ACTION_PATH is for composite actions only.
    expect(Object.keys(environment).sort()).toEqual(
      `CI GITHUB_ACTION GITHUB_ACTIONS GITHUB_ACTION_REF GITHUB_ACTION_REPOSITORY GITHUB_ACTOR GITHUB_ACTOR_ID
       GITHUB_API_URL GITHUB_BASE_REF GITHUB_ENV GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_GRAPHQL_URL GITHUB_HEAD_REF
       GITHUB_JOB GITHUB_OUTPUT GITHUB_PATH GITHUB_REF GITHUB_REF_NAME GITHUB_REF_PROTECTED GITHUB_REF_TYPE
       GITHUB_REPOSITORY GITHUB_REPOSITORY_ID GITHUB_REPOSITORY_OWNER GITHUB_REPOSITORY_OWNER_ID GITHUB_RETENTION_DAYS
       GITHUB_RUN_ATTEMPT GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_SERVER_URL GITHUB_SHA GITHUB_STATE
       GITHUB_STEP_SUMMARY GITHUB_TRIGGERING_ACTOR GITHUB_WORKFLOW GITHUB_WORKFLOW_REF GITHUB_WORKFLOW_SHA
       GITHUB_WORKSPACE HOME INPUT_NEEDED INPUT_OLD INPUT_WHO INPUT_WITH-DASH INPUT_WITH_BLANK LANG PATH REGION
       RUNNER_ARCH RUNNER_ENVIRONMENT RUNNER_NAME RUNNER_OS RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_WORKSPACE`.split(
        /\s+/,
      ),
    );
  });

  it('describes the pull request, the run and the server', async () => {
    const sha = 'a'.repeat(40);
    const environment = await environmentOf({
      event: event.pullRequest({ number: 7, mergeSha: sha, head: { ref: 'more' }, actor: 'mona' }),
      github: { apiUrl: 'http://127.0.0.1:9/api/v3', serverUrl: 'http://127.0.0.1:9', runId: 5, runAttempt: 2 },
      debug: true,
    });
    expect(environment).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_REPOSITORY: 'tollgate/tollgate',
      GITHUB_ACTION_REF: 'v1',
      GITHUB_ACTOR: 'mona',
      GITHUB_API_URL: 'http://127.0.0.1:9/api/v3',
      GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/api/graphql',
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: sha,
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REF_NAME: '7/merge',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_HEAD_REF: 'more',
      GITHUB_BASE_REF: 'main',
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_RUN_ID: '5',
      GITHUB_RUN_ATTEMPT: '2',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_DEBUG: '1',
    });
  });

  it('has GITHUB_… and RUNNER_… that a workflow cannot replace, and CI that it can', async () => {
    const environment = await environmentOf({
      env: { GITHUB_SHA: 'mine', RUNNER_OS: 'mine', CI: 'mine', HOME: '/mine' },
    });
    expect(environment.GITHUB_SHA).not.toBe('mine');
    expect(environment.RUNNER_OS).not.toBe('mine');
    expect(environment).toMatchObject({ CI: 'mine', HOME: '/mine', GITHUB_ACTIONS: 'true' });
  });

  it('has inputs with evaluated defaults; blanks become "_", dashes stay, a missing one is empty', async () => {
    const environment = await environmentOf({ inputs: { 'With Blank': '${{ github.repository }}' } });
    expect(environment).toMatchObject({
      INPUT_WITH_BLANK: 'acme/infra',
      'INPUT_WITH-DASH': 'dash',
      INPUT_WHO: expect.stringMatching(/^octocat on (Linux|macOS)$/),
      INPUT_NEEDED: '',
    });
  });
});

describe('inputs', () => {
  it('that are unknown or deprecated get the warnings of the runner', async () => {
    const { annotations, conclusion } = await runAction({
      action: join(actions, 'environment'),
      inputs: { old: 1, typo: 'x' },
    });
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      "Input 'old' has been deprecated with message: use new",
      "Unexpected input(s) 'typo', valid inputs are ['with blank', 'with-dash', 'who', 'needed', 'old']",
    ]);
    expect(conclusion).toBe('success');
  });
});

describe('command files', () => {
  it.each([
    {
      name: 'outputs',
      inputs: { output: 'greeting=hi\nanswer<<E\n4\n2\nE\n' },
      result: { outputs: { greeting: 'hi', answer: '4\n2' } },
    },
    {
      name: 'outputs after a byte order mark',
      inputs: { output: Buffer.from('\ufeffgreeting=hi\n').toString('base64'), encoding: 'base64' },
      result: { outputs: { greeting: 'hi' } },
    },
    {
      name: 'variables and folders for later steps',
      inputs: { env: 'A=1\nB<<E\nx\nE\n', path: '/opt/one\n\n/opt/two\n' },
      result: { env: { A: '1', B: 'x' }, path: ['/opt/one', '/opt/two'] },
    },
    { name: 'state', inputs: { state: 'a=1\n' }, result: { state: { a: '1' } } },
    {
      name: 'a summary, with line ends made equal',
      inputs: { summary: '# Title\r\ntext' },
      result: { summary: '# Title\ntext\n' },
    },
    { name: 'no summary', inputs: {}, result: { summary: '' } },
  ])('take $name', async ({ inputs, result }) => {
    expect(await speak(inputs)).toMatchObject({ conclusion: 'success', annotations: [], faults: [], ...result });
  });

  it.each([
    {
      name: 'a line without "="',
      inputs: { output: 'greeting=hi\nmistake\nanswer=1\n' },
      file: 'output',
      reason: "Invalid format 'mistake'",
      kept: { outputs: { greeting: 'hi' } },
    },
    {
      name: 'a missing delimiter',
      inputs: { env: 'A<<E\n1\n' },
      file: 'env',
      reason: "Matching delimiter not found 'E'",
      kept: { env: {} },
    },
    {
      name: 'an empty name',
      inputs: { output: '=1\n' },
      file: 'output',
      reason: 'Value cannot be null',
      kept: { outputs: {} },
    },
    {
      name: 'a broken state',
      inputs: { state: 'x\n', output: 'greeting=hi\n' },
      file: 'state',
      reason: "Invalid format 'x'",
      kept: { outputs: { greeting: 'hi' } },
    },
  ])('fail the step for $name', async ({ inputs, file, reason, kept }) => {
    const result = await speak(inputs);
    expect(result).toMatchObject({ conclusion: 'failure', exitCode: 0, ...kept });
    expect(result.annotations.map((annotation) => annotation.message)).toEqual([
      `Unable to process file command '${file}' successfully.`,
      expect.stringContaining(reason),
    ]);
  });

  it('refuse NODE_OPTIONS, and the step still succeeds', async () => {
    const result = await speak({ env: 'node_options=--inspect\nA=1\n' });
    expect(result).toMatchObject({ conclusion: 'success', env: { A: '1' } });
    expect(result.annotations).toEqual([
      { level: 'error', message: expect.stringContaining("Can't store NODE_OPTIONS") },
    ]);
  });

  it('drop a summary above 1,048,576 bytes with an error, and the step still succeeds', async () => {
    const [largest, larger] = await Promise.all([
      speak({ 'summary-bytes': 1_048_576 }),
      speak({ 'summary-bytes': 1_048_577 }),
    ]);
    expect(largest.summary).toHaveLength(1_048_577);
    expect(largest.annotations).toEqual([]);
    expect(larger).toMatchObject({ summary: null, conclusion: 'success' });
    expect(larger.annotations).toEqual([{ level: 'error', message: expect.stringContaining('1024k, got 1024k') }]);
  });
});

describe('output', () => {
  it('is read for commands on both streams, whatever ends its lines', async () => {
    const result = await speak({ stdout: '::warning::one\r\nprogress\rdone\n', stderr: '::notice::two\nlast' });
    expect(result.annotations).toHaveLength(2);
    expect(result.log.split('\n')).toEqual(
      expect.arrayContaining(['##[warning]one', 'progress', 'done', '##[notice]two', 'last']),
    );
    expect(result.stdout).toBe('::warning::one\r\nprogress\rdone\n');
    expect(result.stderr).toBe('::notice::two\nlast');
  });

  it('never shows secrets or the token, in the log, annotations and summary', async () => {
    const result = await speak(
      {
        stdout: 'token tok-123456\n::error::pass word\n',
        summary: 'the word is pass word',
        output: 'greeting=pass word\n',
      },
      { github: { token: 'tok-123456' }, secrets: { PASSWORD: 'pass word' } },
    );
    expect(result.log).not.toMatch(/tok-123456|pass word/);
    expect(result.log).toContain('token ***');
    expect(result.annotations).toEqual([{ level: 'error', message: '***' }]);
    expect(result.summary).toBe('the word is ***\n');
    // The next step gets the real value, as on the runner; job outputs do not.
    expect(result.outputs).toEqual({ greeting: 'pass word' });
  });
});

describe('the end of an action', () => {
  it.each([
    { exit: 0, conclusion: 'success' },
    { exit: 1, conclusion: 'failure' },
    { exit: 78, conclusion: 'failure' },
  ])('with exit code $exit is $conclusion', async ({ exit, conclusion }) => {
    expect(await speak({ exit })).toMatchObject({ exitCode: exit, conclusion, outcome: conclusion });
  });

  it('names outputs that its action.yml does not declare as a fault', async () => {
    const result = await speak({ output: 'greeting=1\nsurprise=2\n' });
    expect(result.conclusion).toBe('success');
    expect(result.faults).toEqual([
      'The action Speak sets the output "surprise", which its action.yml does not declare.',
    ]);
  });

  it.concurrent.each([
    {
      name: 'timeout-minutes',
      options: { timeoutMinutes: 2, minuteMs: 600 },
      message: 'has timed out after 2 minutes',
      faults: 0,
    },
    { name: 'the limit of the harness', options: { limitMs: 1200 }, message: 'did not end within 1.2 s', faults: 1 },
  ])('comes by $name, with all processes it started', async ({ options, message, faults }) => {
    const result = await runAction({ action: join(actions, 'hang'), ...options });
    expect(result).toMatchObject({ conclusion: 'failure', exitCode: 137 });
    expect(result.annotations.at(-1)?.message).toContain(message);
    expect(result.faults).toHaveLength(faults);
    const child = Number(/child (\d+)/.exec(result.log)?.[1]);
    expect(child).toBeGreaterThan(0);
    expect(isRunning(child)).toBe(false);
  });

  it('leaves no files behind', async () => {
    const { stdout } = await runAction({ action: join(actions, 'environment') });
    const { GITHUB_WORKSPACE, RUNNER_TEMP, HOME } = JSON.parse(stdout);
    expect([GITHUB_WORKSPACE, RUNNER_TEMP, HOME].map((folder) => existsSync(folder))).toEqual([false, false, false]);
  });
});

describe('pre and post', () => {
  it('run before and after, with the state saved by the parts before', async () => {
    const result = await runAction({ action: join(actions, 'stages') });
    expect(result.stdout).toBe('one pre\none main\none post\n');
    expect(result).toMatchObject({
      conclusion: 'success',
      state: { seen: 'xxx' },
      stages: { pre: { state: { seen: 'x' } } },
    });
    expect(result.stages.post?.log).toBe('Post job cleanup.\none post');
  });

  it.each([
    { fail: 'pre', stdout: 'one pre\n', main: 'skipped' },
    { fail: 'main', stdout: 'one pre\none main\none post\n', main: 'failure' },
    { fail: 'post', stdout: 'one pre\none main\none post\n', main: 'success' },
  ])('make the whole fail when $fail fails', async ({ fail, stdout, main }) => {
    const result = await runAction({ action: join(actions, 'stages'), inputs: { fail } });
    expect(result).toMatchObject({ conclusion: 'failure', stdout, stages: { main: { conclusion: main } } });
  });

  it('follow post-if', async () => {
    const result = await runAction({
      action: join(actions, 'stages'),
      inputs: { fail: 'main' },
      event: event.schedule(),
    });
    expect(result.stdout).toBe('one pre\none main\n');
    expect(result.stages.post?.conclusion).toBe('skipped');
  });
});

describe('a composite action', () => {
  const options = { action: join(actions, 'wrapper'), actions: { 'acme/speak': join(actions, 'speak') } };

  it('runs its scripts and actions, and maps its outputs', async () => {
    const result = await runAction({ ...options, inputs: { who: 'Mona' }, env: { OUTER: 'outer' } });
    expect(result).toMatchObject({
      conclusion: 'success',
      exitCode: null,
      outputs: { greeting: 'Hello Mona outer', nested: 'nested Hello Mona outer' },
      annotations: [{ level: 'notice', message: 'nested later' }],
      env: { LATER: 'later' },
      faults: [],
    });
    // Scripts get no INPUT_… of the action around them, only the context.
    expect(result.stdout).toContain(`path ${options.action}, input none, own own, outer outer\n`);
    expect(result.log).not.toContain('never shown\n##[error]');
  });

  it('has no pre, no exit code, and fails with any of its steps', async () => {
    const folder = await temporaryFolder({
      'action.yml': `
name: Fails
description: Fails in the middle
runs:
  using: composite
  steps:
    - { shell: bash, run: exit 4 }
    - { shell: bash, run: echo skipped }
    - { shell: bash, run: echo shown, if: failure() }
    - { shell: bash, run: exit 5, if: always(), continue-on-error: true }
    - { shell: sh, run: echo last, if: '!cancelled()' }
`,
    });
    const result = await runAction({ action: folder });
    expect(result).toMatchObject({ conclusion: 'failure', stdout: 'shown\nlast\n' });
    expect(result.annotations.map((annotation) => annotation.message)).toEqual([
      'Process completed with exit code 4.',
      'Process completed with exit code 5.',
    ]);
  });
});

describe('an action.yml', () => {
  it.each([
    {
      name: 'an unknown function',
      runs: "{ using: node24, main: main.js, post-if: 'nonsense()' }",
      error: "Unrecognized function: 'nonsense'",
    },
    { name: 'an unknown key', runs: '{ using: node24, main: main.js, min: x }', error: "Unexpected value 'min'" },
    { name: 'an old runtime', runs: '{ using: node16, main: main.js }', error: 'asks for the runtime "node16"' },
    { name: 'a container', runs: '{ using: docker, image: Dockerfile }', error: 'asks for the runtime "docker"' },
    {
      name: 'a bundle that was not built',
      runs: '{ using: node24, main: dist/index.js }',
      error: 'names dist/index.js as `main`, and there is no such file',
    },
  ])('with $name is refused', async ({ runs, error }) => {
    const folder = await temporaryFolder({ 'action.yml': `name: x\ndescription: y\nruns: ${runs}\n`, 'main.js': '' });
    await expect(runAction({ action: folder })).rejects.toThrow(error);
  });

  it('that is missing is named', async () => {
    await expect(runAction({ action: await temporaryFolder() })).rejects.toThrow("Can't find 'action.yml'");
  });
});

// The toolkit that actions are written with must agree with the harness about every rule they share.
