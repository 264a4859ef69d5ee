import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../test/client.ts';
import { type Fault, type GitHub, type RepositoryHandle, startGitHub } from './index.ts';

describe('faults', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let issue: number;
  beforeEach(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra' });
    issue = github.createIssue(repo, { title: 'Broken' });
  });
  afterEach(() => github.close());

  const comment = (body = 'hello') =>
    clientWith(github, repo, { issues: 'write' }).issues.createComment({
      owner: 'acme',
      repo: 'infra',
      issue_number: issue,
      body,
    });
  const written = () => github.comments(repo, issue).length;

  const answered: { name: string; fault: Fault; status: number; headers: object; says: RegExp }[] = [
    {
      name: 'the primary rate limit',
      fault: { kind: 'primary-rate-limit', resetInSeconds: 30 },
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': expect.stringMatching(/^\d+$/) },
      says: /API rate limit exceeded/,
    },
    {
      name: 'the primary rate limit as 429',
      fault: { kind: 'primary-rate-limit', status: 429 },
      status: 429,
      headers: { 'x-ratelimit-remaining': '0' },
      says: /API rate limit exceeded/,
    },
    {
      name: 'the secondary rate limit',
      fault: { kind: 'secondary-rate-limit', retryAfterSeconds: 5 },
      status: 403,
      headers: { 'retry-after': '5' },
      says: /secondary rate limit/,
    },
    {
      name: 'the secondary rate limit as 429',
      fault: { kind: 'secondary-rate-limit', status: 429 },
      status: 429,
      headers: { 'retry-after': '60' },
      says: /secondary rate limit/,
    },
    {
      name: 'a bad gateway',
      fault: { kind: 'server-error' },
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      says: /Unicorn/,
    },
    {
      name: 'a server error in JSON',
      fault: { kind: 'server-error', status: 500, body: 'json' },
      status: 500,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      says: /Server Error/,
    },
  ];
  it.each(answered)(
    '$name: nothing is written, and the next request passes',
    async ({ fault, status, headers, says }) => {
      const handle = github.fault(fault);
      const refusal = await refusalOf(comment());
      expect(refusal).toMatchObject({ status, headers });
      expect(JSON.stringify(refusal.body)).toMatch(says);
      expect(written()).toBe(0);
      await comment();
      expect([handle.hits, written()]).toEqual([1, 1]);
    },
  );

  it.each([
    { kind: 'lost-before', writes: 0 },
    { kind: 'lost-after', writes: 1 },
  ] as const)('$kind: the client gets nothing, $writes comments are written', async ({ kind, writes }) => {
    github.fault({ kind, method: 'POST' });
    await expect(comment()).rejects.toThrow();
    expect(written()).toBe(writes);
  });

  it('a timeout never answers and writes nothing', async () => {
    const handle = github.fault({ kind: 'timeout' });
    const abort = new AbortController();
    const token = github.createToken({ repository: repo.fullName, permissions: { issues: 'write' } });
    const asked = fetch(`${github.apiUrl}/repos/acme/infra/issues/${issue}/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ body: 'x' }),
      signal: abort.signal,
    });
    await handle.arrived;
    abort.abort();
    await expect(asked).rejects.toThrow();
    expect(written()).toBe(0);
    expect(github.requests.at(-1)).toMatchObject({ method: 'POST', status: undefined });
  });

  it('a slow answer waits until the test lets it go', async () => {
    const handle = github.fault({ kind: 'slow' });
    let answered = false;
    const asked = comment().then(() => {
      answered = true;
    });
    await handle.arrived;
    await comment('another request is not held up');
    expect(answered).toBe(false);
    handle.release();
    await asked;
    expect(written()).toBe(2);
  });

  it('a truncated answer breaks off', async () => {
    github.fault({ kind: 'truncated' });
    const token = github.createToken({ repository: repo.fullName });
    const answer = await fetch(`${github.apiUrl}/repos/acme/infra`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it("a truncated answer is empty to GitHub's client, which does not complain", async () => {
    github.fault({ kind: 'truncated' });
    expect(await comment()).toMatchObject({ status: 201, data: '' });
    expect(written()).toBe(1);
  });

  it('a malformed answer is no JSON', async () => {
    github.fault({ kind: 'malformed-json' });
    const token = github.createToken({ repository: repo.fullName });
    const answer = await fetch(`${github.apiUrl}/repos/acme/infra`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  const scopes: { name: string; scope: Pick<Fault, 'method' | 'path' | 'times' | 'after'>; statuses: number[] }[] = [
    { name: 'the first request', scope: {}, statuses: [502, 201, 201, 201] },
    { name: 'three requests', scope: { times: 3 }, statuses: [502, 502, 502, 201] },
    { name: 'an outage', scope: { times: Number.POSITIVE_INFINITY }, statuses: [502, 502, 502, 502] },
    { name: 'the third request', scope: { after: 2 }, statuses: [201, 201, 502, 201] },
    { name: 'a method', scope: { method: 'get' }, statuses: [201, 201, 201, 201] },
    { name: 'a glob', scope: { path: '/repos/*/*/issues/*/comments' }, statuses: [502, 201, 201, 201] },
    { name: 'a glob over parts', scope: { path: '/repos/**/comments' }, statuses: [502, 201, 201, 201] },
    { name: 'a glob that is too short', scope: { path: '/repos/*/comments' }, statuses: [201, 201, 201, 201] },
    { name: 'an expression', scope: { path: /comments$/ }, statuses: [502, 201, 201, 201] },
  ];
  it.each(scopes)('can be meant for $name', async ({ scope, statuses }) => {
    github.fault({ kind: 'server-error', ...scope });
    for (let request = 0; request < statuses.length; request += 1) await comment().catch(() => {});
    expect(github.requests.map(({ status }) => status)).toEqual(statuses);
  });

  it('can be taken away', async () => {
    github.fault({ kind: 'server-error', times: Number.POSITIVE_INFINITY }).remove();
    await comment();
    expect(written()).toBe(1);
  });
});
