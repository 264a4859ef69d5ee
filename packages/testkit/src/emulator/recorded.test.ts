import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientWith } from '../../test/client.ts';
import { differences } from '../../test/shape.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from './index.ts';
import { asList, asText, isObject, member } from './json.ts';
import { shapeOf } from './openapi-extract.ts';

const scenarios = join(
  dirname(createRequire(import.meta.url).resolve('@octokit/fixtures/package.json')),
  'scenarios/api.github.com',
);

const FIRST = '0000000000000000000000000000000000000001';
const SECOND = '0000000000000000000000000000000000000002';

/** A recorded scenario: what was there before it, and what its numbers and hashes are called here. */
interface Scenario {
  readonly name: string;
  readonly repository?: string;
  readonly branch?: string;
  readonly prepare?: (github: GitHub, repo: RepositoryHandle) => Promise<Readonly<Record<string, string>>>;
}

const RECORDED: readonly Scenario[] = [
  { name: 'get-repository', repository: 'hello-world' },
  { name: 'get-content', repository: 'hello-world', branch: 'master' },
  { name: 'create-file' },
  { name: 'labels' },
  { name: 'errors' },
  { name: 'add-labels-to-issue' },
  {
    name: 'create-status',
    prepare: async (github, repo) => ({ [FIRST]: await tipOf(github, repo) }),
  },
  {
    name: 'git-refs',
    prepare: async (github, repo) => ({
      [SECOND]: await tipOf(github, repo),
      [FIRST]: await github.commit(repo, { files: { '2.md': 'second' } }),
    }),
  },
  {
    name: 'paginate-issues',
    prepare: async (github, repo) => {
      for (let number = 1; number <= 13; number += 1) github.createIssue(repo, { title: `Test issue ${number}` });
      return { '/repositories/1000/': `/repositories/${repo.id}/` };
    },
  },
  { name: 'release-assets', prepare: async (github, repo) => releaseOf(github, repo, []) },
  { name: 'release-assets-conflict', prepare: async (github, repo) => releaseOf(github, repo, ['test-upload.txt']) },
];

async function tipOf(github: GitHub, repo: RepositoryHandle): Promise<string> {
  return (await github.refs(repo))['refs/heads/main'] ?? '';
}

async function releaseOf(github: GitHub, repo: RepositoryHandle, files: readonly string[]) {
  const client = clientWith(github, repo, { contents: 'write' }, { kind: 'user' });
  const at = { owner: repo.owner, repo: repo.name };
  const { data } = await client.repos.createRelease({ ...at, tag_name: 'v1.0.0', body: 'Initial release' });
  for (const name of files) {
    const upload = { ...at, release_id: data.id, name, data: 'before', headers: { 'content-type': 'text/plain' } };
    await client.request(`POST ${data.upload_url}`, upload);
  }
  return { '/releases/1000': `/releases/${data.id}`, '/releases/assets/1000': '/releases/assets/1400001' };
}

/** Headers that say nothing about how GitHub answers today's tokens. */
const OTHER_HEADERS = new Set([
  // of the connection
  'connection',
  'content-length',
  // of classic personal tokens
  'x-oauth-scopes',
  'x-accepted-oauth-scopes',
  // of caches on the way
  'cache-control',
  'last-modified',
  'x-poll-interval',
]);

/** What GitHub has changed since these exchanges were recorded (2022). */
const SINCE = [/\.request_id is missing$/];

/** An address that is not in today's description: it was the older form of `matching-refs`. */
const REMOVED = /\/git\/refs\/$/;

describe('exchanges recorded from GitHub', () => {
  it.each(RECORDED)('$name: same status, headers and shape', async ({ name, repository = name, branch, prepare }) => {
    const github = await startGitHub();
    try {
      const owner = 'octokit-fixture-org';
      const repo = await github.createRepository({
        owner,
        name: repository,
        files: { 'README.md': '# hello-world' },
        ...(branch === undefined ? {} : { defaultBranch: branch }),
      });
      const names = { ...(await prepare?.(github, repo)) };
      const translate = (text: string) =>
        Object.entries(names).reduce((result, [from, to]) => result.replaceAll(from, to), text);
      const permissions = { contents: 'write', issues: 'write', pull_requests: 'write', statuses: 'write' } as const;
      const token = github.createToken({ repository: repo.fullName, permissions, kind: 'user', login: 'octokit-user' });
      const exchanges = asList(JSON.parse(readFileSync(join(scenarios, name, 'normalized-fixture.json'), 'utf8')));
      for (const exchange of exchanges) {
        const path = asText(member(exchange, 'path')) ?? '';
        if (REMOVED.test(path)) continue;
        const uploads = String(member(exchange, 'scope')).includes('uploads');
        const sent = member(exchange, 'body');
        const method = String(member(exchange, 'method')).toUpperCase();
        const headers = member(exchange, 'reqheaders');
        const answer = await fetch(
          `${uploads ? github.apiUrl.replace('v3', 'uploads') : github.apiUrl}${translate(path)}`,
          {
            method,
            headers: {
              authorization: `token ${token}`,
              accept: asText(member(headers, 'accept')) ?? '',
              'content-type': asText(member(headers, 'content-type')) ?? 'application/json',
            },
            ...(sent === '' ? {} : { body: translate(typeof sent === 'string' ? sent : JSON.stringify(sent)) }),
          },
        );
        const text = await answer.text();
        const recorded = member(exchange, 'response');
        expect(answer.status, `${method} ${path}: ${text}`).toBe(member(exchange, 'status'));
        const recordedHeaders = member(exchange, 'headers');
        const missing = Object.keys(isObject(recordedHeaders) ? recordedHeaders : {}).filter(
          (header) => !OTHER_HEADERS.has(header) && !answer.headers.has(header),
        );
        expect(missing, `${method} ${path}`).toEqual([]);
        const body: unknown = typeof recorded === 'string' ? text : JSON.parse(text);
        const found = differences(shapeOf(recorded), body);
        expect(
          found.filter((difference) => !SINCE.some((expression) => expression.test(difference))),
          `${method} ${path}`,
        ).toEqual([]);
      }
    } finally {
      await github.close();
    }
  });
});
