import { describe, expect, it } from 'vitest';
import { eventContext } from './event.ts';

const env = {
  GITHUB_REPOSITORY: 'acme/infra',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: 'workflow-sha',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_RUN_ID: '12',
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_API_URL: 'https://github.example.com/api/v3',
};
const pull = (headRepository: string | null) => ({
  number: 7,
  head: { sha: 'head-sha', repo: headRepository === null ? null : { full_name: headRepository } },
  base: { sha: 'base-sha', ref: 'main' },
});

describe('the commit and the pull request of an event', () => {
  const cases: { name: string; payload: unknown; sha: string; pullRequest: unknown }[] = [
    { name: 'push', payload: { after: 'x' }, sha: 'workflow-sha', pullRequest: undefined },
    {
      name: 'pull_request',
      payload: { pull_request: pull('acme/infra') },
      sha: 'head-sha',
      pullRequest: { number: 7, head: { sha: 'head-sha', fromFork: false } },
    },
    {
      name: 'pull_request whose repository differs in case only',
      payload: { pull_request: pull('Acme/Infra') },
      sha: 'head-sha',
      pullRequest: { number: 7, head: { sha: 'head-sha', fromFork: false } },
    },
    {
      name: 'pull_request from a fork',
      payload: { pull_request: pull('mallory/infra') },
      sha: 'head-sha',
      pullRequest: { number: 7, head: { sha: 'head-sha', fromFork: true } },
    },
    {
      name: 'pull_request from a fork that is gone',
      payload: { pull_request: pull(null) },
      sha: 'head-sha',
      pullRequest: { number: 7, head: { sha: 'head-sha', fromFork: true } },
    },
    {
      name: 'merge_group',
      payload: { merge_group: { head_sha: 'queue-sha' } },
      sha: 'queue-sha',
      pullRequest: undefined,
    },
    {
      name: 'workflow_run of a pull request',
      payload: { workflow_run: { head_sha: 'run-sha', pull_requests: [{ number: 9 }] } },
      sha: 'run-sha',
      pullRequest: { number: 9, head: undefined },
    },
    {
      name: 'workflow_run of a fork',
      payload: { workflow_run: { head_sha: 'run-sha', pull_requests: [] } },
      sha: 'run-sha',
      pullRequest: undefined,
    },
    {
      name: 'issue_comment on a pull request',
      payload: { issue: { number: 5, pull_request: { url: 'x' } } },
      sha: 'workflow-sha',
      pullRequest: { number: 5, head: undefined },
    },
    {
      name: 'issue_comment on an issue',
      payload: { issue: { number: 5 } },
      sha: 'workflow-sha',
      pullRequest: undefined,
    },
    { name: 'schedule', payload: { schedule: '0 0 * * *' }, sha: 'workflow-sha', pullRequest: undefined },
    { name: 'a payload that is no object', payload: null, sha: 'workflow-sha', pullRequest: undefined },
  ];
  it.each(cases)('$name', ({ payload, sha, pullRequest }) => {
    const context = eventContext(env, payload);
    expect(context).toMatchObject({ sha, repository: { owner: 'acme', name: 'infra' } });
    expect(context.pullRequest).toEqual(pullRequest);
    expect(context.runUrl).toBe('https://github.example.com/acme/infra/actions/runs/12');
  });

  it.each([
    ['a pull request', { pull_request: pull('acme/infra') }, 'base-sha'],
    ['a merge group', { merge_group: { head_sha: 'queue-sha', base_sha: 'before-queue' } }, 'before-queue'],
    ['a comment, which does not tell it', { issue: { number: 5, pull_request: { url: 'x' } } }, undefined],
    ['a push', { after: 'x', before: 'y' }, undefined],
  ])('the commit before the change of %s', (_, payload, base) => {
    expect(eventContext(env, payload).baseSha).toBe(base);
  });

  it.each([
    ['a push', 'push', { before: 'y' }, 'y'],
    ['the first push of a branch', 'push', { before: '0000000000000000000000000000000000000000' }, undefined],
    ['an event that is none', 'schedule', { before: 'y' }, undefined],
  ])('the tip before %s', (_, name, payload, before) => {
    expect(eventContext({ ...env, GITHUB_EVENT_NAME: name }, payload).pushedFrom).toBe(before);
  });

  it.each([
    ['a fork', { event: 'pull_request' }, { owner: 'mallory', branch: 'change', sha: 'run-sha' }],
    ['a push', { event: 'push' }, undefined],
    ['a fork that is gone', { event: 'pull_request', head_repository: null }, undefined],
    ['a pull request that it names', { event: 'pull_request', pull_requests: [{ number: 9 }] }, undefined],
  ])('the branch of a run that follows that of %s', (_, members, branch) => {
    const run = {
      head_sha: 'run-sha',
      head_branch: 'change',
      head_repository: { owner: { login: 'mallory' } },
      ...members,
    };
    expect(eventContext(env, { workflow_run: run }).followedBranch).toEqual(branch);
  });

  it.each([
    [{ ...env, GITHUB_REPOSITORY: undefined }, 'GITHUB_REPOSITORY is not set. Run this in a GitHub Actions workflow'],
    [{ ...env, GITHUB_REPOSITORY: 'infra' }, 'GITHUB_REPOSITORY is "infra", which is not owner/name'],
    [{ ...env, GITHUB_SHA: '' }, 'GITHUB_SHA is not set'],
  ])('says what is missing outside a workflow', (broken, message) => {
    expect(() => eventContext(broken, {})).toThrow(message);
  });
});
