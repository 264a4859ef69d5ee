import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientWith, refusalOf } from '../../../test/client.ts';
import { type GitHub, type RepositoryHandle, startGitHub } from '../index.ts';

interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly print?: string;
}

function sarif(findings: readonly Finding[], category = 'tollgate'): object {
  return {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tollgate', rules: [{ id: 'open', properties: { 'security-severity': '9.1' } }] } },
        automationDetails: { id: `${category}/1` },
        results: findings.map(({ rule, line, print }) => ({
          ruleId: rule,
          level: 'error',
          message: { text: `${rule} here` },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'main.tf' }, region: { startLine: line } } }],
          ...(print === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: print } }),
        })),
      },
    ],
  };
}

describe('code scanning', () => {
  let github: GitHub;
  let repo: RepositoryHandle;
  let sha: string;
  beforeEach(async () => {
    github = await startGitHub({ sarifPendingReads: 1 });
    repo = await github.createRepository({ owner: 'acme', name: 'infra', private: true, files: { 'main.tf': 'a\n' } });
    sha = (await github.refs(repo))['refs/heads/main'] ?? '';
  });
  afterEach(() => github.close());

  const at = { owner: 'acme', repo: 'infra' };
  const client = () => clientWith(github, repo, { 'security-events': 'write' });
  const upload = async (file: object, ref = 'refs/heads/main') => {
    const packed = gzipSync(JSON.stringify(file)).toString('base64');
    const { data } = await client().codeScanning.uploadSarif({ ...at, commit_sha: sha, ref, sarif: packed });
    return data.id ?? '';
  };
  const statusOf = async (id: string) => (await client().codeScanning.getSarif({ ...at, sarif_id: id })).data;
  const alerts = async (query: { ref?: string; state?: 'open' | 'fixed' | 'dismissed' } = {}) =>
    (await client().codeScanning.listAlertsForRepo({ ...at, direction: 'asc', ...query })).data;

  it('takes a file, works on it for a while, and shows its alerts', async () => {
    const id = await upload(sarif([{ rule: 'open', line: 1 }]));
    expect(await statusOf(id)).toEqual({ processing_status: 'pending' });
    expect(await statusOf(id)).toMatchObject({ processing_status: 'complete' });
    expect(await alerts()).toMatchObject([
      {
        number: 1,
        state: 'open',
        rule: { id: 'open', severity: 'error', security_severity_level: 'critical' },
        tool: { name: 'Tollgate' },
        most_recent_instance: { category: 'tollgate', location: { path: 'main.tf', start_line: 1 }, commit_sha: sha },
      },
    ]);
    const { data } = await client().codeScanning.listRecentAnalyses({ ...at, sarif_id: id });
    expect(data).toMatchObject([{ category: 'tollgate', results_count: 1, ref: 'refs/heads/main' }]);
  });

  it('follows a finding by its fingerprint, and fixes what is no longer found', async () => {
    await upload(
      sarif([
        { rule: 'open', line: 1, print: 'a:1' },
        { rule: 'open', line: 5, print: 'b:1' },
      ]),
    );
    await upload(sarif([{ rule: 'open', line: 3, print: 'a:1' }]));
    expect(
      (await alerts()).map(({ number, state, most_recent_instance }) => [
        number,
        state,
        most_recent_instance.location?.start_line,
      ]),
    ).toEqual([
      [1, 'open', 3],
      [2, 'fixed', 5],
    ]);
    expect((await alerts({ state: 'open' })).map(({ number }) => number)).toEqual([1]);
  });

  it('leaves the alerts of other categories and refs alone', async () => {
    await upload(sarif([{ rule: 'open', line: 1, print: 'a:1' }], 'one'));
    await upload(sarif([], 'two'));
    await upload(sarif([{ rule: 'open', line: 9, print: 'c:1' }]), 'refs/pull/1/merge');
    expect((await alerts()).map(({ number, state }) => [number, state])).toEqual([[1, 'open']]);
    expect((await alerts({ ref: 'refs/pull/1/merge' })).map(({ number }) => number)).toEqual([2]);
  });

  it('dismisses with a reason only', async () => {
    await upload(sarif([{ rule: 'open', line: 1 }]));
    const change = { ...at, alert_number: 1, state: 'dismissed' } as const;
    expect((await refusalOf(client().codeScanning.updateAlert(change))).status).toBe(422);
    await client().codeScanning.updateAlert({ ...change, dismissed_reason: 'used in tests' });
    expect(await alerts({ state: 'dismissed' })).toMatchObject([{ dismissed_by: { login: 'github-actions[bot]' } }]);
  });

  it.each([
    {
      name: 'more than 20 runs',
      file: { version: '2.1.0', runs: Array.from({ length: 21 }, () => ({})) },
      says: 'more runs than allowed (21 > 20)',
    },
    { name: 'an older version', file: { version: '2.0.0', runs: [] }, says: 'not of version 2.1.0' },
    {
      name: 'a result without a place',
      file: { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' } }] }] },
      says: 'expected a physical location',
    },
    {
      name: 'two runs of one category',
      file: { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } } }, { tool: { driver: { name: 'x' } } }] },
      says: 'several runs with the same tool and category',
    },
  ])('fails to work on $name', async ({ file, says }) => {
    const id = await upload(file);
    await statusOf(id);
    expect(await statusOf(id)).toMatchObject({ processing_status: 'failed', errors: [expect.stringContaining(says)] });
  });

  it('refuses what is not packed', async () => {
    const asked = client().codeScanning.uploadSarif({ ...at, commit_sha: sha, ref: 'refs/heads/main', sarif: 'e30=' });
    expect((await refusalOf(asked)).status).toBe(400);
  });

  it('is off in a private repository that has not paid for it', async () => {
    const poor = await github.createRepository({ owner: 'acme', name: 'poor', private: true, codeScanning: false });
    const asked = clientWith(github, poor, { 'security-events': 'read' }).codeScanning.listAlertsForRepo({
      owner: 'acme',
      repo: 'poor',
    });
    expect(await refusalOf(asked)).toMatchObject({
      status: 403,
      body: { message: 'Advanced Security must be enabled for this repository to use code scanning.' },
    });
  });
});
