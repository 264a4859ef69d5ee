import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

describe('deployments', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let sha: string;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { 'main.tf': 'a\n' } });
    sha = await github.commit(repo, { branch: 'feature', files: { 'feature.tf': '' } });
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () =>
    clientWith(github, repo, { deployments: 'write', statuses: 'write', checks: 'write', actions: 'read' });
  const deploy = async (input: { ref?: string; environment?: string } = {}) => {
    const { data } = await client().repos.createDeployment({
      ...at,
      ref: 'main',
      auto_merge: false,
      required_contexts: [],
      ...input,
    });
    if (!('id' in data)) throw new Error(data.message);
    return data;
  };

  it('are for a branch, a tag or a commit', async () => {
    expect(await deploy({ ref: 'feature' })).toMatchObject({
      ref: 'feature',
      sha,
      task: 'deploy',
      environment: 'production',
    });
    expect(await deploy({ ref: sha })).toMatchObject({ ref: sha, sha });
    expect(await refusalOf(deploy({ ref: 'nothing' }))).toMatchObject({
      status: 422,
      body: { message: 'No ref found for: nothing' },
    });
  });

  it('merge the default branch into a branch that is behind, unless told not to', async () => {
    await github.commit(repo, { files: { 'main.tf': 'b\n' } });
    const first = await client().repos.createDeployment({ ...at, ref: 'feature' });
    expect(first).toMatchObject({ status: 202, data: { message: 'Auto-merged main into feature on deployment.' } });
    expect(github.deployments(repo)).toEqual([]);
    expect((await client().repos.createDeployment({ ...at, ref: 'feature' })).status).toBe(201);
  });

  it('wait for every status, unless told not to', async () => {
    await client().repos.createCommitStatus({ ...at, sha, state: 'pending', context: 'ci' });
    const refusal = await refusalOf(client().repos.createDeployment({ ...at, ref: 'feature' }));
    expect(refusal).toMatchObject({
      status: 409,
      body: { message: 'Conflict: Commit status checks are pending for feature.' },
    });
    expect((await deploy({ ref: 'feature' })).sha).toBe(sha);
  });

  it('are retired by a later success in their environment', async () => {
    const states = () => github.deployments(repo).map(({ statuses }) => statuses.map(({ state }) => state));
    for (const environment of ['prod', 'test', 'prod']) {
      const { id } = await deploy({ environment });
      await client().repos.createDeploymentStatus({ ...at, deployment_id: id, state: 'success' });
    }
    expect(states()).toEqual([['success', 'inactive'], ['success'], ['success']]);
  });

  it('are listed newest first, by environment and ref', async () => {
    const ids = [
      await deploy({ environment: 'a' }),
      await deploy({ environment: 'b' }),
      await deploy({ environment: 'a' }),
    ];
    const { data } = await client().repos.listDeployments({ ...at, environment: 'a' });
    expect(data.map(({ id }) => id)).toEqual([ids[2]?.id, ids[0]?.id]);
    expect((await client().repos.listDeployments({ ...at, ref: 'feature' })).data).toEqual([]);
  });

  it('make their environment, and rules of environments are shown', async () => {
    github.createEnvironment(repo, 'prod/eu', { waitTimer: 10, reviewers: ['rita'] });
    await deploy({ environment: 'test' });
    const { data } = await client().repos.getAllEnvironments(at);
    expect(data.environments?.map(({ name }) => name)).toEqual(['prod/eu', 'test']);
    const one = await client().repos.getEnvironment({ ...at, environment_name: 'prod/eu' });
    expect(one.data.protection_rules).toMatchObject([
      { type: 'wait_timer', wait_timer: 10 },
      { type: 'required_reviewers', reviewers: [{ type: 'User', reviewer: { login: 'rita' } }] },
    ]);
  });
});
