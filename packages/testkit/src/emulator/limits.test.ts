import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../test/client.ts';
import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub } from './index.ts';
import { characters, limit } from './limits.ts';

describe('characters', () => {
  it.each([
    { text: '', count: 0 },
    { text: 'abc', count: 3 },
    { text: '💸é', count: 2 },
  ])('of "$text" are $count', ({ text, count }) => {
    expect(characters(text)).toBe(count);
  });
});

it('names a limit that the table lacks', () => {
  expect(() => limit('nothing')).toThrow('data/limits.json has no limit nothing.');
});

describe("GitHub's limits", () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let pull: PullRequestHandle;
  let client: ReturnType<typeof clientWith>;
  beforeAll(async () => {
    github = await startGitHub();
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'b\n' } });
    pull = await github.createPullRequest(repo, { head: 'feature', title: 'Change' });
    client = clientWith(github, repo, {
      checks: 'write',
      contents: 'write',
      deployments: 'write',
      issues: 'write',
      'pull-requests': 'write',
      'security-events': 'write',
      statuses: 'write',
    });
  });
  afterAll(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const comment = (body: string) => client.issues.createComment({ ...at, issue_number: pull.number, body });
  const check = (output: Parameters<typeof client.checks.create>[0]) => client.checks.create(output);
  const run = () => ({ ...at, name: 'tags', head_sha: pull.headSha });
  const annotation = { path: 'main.tf', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' } as const;
  const annotated = (...annotations: object[]) =>
    client.request('POST /repos/{owner}/{repo}/check-runs', {
      ...run(),
      output: { title: 't', summary: 's', annotations: annotations.map((more) => ({ ...annotation, ...more })) },
    });

  it('takes a comment of 65,536 characters, however many bytes', async () => {
    expect((await comment('x'.repeat(65_536))).status).toBe(201);
    expect((await comment('€'.repeat(65_536))).status).toBe(201);
  });

  const rejected: { name: string; ask: () => Promise<unknown>; body: object }[] = [
    {
      name: 'a comment that is longer',
      ask: () => comment('x'.repeat(65_537)),
      body: {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'IssueComment',
            code: 'unprocessable',
            field: 'data',
            message: 'Body is too long (maximum is 65536 characters)',
          },
        ],
        status: '422',
      },
    },
    {
      name: 'an empty comment',
      ask: () => comment('  '),
      body: { errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }] },
    },
    {
      name: 'a pull request body that is too long',
      ask: () => client.pulls.update({ ...at, pull_number: pull.number, body: 'x'.repeat(65_537) }),
      body: { errors: [{ code: 'custom', field: 'body', message: 'body is too long (maximum is 65536 characters)' }] },
    },
    {
      name: 'a title that is too long',
      ask: () => client.issues.create({ ...at, title: 'x'.repeat(257) }),
      body: { errors: [{ resource: 'Issue', code: 'custom', field: 'title' }] },
    },
    {
      name: 'a check summary that is too long',
      ask: () => check({ ...run(), output: { title: 't', summary: 'x'.repeat(65_536) } }),
      body: { message: 'Invalid request.\n\nOnly 65535 characters are allowed; 65536 were supplied.' },
    },
    {
      name: '51 annotations',
      ask: () => annotated(...Array.from({ length: 51 }, () => ({}))),
      body: { message: 'Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.' },
    },
    {
      name: 'annotation columns on several lines',
      ask: () => annotated({ end_line: 2, start_column: 1 }),
      body: { errors: [{ resource: 'CheckAnnotation', field: 'start_column' }] },
    },
    {
      name: 'an annotation that ends before it starts',
      ask: () => annotated({ start_line: 3, end_line: 2 }),
      body: { errors: [{ resource: 'CheckAnnotation', field: 'end_line' }] },
    },
    {
      name: 'an annotation message above 64 KB',
      ask: () => annotated({ message: 'x'.repeat(65_537) }),
      body: { errors: [{ resource: 'CheckAnnotation', field: 'message' }] },
    },
    {
      name: 'an annotation title that is too long',
      ask: () => annotated({ title: 'x'.repeat(256) }),
      body: { errors: [{ resource: 'CheckAnnotation', field: 'title' }] },
    },
    {
      name: 'a status description that is too long',
      ask: () =>
        client.repos.createCommitStatus({ ...at, sha: pull.headSha, state: 'success', description: 'x'.repeat(141) }),
      body: { errors: [{ message: 'description is too long (maximum is 140 characters)' }] },
    },
    {
      name: 'a label name that is too long',
      ask: () => client.issues.addLabels({ ...at, issue_number: pull.number, labels: ['x'.repeat(51)] }),
      body: { errors: [{ resource: 'Label', code: 'custom', field: 'name' }] },
    },
    {
      name: 'a label description that is too long',
      ask: () => client.issues.createLabel({ ...at, name: 'cost', description: 'x'.repeat(101) }),
      body: { errors: [{ resource: 'Label', message: 'description is too long (maximum is 100 characters)' }] },
    },
    {
      name: 'a release body that is too long',
      ask: () => client.repos.createRelease({ ...at, tag_name: 'v1', body: 'x'.repeat(125_001) }),
      body: { errors: [{ resource: 'Release', message: 'body is too long (maximum is 125000 characters)' }] },
    },
    {
      name: 'a SARIF file that is too large',
      ask: () =>
        client.codeScanning.uploadSarif({
          ...at,
          commit_sha: pull.headSha,
          ref: 'refs/heads/main',
          sarif: Buffer.alloc(limit('sarifFile') + 1).toString('base64'),
        }),
      body: { status: '413' },
    },
  ];
  it.each(rejected)('refuses $name', async ({ ask, body }) => {
    expect((await refusalOf(ask())).body).toMatchObject(body);
  });

  it('refuses a deployment status description that is too long', async () => {
    const { data } = await client.repos.createDeployment({ ...at, ref: 'main', required_contexts: [] });
    const id = 'id' in data ? data.id : 0;
    const refusal = await refusalOf(
      client.repos.createDeploymentStatus({ ...at, deployment_id: id, state: 'success', description: 'x'.repeat(141) }),
    );
    expect(refusal.body).toMatchObject({ errors: [{ resource: 'DeploymentStatus', field: 'description' }] });
  });

  it('gives 30 items a page, and 100 at most', async () => {
    const own = await github.createRepository({ owner: 'acme', name: 'many' });
    for (let issue = 0; issue < 120; issue += 1) github.createIssue(own, { title: 'x' });
    const reader = clientWith(github, own, { issues: 'read' });
    const there = { owner: 'acme', repo: 'many' };
    expect((await reader.issues.listForRepo(there)).data).toHaveLength(30);
    expect((await reader.issues.listForRepo({ ...there, per_page: 500 })).data).toHaveLength(100);
  });
});
