import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stagePullRequest, startGitHub } from '@tollgate/testkit';
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

  it('is the only example: each has a test here', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name)).toEqual(['pull-request']);
  });
});
