import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFor, clientWith, refusalOf } from '../../test/client.ts';
import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub, type TokenRequest } from './index.ts';

describe('access', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let open: RepositoryHandle;
  let pull: PullRequestHandle;
  let issue: number;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    open = await github.createRepository({ owner: 'acme', name: 'open', files: { 'main.tf': 'a\n' } });
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    pull = await github.createPullRequest(repo, { head: 'feature', title: 'Change' });
    issue = github.createIssue(repo, { title: 'Broken' });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };

  it('needs a token', async () => {
    const answer = await fetch(`${github.apiUrl}/repos/acme/open`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      message: 'Requires authentication',
      documentation_url: 'https://docs.github.com/rest/repos/repos#get-a-repository',
      status: '401',
    });
  });

  it('refuses a token that it has not given out', async () => {
    expect(await refusalOf(clientFor(github, 'ghs_wrong').repos.get(at))).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
    });
  });

  it.each(['Bearer', 'token', 'bearer'])('takes the scheme %s', async (scheme) => {
    const token = github.createToken({ repository: 'acme/infra' });
    const answer = await fetch(`${github.apiUrl}/repos/acme/infra`, {
      headers: { authorization: `${scheme} ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  it('says which permission was missing', async () => {
    const refusal = await refusalOf(
      clientWith(github, repo, { contents: 'write' }).checks.create({ ...at, name: 'tags', head_sha: pull.headSha }),
    );
    expect(refusal).toMatchObject({
      status: 403,
      body: {
        message: 'Resource not accessible by integration',
        documentation_url: expect.stringContaining('#create-a-check-run'),
        status: '403',
      },
      headers: { 'x-accepted-github-permissions': 'checks=write' },
    });
  });

  const comment = (permissions: NonNullable<TokenRequest['permissions']>, number: number) =>
    clientWith(github, repo, permissions).issues.createComment({ ...at, issue_number: number, body: 'x' });

  it.each([
    { granted: 'pull-requests: write', permissions: { 'pull-requests': 'write' }, on: 'pull', status: 201 },
    { granted: 'pull-requests: read', permissions: { 'pull-requests': 'read' }, on: 'pull', status: 403 },
    { granted: 'issues: write', permissions: { issues: 'write' }, on: 'pull', status: 403 },
    { granted: 'issues: write', permissions: { issues: 'write' }, on: 'issue', status: 201 },
    { granted: 'pull-requests: write', permissions: { 'pull-requests': 'write' }, on: 'issue', status: 403 },
  ] as const)('a comment on the $on with $granted is answered with $status', async ({ permissions, on, status }) => {
    const asked = comment(permissions, on === 'pull' ? pull.number : issue);
    expect(status === 201 ? (await asked).status : (await refusalOf(asked)).status).toBe(status);
  });

  it('lets issues: write comment on pull requests when the test asks for the lenient mode', async () => {
    const lenient = await startGitHub({ pullRequestComments: 'lenient' });
    try {
      const own = await lenient.createRepository({ ...at, name: 'infra', files: { a: '1' } });
      await lenient.commit(own, { branch: 'feature', files: { a: '2' } });
      const { number } = await lenient.createPullRequest(own, { head: 'feature', title: 'x' });
      const client = clientWith(lenient, own, { issues: 'write' });
      const made = await client.issues.createComment({ ...at, issue_number: number, body: 'x' });
      expect(made.status).toBe(201);
    } finally {
      await lenient.close();
    }
  });

  it('opens the JSON and the diff of a pull request with different permissions', async () => {
    const json = (permissions: NonNullable<TokenRequest['permissions']>, accept: string) =>
      clientWith(github, repo, permissions).request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...at,
        pull_number: pull.number,
        headers: { accept },
      });
    expect((await json({ 'pull-requests': 'read' }, 'application/json')).status).toBe(200);
    expect((await json({ contents: 'read' }, 'application/vnd.github.diff')).status).toBe(200);
    expect((await refusalOf(json({ contents: 'read' }, 'application/json'))).status).toBe(403);
  });

  it('hides a private repository from the tokens of others', async () => {
    const stranger = clientWith(github, open, { contents: 'read' });
    expect((await refusalOf(stranger.repos.get(at))).status).toBe(404);
    expect((await refusalOf(stranger.repos.get({ ...at, repo: 'nothing' }))).status).toBe(404);
  });

  it('lets the tokens of others read a public repository, but not write', async () => {
    const stranger = clientWith(github, repo, { contents: 'write', issues: 'write' });
    const there = { owner: 'acme', repo: 'open' };
    expect((await stranger.issues.listForRepo(there)).status).toBe(200);
    expect((await refusalOf(stranger.issues.create({ ...there, title: 'x' }))).status).toBe(403);
    expect((await refusalOf(stranger.codeScanning.listAlertsForRepo(there))).status).toBe(403);
  });

  it('asks for the permission to read in the own public repository too', async () => {
    const client = clientWith(github, open, {});
    expect((await refusalOf(client.issues.listForRepo({ owner: 'acme', repo: 'open' }))).status).toBe(403);
  });

  it('reads the own public repository as GitHub does when the test asks for it', async () => {
    const open = await startGitHub({ publicReads: true });
    try {
      const own = await open.createRepository({ owner: 'acme', name: 'open' });
      expect((await clientWith(open, own, {}).issues.listForRepo({ owner: 'acme', repo: 'open' })).status).toBe(200);
    } finally {
      await open.close();
    }
  });

  it('gives check runs to apps only', async () => {
    const user = clientWith(github, repo, { checks: 'write' }, { kind: 'user', login: 'rita' });
    expect(await refusalOf(user.checks.create({ ...at, name: 'x', head_sha: pull.headSha }))).toMatchObject({
      status: 403,
      body: { message: 'You must authenticate via a GitHub App.' },
    });
  });

  it('tells personal tokens what they lack in their own words', async () => {
    const user = clientWith(github, repo, {}, { kind: 'user', login: 'rita' });
    expect(await refusalOf(user.issues.listForRepo(at))).toMatchObject({
      body: { message: 'Resource not accessible by personal access token' },
    });
  });

  it('shows a user to a personal token only', async () => {
    const user = clientWith(github, repo, {}, { kind: 'user', login: 'rita' });
    expect((await user.users.getAuthenticated()).data.login).toBe('rita');
    expect((await refusalOf(clientWith(github, repo, {}).users.getAuthenticated())).status).toBe(403);
  });

  it("never gives members to a workflow's token", async () => {
    expect(() => github.createToken({ repository: 'acme/infra', permissions: { members: 'read' } })).toThrow(
      'The token of a workflow cannot have the permission members',
    );
    const refusal = await refusalOf(clientWith(github, repo, { contents: 'write' }).teams.list({ org: 'acme' }));
    expect(refusal).toMatchObject({ status: 403, headers: { 'x-accepted-github-permissions': 'members=read' } });
  });
});
