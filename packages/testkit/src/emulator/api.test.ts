import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from './index.ts';

describe('the REST API', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const ask = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) => {
    const token = github.createToken({ repository: 'acme/infra', permissions: { issues: 'write' } });
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    return fetch(`${github.apiUrl}${path}`, { ...init, headers });
  };

  it('carries the headers that GitHub puts on every answer', async () => {
    const { headers } = await ask('/repos/acme/infra');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-request-id': expect.stringMatching(/^[0-9A-F:]+$/),
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-used': '1',
      'x-ratelimit-resource': 'core',
      'x-ratelimit-reset': String(Date.parse('2026-01-05T09:00:00Z') / 1000 + 3600 + 2),
    });
  });

  it('answers 304 to a client that has the answer already', async () => {
    const first = await ask('/repos/acme/infra/issues');
    const again = await ask('/repos/acme/infra/issues', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    github.createIssue(repo, { title: 'New' });
    const later = await ask('/repos/acme/infra/issues', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(later.status).toBe(200);
  });

  it('answers 404 to what it does not implement, and tells the test', async () => {
    const answer = await ask('/repos/acme/infra/hooks');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest',
      status: '404',
    });
    expect(github.unimplemented).toEqual(['GET /repos/acme/infra/hooks']);
  });

  it('says that it does not answer GraphQL', async () => {
    const answer = await fetch(github.graphqlUrl, { method: 'POST', body: '{}' });
    expect(await answer.json()).toMatchObject({ errors: [{ type: 'NOT_IMPLEMENTED' }] });
    expect(github.unimplemented).toEqual(['POST /graphql']);
  });

  it('refuses a misspelt member, and tells the test', async () => {
    const body = JSON.stringify({ title: 'x', asignees: [] });
    const answer = await ask('/repos/acme/infra/issues', { method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ message: 'Invalid request.\n\n"asignees" is not a permitted key.' });
    expect(github.unknownFields).toEqual(['POST /repos/acme/infra/issues: asignees']);
  });

  it('refuses a misspelt parameter, and tells the test', async () => {
    expect((await ask('/repos/acme/infra/issues?perpage=5')).status).toBe(422);
    expect(github.unknownFields).toEqual(['GET /repos/acme/infra/issues: perpage']);
  });

  it.each([
    { name: 'broken JSON', body: '{"title":', message: 'Problems parsing JSON' },
    { name: 'a list', body: '[]', message: 'Body should be a JSON object' },
  ])('refuses $name as a body', async ({ body, message }) => {
    const answer = await ask('/repos/acme/infra/issues', { method: 'POST', body });
    expect([answer.status, await answer.json()]).toMatchObject([400, { message }]);
  });

  it('refuses a version of the API that does not exist', async () => {
    const answer = await ask('/repos/acme/infra', { headers: { 'x-github-api-version': '2020-01-01' } });
    expect(answer.status).toBe(400);
  });

  it('refuses a client without a name', async () => {
    expect((await ask('/repos/acme/infra', { headers: { 'user-agent': '' } })).status).toBe(403);
  });

  it('counts requests, and refuses them when the hour is used up', async () => {
    const client = clientWith(github, repo, { issues: 'read' });
    for (let request = 0; request < 1000; request += 1) await client.request('GET /meta');
    expect(await refusalOf(client.issues.listForRepo(at))).toMatchObject({
      status: 403,
      headers: { 'x-ratelimit-remaining': '0' },
      body: { message: expect.stringContaining('API rate limit exceeded') },
    });
    expect((await client.rateLimit.get()).data.rate.remaining).toBe(0);
  });

  it('pages with links by the number of the repository, which work', async () => {
    for (let issue = 1; issue <= 5; issue += 1) github.createIssue(repo, { title: `Issue ${issue}` });
    const client = clientWith(github, repo, { issues: 'read' });
    const first = await client.issues.listForRepo({ ...at, per_page: 2 });
    expect(first.headers.link).toBe(
      `<${github.apiUrl}/repositories/${repo.id}/issues?per_page=2&page=2>; rel="next", ` +
        `<${github.apiUrl}/repositories/${repo.id}/issues?per_page=2&page=3>; rel="last"`,
    );
    const all = await client.paginate(client.issues.listForRepo, { ...at, per_page: 2 });
    expect(all.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  });

  it('does what arrives at once one after the other', async () => {
    const client = clientWith(github, repo, { contents: 'write', issues: 'write' });
    const content = Buffer.from('x').toString('base64');
    const paths = Array.from({ length: 5 }, (_, index) => `file-${index}.tf`);
    await Promise.all(
      paths.map((path) => client.repos.createOrUpdateFileContents({ ...at, path, message: path, content })),
    );
    const { data } = await client.repos.getContent({ ...at, path: '' });
    expect(Array.isArray(data) ? data.map(({ name }) => name) : data).toEqual([...paths, 'main.tf']);
  });

  it('logs what it was asked', async () => {
    const client = clientWith(github, repo, { issues: 'write' });
    await client.issues.create({ ...at, title: 'x' });
    expect(github.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/repos/acme/infra/issues',
      body: { title: 'x' },
      status: 201,
      operationId: 'issues/create',
      token: expect.stringMatching(/^ghs_/),
    });
  });

  it('gives the same numbers and times every time', async () => {
    const run = async () => {
      const other = await startGitHub();
      const own = await other.createRepository({ owner: 'acme', name: 'infra', files: { a: '1' } });
      const sha = await other.commit(own, { files: { a: '2' } });
      const number = other.createIssue(own, { title: 'x' });
      await clientWith(other, own, { issues: 'write' }).issues.createComment({
        ...at,
        issue_number: number,
        body: 'x',
      });
      const comments = other.comments(own, number);
      await other.close();
      return { sha, comments };
    };
    expect(await run()).toEqual(await run());
  });

  it('takes its times from the clock of the test', async () => {
    const timed = await startGitHub({ now: () => new Date('2027-03-04T05:06:07Z') });
    try {
      const own = await timed.createRepository({ owner: 'acme', name: 'infra' });
      const made = await clientWith(timed, own, { issues: 'write' }).issues.create({ ...at, title: 'x' });
      expect(made.data.created_at).toBe('2027-03-04T05:06:07Z');
    } finally {
      await timed.close();
    }
  });
});
