import type { PlainMapping } from '../plain-data.ts';
import {
  type EventSetting,
  nodeId,
  ownerOf,
  repositoryObject,
  sampleSha,
  settingOf,
  stableId,
  userObject,
  withCommon,
} from './objects.ts';
import type { EventOptions, GithubEvent } from './types.ts';

/** A pull request; everything but the number has a default. */
export interface PullRequestOptions extends EventOptions {
  number?: number;
  /** The activity type, `opened` unless told. */
  action?: string;
  title?: string;
  body?: string | null;
  author?: string;
  labels?: string[];
  draft?: boolean;
  merged?: boolean;
  /** The branch with the change; `repository` names the fork that it comes from. */
  head?: { ref?: string; sha?: string; repository?: string };
  base?: { ref?: string; sha?: string };
  /** The commit of refs/pull/N/merge; after a merge the merge commit on the base branch. */
  mergeSha?: string;
  /** How many files the pull request changes. */
  changedFiles?: number;
}

/** pullRequest is the event `pull_request`, from a branch or, with `head.repository`, from a fork. */
export function pullRequest(options: PullRequestOptions = {}): GithubEvent {
  return pullRequestEvent('pull_request', options, {});
}

/** pullRequestReview is the event `pull_request_review`, an approval unless `state` says otherwise. */
export function pullRequestReview(
  options: PullRequestOptions & { state?: 'approved' | 'changes_requested' | 'commented'; reviewer?: string } = {},
): GithubEvent {
  const setting = settingOf(options);
  const reviewer = options.reviewer ?? setting.actor;
  const review = {
    id: stableId(`review ${reviewer}`),
    user: userObject(reviewer, setting),
    body: null,
    state: options.state ?? 'approved',
    commit_id: headOf(options, setting).sha,
    submitted_at: setting.at,
  };
  return pullRequestEvent('pull_request_review', { action: 'submitted', ...options, actor: reviewer }, { review });
}

/**
 * pullRequestTarget is the event `pull_request_target`: it runs on the default branch, with a full token and the
 * secrets, also for a fork. `base.sha` is taken as the tip of the default branch.
 */
export function pullRequestTarget(options: PullRequestOptions = {}): GithubEvent {
  const event = pullRequestEvent('pull_request_target', options, {});
  const setting = settingOf(options);
  return { ...event, sha: baseOf(options, setting).sha, ref: `refs/heads/${setting.defaultBranch}`, fork: false };
}

/** pullRequestObject is a pull request as payloads hold it. */
export function pullRequestObject(options: PullRequestOptions, setting: EventSetting): PlainMapping {
  const number = options.number ?? 1;
  const head = headOf(options, setting);
  const base = baseOf(options, setting);
  const merged = options.merged ?? false;
  const closed = merged || options.action === 'closed';
  const url = `${setting.apiUrl}/repos/${setting.repository}/pulls/${number}`;
  const link = `${setting.serverUrl}/${setting.repository}/pull/${number}`;
  const author = options.author ?? setting.actor;
  return {
    id: stableId(`pull request ${setting.repository}#${number}`),
    node_id: nodeId('PR', `${setting.repository}#${number}`),
    number,
    url,
    html_url: link,
    diff_url: `${link}.diff`,
    patch_url: `${link}.patch`,
    issue_url: `${setting.apiUrl}/repos/${setting.repository}/issues/${number}`,
    comments_url: `${setting.apiUrl}/repos/${setting.repository}/issues/${number}/comments`,
    state: closed ? 'closed' : 'open',
    locked: false,
    title: options.title ?? 'Change the infrastructure',
    body: options.body ?? null,
    user: userObject(author, setting),
    labels: (options.labels ?? []).map((name) => labelObject(name, setting)),
    draft: options.draft ?? false,
    created_at: setting.at,
    updated_at: setting.at,
    closed_at: closed ? setting.at : null,
    merged,
    merged_at: merged ? setting.at : null,
    merge_commit_sha: mergeShaOf(options),
    mergeable: closed ? null : true,
    author_association: head.repository === setting.repository ? 'MEMBER' : 'CONTRIBUTOR',
    head: sideObject(head, setting),
    base: sideObject(base, setting),
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: options.changedFiles ?? 1,
  };
}

function pullRequestEvent(name: string, options: PullRequestOptions, more: PlainMapping): GithubEvent {
  const setting = settingOf(options);
  const action = options.action ?? 'opened';
  const number = options.number ?? 1;
  const head = headOf(options, setting);
  const base = baseOf(options, setting);
  const payload = { action, number, pull_request: pullRequestObject({ ...options, action }, setting), ...more };
  const changes = action === 'synchronize' ? { before: sampleSha(`before ${head.sha}`), after: head.sha } : {};
  return {
    name,
    payload: withCommon({ ...payload, ...changes }, setting),
    repository: setting.repository,
    sha: mergeShaOf(options),
    // A merged pull request runs on its base branch; every other state has the merge ref.
    ref: action === 'closed' && options.merged ? `refs/heads/${base.ref}` : `refs/pull/${number}/merge`,
    headRef: head.ref,
    baseRef: base.ref,
    actor: setting.actor,
    fork: head.repository !== setting.repository,
  };
}

interface Side {
  ref: string;
  sha: string;
  repository: string;
}

function headOf(options: PullRequestOptions, setting: EventSetting): Side {
  const ref = options.head?.ref ?? 'change';
  const repository = options.head?.repository ?? setting.repository;
  return { ref, sha: options.head?.sha ?? sampleSha(`head ${repository} ${ref}`), repository };
}

function baseOf(options: PullRequestOptions, setting: EventSetting): Side {
  const ref = options.base?.ref ?? setting.defaultBranch;
  return { ref, sha: options.base?.sha ?? sampleSha(`base ${ref}`), repository: setting.repository };
}

function mergeShaOf(options: PullRequestOptions): string {
  return options.mergeSha ?? sampleSha(`merge ${options.number ?? 1} ${options.head?.sha ?? ''}`);
}

function sideObject(side: Side, setting: EventSetting): PlainMapping {
  const owner = ownerOf(side.repository);
  return {
    label: `${owner}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: userObject(owner, setting),
    repo: repositoryObject(side.repository, setting, side.repository !== setting.repository),
  };
}

function labelObject(name: string, setting: EventSetting): PlainMapping {
  return {
    id: stableId(`label ${name}`),
    name,
    color: 'ededed',
    default: false,
    description: null,
    url: `${setting.apiUrl}/repos/${setting.repository}/labels/${encodeURIComponent(name)}`,
  };
}
