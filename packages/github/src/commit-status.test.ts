import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acmeInfra, openScene, type Scene } from '../test/scene.ts';
import { type CommitStatus, publishCommitStatus } from './commit-status.ts';
import { completeEvent, eventContext } from './event.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.github.close());

function status(description: string): CommitStatus {
  const targetUrl = 'https://github.com/acme/infra/actions/runs/12';
  return {
    repository: acmeInfra,
    sha: scene.pullRequest.headSha,
    context: 'tollgate/tags',
    state: 'failure',
    description,
    targetUrl,
  };
}
const statuses = () => scene.github.statuses(scene.repository, scene.pullRequest.headSha);

describe('a commit status', () => {
  it('is set, with a description that GitHub takes', async () => {
    await publishCommitStatus(await scene.client(), status('x'.repeat(200)));
    expect(statuses()).toMatchObject([{ state: 'failure', context: 'tollgate/tags', description: 'x'.repeat(140) }]);
  });

  it('shows the same after an answer was lost', async () => {
    scene.github.fault({ method: 'POST', kind: 'lost-after' });
    await publishCommitStatus(await scene.client(), status('blocked'));
    expect(new Set(statuses().map(({ description }) => description))).toEqual(new Set(['blocked']));
  });

  it('is a value, not an error, with a token that may only read', async () => {
    expect(await publishCommitStatus(await scene.client({ statuses: 'read' }), status('x'))).toMatchObject({
      kind: 'read-only',
    });
  });
});

describe('an event that names only the number of a pull request', () => {
  it('is completed with its head', async () => {
    const env = {
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_EVENT_NAME: 'issue_comment',
      GITHUB_SHA: scene.pullRequest.baseSha,
    };
    const issue = { number: scene.pullRequest.number, pull_request: {} };
    const completed = await completeEvent(await scene.client(), eventContext(env, { issue }));
    expect(completed.sha).toBe(scene.pullRequest.headSha);
    expect(completed.pullRequest?.head).toEqual({ sha: scene.pullRequest.headSha, fromFork: false });
  });

  it.each([
    ['the newest commit', () => scene.pullRequest.headSha, true],
    ['an earlier one', () => scene.pullRequest.baseSha, false],
  ])('is about the pull request when it follows a run of %s', async (_, sha, isAbout) => {
    const env = {
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_EVENT_NAME: 'workflow_run',
      GITHUB_SHA: scene.pullRequest.baseSha,
    };
    const run = { head_sha: sha(), pull_requests: [{ number: scene.pullRequest.number }] };
    const completed = await completeEvent(await scene.client(), eventContext(env, { workflow_run: run }));
    expect([completed.sha, completed.pullRequest !== undefined]).toEqual([sha(), isAbout]);
  });

  it.each<[string, string[], boolean]>([
    ['one branch is about the pull request', [], true],
    ['several is about none', ['release'], false],
  ])('follows a run of a branch that is to go to %s', async (_, others, isAbout) => {
    const { github, repository, pullRequest } = scene;
    for (const base of others) {
      await github.commit(repository, { branch: base, files: { 'release.txt': '' } });
      await github.createPullRequest(repository, { head: 'feature', base, title: 'The same for a release' });
    }
    const env = { GITHUB_REPOSITORY: 'acme/infra', GITHUB_EVENT_NAME: 'workflow_run', GITHUB_SHA: pullRequest.baseSha };
    const run = {
      event: 'pull_request',
      head_sha: pullRequest.headSha,
      head_branch: 'feature',
      head_repository: { owner: { login: 'acme' } },
    };
    const completed = await completeEvent(await scene.client(), eventContext(env, { workflow_run: run }));
    expect(completed.pullRequest !== undefined).toBe(isAbout);
  });
});
