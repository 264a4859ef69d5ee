import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub } from '../index.ts';

describe('issue comments', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let pull: PullRequestHandle;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    pull = await github.createPullRequest(repo, { head: 'feature', title: 'Change' });
  });
  afterAll(() => github.close());

  it('are created, found, changed and deleted', async () => {
    const client = clientWith(github, repo, { 'pull-requests': 'write' });
    const at = { owner: 'acme', repo: 'infra', issue_number: pull.number };

    const made = await client.issues.createComment({ ...at, body: 'first' });
    expect(made.status).toBe(201);
    expect(made.data).toMatchObject({
      body: 'first',
      user: { login: 'github-actions[bot]', type: 'Bot', id: 41898282 },
      performed_via_github_app: { slug: 'github-actions', id: 15368 },
    });
    const found = await client.issues.listComments(at);
    expect(found.data.map(({ id }) => id)).toEqual([made.data.id]);
    await client.issues.updateComment({ owner: 'acme', repo: 'infra', comment_id: made.data.id, body: 'second' });
    expect(github.comments(repo, pull.number)).toMatchObject([{ body: 'second', author: 'github-actions[bot]' }]);
    await client.issues.deleteComment({ owner: 'acme', repo: 'infra', comment_id: made.data.id });
    expect(github.comments(repo, pull.number)).toEqual([]);
    const gone = await refusalOf(client.issues.getComment({ owner: 'acme', repo: 'infra', comment_id: made.data.id }));
    expect(gone).toMatchObject({ status: 404, body: { message: 'Not Found', status: '404' } });
  });
});
