import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub, zipOf } from '../index.ts';

describe('workflow runs and artifacts', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let pull: PullRequestHandle;
  let run: number;
  let artifact: number;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    pull = await github.createPullRequest(repo, { head: 'feature', title: 'Fork', fork: { owner: 'mona' } });
    run = await github.createWorkflowRun(repo, {
      event: 'pull_request',
      pullRequest: pull.number,
      conclusion: 'failure',
    });
    artifact = github.createArtifact(repo, { run, name: 'tollgate', files: { 'decision.json': '{}' } });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { actions: 'read' });

  it('name the fork, but not its pull request', async () => {
    const { data } = await client().actions.getWorkflowRun({ ...at, run_id: run });
    expect(data).toMatchObject({
      event: 'pull_request',
      status: 'completed',
      conclusion: 'failure',
      head_sha: pull.headSha,
      head_branch: 'feature',
      head_repository: { full_name: 'mona/infra' },
      repository: { full_name: 'acme/infra' },
      pull_requests: [],
    });
  });

  it.each([
    { query: { event: 'pull_request' }, found: 1 },
    { query: { event: 'push' }, found: 0 },
    { query: { status: 'failure' }, found: 1 },
    { query: { branch: 'main' }, found: 0 },
  ] as const)('are found by $query: $found', async ({ query, found }) => {
    expect((await client().actions.listWorkflowRunsForRepo({ ...at, ...query })).data.total_count).toBe(found);
  });

  it('are downloaded as a zip archive', async () => {
    const { data } = await client().actions.listWorkflowRunArtifacts({ ...at, run_id: run, name: 'tollgate' });
    expect(data.artifacts).toMatchObject([
      { id: artifact, name: 'tollgate', expired: false, workflow_run: { id: run } },
    ]);
    const archive = await client().actions.downloadArtifact({ ...at, artifact_id: artifact, archive_format: 'zip' });
    const bytes = archive.data instanceof ArrayBuffer ? Buffer.from(archive.data) : undefined;
    expect(bytes).toEqual(zipOf({ 'decision.json': '{}' }));
  });

  it('are gone when they have expired', async () => {
    const old = github.createArtifact(repo, { run, name: 'old', files: {}, expired: true });
    const asked = client().actions.downloadArtifact({ ...at, artifact_id: old, archive_format: 'zip' });
    expect((await refusalOf(asked)).status).toBe(410);
  });
});
