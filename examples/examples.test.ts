import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stagePullRequest, startGitHub, tollgateHost } from '@tollgate/testkit';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const actions = { 'tollgate/tollgate/actions/<name>@v1': join(root, 'actions/<name>') };

describe('the sample pull request', () => {
  const folder = join(import.meta.dirname, 'pull-request');

  it('has a workflow that runs as it is written, and blocks', async () => {
    const github = await startGitHub();
    const stage = await stagePullRequest(github, { base: join(folder, 'base'), head: join(folder, 'head') });
    const workflow = join(folder, 'head/.github/workflows/tag-policy.yml');
    const job = await stage.runJob({ workflow, actions });
    expect(job).toMatchObject({ conclusion: 'failure', faults: [] });
    expect(job.steps.map(({ outcome }) => outcome)).toEqual(['success', 'failure', 'success']);
    expect(job.steps.at(-1)?.stdout).toBe('The tag policy blocked this change, violations 3.\n');
    expect(github.comments(stage.repository, stage.pullRequest.number)).toHaveLength(1);
    await github.close();
  });
});

describe('the sample policies', () => {
  const policies = ['policies', 'packs/databases'];
  const run = async (...args: readonly string[]) => {
    const host = await tollgateHost(root);
    return host.open('examples/policies', false, (tollgate) => tollgate(args, '.'));
  };

  it('are tested: every rule is seen to fail and to pass', async () => {
    expect(await run('policy', 'test', ...policies, '--coverage-required')).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('have nothing that should be mended', async () => {
    const { exitCode, stdout } = await run('policy', 'lint', ...policies, '--strict', '--now', '2026-11-20');
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 });
  });

  it('block the sample configuration, in prod also for what is unknown', async () => {
    const check = ['check', 'infra', '--policy', 'policies', '--now', '2026-11-20', '--format', 'json'];
    const [dev, prod] = [
      await run(...check),
      await run(...check, '--environment', 'prod', '--var', 'environment=prod'),
    ];
    expect([dev.exitCode, prod.exitCode]).toEqual([1, 1]);
    expect(JSON.parse(dev.stdout).summary).toEqual({ pass: 11, fail: 3, unknown: 1, excepted: 2, error: 0 });
    expect(blocking(dev.stdout)).toEqual(['guardrails/burstable-instances', 'required-tags/keys']);
    expect(blocking(prod.stdout)).toEqual([
      'guardrails/burstable-instances',
      'guardrails/no-public-database',
      'required-tags/keys',
    ]);
  });
});

it('every example has a test here', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(['cost-impact', 'policies', 'pull-request']);
});

/** The rules that block, in the order of the decision. */
function blocking(decision: string): string[] {
  const { verdicts }: { verdicts: { policy: string; rule: string; effect: string }[] } = JSON.parse(decision);
  const found = verdicts.filter(({ effect }) => effect === 'block').map(({ policy, rule }) => `${policy}/${rule}`);
  return [...new Set(found)].sort();
}
