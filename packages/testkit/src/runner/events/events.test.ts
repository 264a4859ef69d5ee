import { describe, expect, it } from 'vitest';
import { event, type GithubEvent } from './index.ts';

const sha = 'a'.repeat(40);

describe('commit and refs of an event', () => {
  // Source: GitHub documentation "Events that trigger workflows", 2026-11-20.
  const cases: {
    name: string;
    made: GithubEvent;
    sha: string;
    ref: string;
    headRef?: string;
    baseRef?: string;
    fork?: boolean;
  }[] = [
    {
      name: 'pull_request',
      made: event.pullRequest({ number: 7, mergeSha: sha, head: { ref: 'more' } }),
      sha,
      ref: 'refs/pull/7/merge',
      headRef: 'more',
      baseRef: 'main',
    },
    {
      name: 'pull_request from a fork',
      made: event.pullRequest({ number: 7, mergeSha: sha, head: { repository: 'mona/infra' } }),
      sha,
      ref: 'refs/pull/7/merge',
      headRef: 'change',
      baseRef: 'main',
      fork: true,
    },
    {
      name: 'pull_request merged',
      made: event.pullRequest({ action: 'closed', merged: true, mergeSha: sha, base: { ref: 'next' } }),
      sha,
      ref: 'refs/heads/next',
      headRef: 'change',
      baseRef: 'next',
    },
    {
      name: 'pull_request closed unmerged',
      made: event.pullRequest({ number: 7, action: 'closed', mergeSha: sha }),
      sha,
      ref: 'refs/pull/7/merge',
      headRef: 'change',
      baseRef: 'main',
    },
    {
      name: 'pull_request_target from a fork',
      made: event.pullRequestTarget({ base: { sha }, head: { repository: 'mona/infra' } }),
      sha,
      ref: 'refs/heads/main',
      headRef: 'change',
      baseRef: 'main',
    },
    {
      name: 'pull_request_review',
      made: event.pullRequestReview({ number: 7, mergeSha: sha }),
      sha,
      ref: 'refs/pull/7/merge',
      headRef: 'change',
      baseRef: 'main',
    },
    { name: 'push of a branch', made: event.push({ sha }), sha, ref: 'refs/heads/main' },
    { name: 'push of a tag', made: event.push({ ref: 'refs/tags/v1', sha }), sha, ref: 'refs/tags/v1' },
    {
      name: 'merge_group',
      made: event.mergeGroup({ number: 7, head: { sha }, base: { sha: 'b'.repeat(40) } }),
      sha,
      ref: `refs/heads/gh-readonly-queue/main/pr-7-${'b'.repeat(40)}`,
    },
    {
      name: 'workflow_run',
      made: event.workflowRun({ sha, run: { repository: 'mona/infra' } }),
      sha,
      ref: 'refs/heads/main',
    },
    {
      name: 'workflow_dispatch',
      made: event.workflowDispatch({ ref: 'refs/heads/next', sha }),
      sha,
      ref: 'refs/heads/next',
    },
    { name: 'schedule', made: event.schedule({ sha, defaultBranch: 'trunk' }), sha, ref: 'refs/heads/trunk' },
    { name: 'issue_comment', made: event.issueComment({ sha }), sha, ref: 'refs/heads/main' },
    { name: 'deployment of a branch', made: event.deployment({ ref: 'next', sha }), sha, ref: 'refs/heads/next' },
    { name: 'deployment of a commit', made: event.deployment({ ref: sha, sha }), sha, ref: '' },
    { name: 'release', made: event.release({ tag: 'v2.0.0', sha }), sha, ref: 'refs/tags/v2.0.0' },
  ];
  it.each(cases)('$name', ({ made, headRef = '', baseRef = '', fork = false, ...expected }) => {
    expect(made).toMatchObject({ sha: expected.sha, ref: expected.ref, headRef, baseRef, fork });
    expect(made.payload).toMatchObject({ repository: { full_name: 'acme/infra' }, sender: { login: 'octocat' } });
  });
});

describe('payloads', () => {
  it('of a pull request from a fork name both sides', () => {
    const made = event.pullRequest({
      number: 7,
      action: 'synchronize',
      author: 'mona',
      labels: ['infra'],
      head: { ref: 'more', sha, repository: 'mona/infra' },
    });
    expect(made.payload).toMatchObject({
      action: 'synchronize',
      after: sha,
      number: 7,
      pull_request: {
        user: { login: 'mona' },
        labels: [{ name: 'infra' }],
        state: 'open',
        author_association: 'CONTRIBUTOR',
        head: { label: 'mona:more', sha, repo: { full_name: 'mona/infra', fork: true } },
        base: { ref: 'main', repo: { full_name: 'acme/infra', fork: false } },
      },
    });
  });

  it('of a workflow_run caused by a fork list no pull requests', () => {
    const fromFork = event.workflowRun({ run: { repository: 'mona/infra', pullRequest: 7 } });
    expect(fromFork.payload).toMatchObject({
      workflow_run: { pull_requests: [], head_repository: { full_name: 'mona/infra' } },
    });
    const own = event.workflowRun({ run: { pullRequest: 7, conclusion: 'failure' } });
    expect(own.payload).toMatchObject({ workflow_run: { conclusion: 'failure', pull_requests: [{ number: 7 }] } });
  });

  it('of a comment tell pull requests from issues, and have no head commit', () => {
    expect(event.issueComment({ number: 7, body: '/go' }).payload).toMatchObject({
      comment: { body: '/go' },
      issue: { number: 7, pull_request: {} },
    });
    expect(event.issueComment({ onIssue: true }).payload.issue).not.toHaveProperty('pull_request');
  });

  it('take what a test sets itself, and are the same every time', () => {
    expect(event.push({ payload: { forced: true } }).payload).toMatchObject({ forced: true });
    expect(event.deployment({ environment: 'staging' })).toEqual(event.deployment({ environment: 'staging' }));
  });
});
