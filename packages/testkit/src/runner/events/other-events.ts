import type { PlainMapping } from '../plain-data.ts';
import {
  commitObject,
  ownerOf,
  repositoryObject,
  sampleSha,
  settingOf,
  stableId,
  userObject,
  withCommon,
} from './objects.ts';
import { pullRequestObject } from './pull-request.ts';
import type { EventOptions, GithubEvent } from './types.ts';

/** Options of events that run on the tip of the default branch; `sha` is that tip. */
type OnDefaultBranch = EventOptions & { sha?: string };

/** push is the event `push`: of a branch, or of a tag when `ref` starts with refs/tags/. */
export function push(
  options: EventOptions & { ref?: string; sha?: string; before?: string; message?: string } = {},
): GithubEvent {
  const setting = settingOf(options);
  const ref = options.ref ?? `refs/heads/${setting.defaultBranch}`;
  const sha = options.sha ?? sampleSha(`tip ${ref}`);
  const before = options.before ?? sampleSha(`before ${sha}`);
  const commit = commitObject(sha, options.message ?? 'Change the infrastructure', setting);
  return {
    name: 'push',
    payload: withCommon(
      {
        ref,
        before,
        after: sha,
        base_ref: null,
        created: /^0+$/.test(before),
        deleted: false,
        forced: false,
        compare: `${setting.serverUrl}/${setting.repository}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`,
        commits: [commit],
        head_commit: commit,
        pusher: { name: setting.actor, email: `${setting.actor}@example.com` },
      },
      setting,
    ),
    ...place(setting, sha, ref),
  };
}

/** mergeGroup is the event `merge_group`: a group of the merge queue waits for its checks. */
export function mergeGroup(
  options: EventOptions & { number?: number; head?: { sha?: string }; base?: { ref?: string; sha?: string } } = {},
): GithubEvent {
  const setting = settingOf(options);
  const baseRef = options.base?.ref ?? setting.defaultBranch;
  const baseSha = options.base?.sha ?? sampleSha(`base ${baseRef}`);
  const headSha = options.head?.sha ?? sampleSha(`merge group ${options.number ?? 1}`);
  const ref = `refs/heads/gh-readonly-queue/${baseRef}/pr-${options.number ?? 1}-${baseSha}`;
  const group = {
    head_sha: headSha,
    head_ref: ref,
    base_sha: baseSha,
    base_ref: `refs/heads/${baseRef}`,
    head_commit: commitObject(headSha, `Merge pull request #${options.number ?? 1}`, setting),
  };
  const payload = withCommon({ action: 'checks_requested', merge_group: group }, setting);
  return { name: 'merge_group', payload, ...place(setting, headSha, ref) };
}

/** workflowRun is the event `workflow_run`: another workflow ended. `run.repository` names the fork that caused it. */
export function workflowRun(
  options: OnDefaultBranch & {
    action?: 'requested' | 'in_progress' | 'completed';
    run?: {
      id?: number;
      name?: string;
      event?: string;
      conclusion?: string;
      headSha?: string;
      headBranch?: string;
      repository?: string;
      pullRequest?: number;
    };
  } = {},
): GithubEvent {
  const setting = settingOf(options);
  const run = options.run ?? {};
  const action = options.action ?? 'completed';
  const id = run.id ?? 1_000_001;
  const name = run.name ?? 'CI';
  const head = run.repository ?? setting.repository;
  const headSha = run.headSha ?? sampleSha(`head ${head}`);
  const isFork = head !== setting.repository;
  const workflow = { id: stableId(`workflow ${name}`), name, path: '.github/workflows/ci.yml', state: 'active' };
  const workflowRunObject: PlainMapping = {
    id,
    name,
    run_number: 7,
    run_attempt: 1,
    event: run.event ?? 'pull_request',
    status: action === 'completed' ? 'completed' : action,
    conclusion: action === 'completed' ? (run.conclusion ?? 'success') : null,
    workflow_id: workflow.id,
    path: workflow.path,
    head_sha: headSha,
    head_branch: run.headBranch ?? 'change',
    head_commit: commitObject(headSha, 'Change the infrastructure', setting),
    head_repository: repositoryObject(head, setting, isFork),
    repository: repositoryObject(setting.repository, setting),
    // GitHub leaves the list empty for pull requests from forks.
    pull_requests: isFork || run.pullRequest === undefined ? [] : [{ number: run.pullRequest, head: { sha: headSha } }],
    actor: userObject(ownerOf(head), setting),
    url: `${setting.apiUrl}/repos/${setting.repository}/actions/runs/${id}`,
    html_url: `${setting.serverUrl}/${setting.repository}/actions/runs/${id}`,
    artifacts_url: `${setting.apiUrl}/repos/${setting.repository}/actions/runs/${id}/artifacts`,
    created_at: setting.at,
    updated_at: setting.at,
  };
  const payload = withCommon({ action, workflow, workflow_run: workflowRunObject }, setting);
  return { name: 'workflow_run', payload, ...onDefaultBranch(options) };
}

/** workflowDispatch is the event `workflow_dispatch`: someone starts the workflow by hand on a branch or tag. */
export function workflowDispatch(
  options: EventOptions & { ref?: string; sha?: string; inputs?: PlainMapping; workflow?: string } = {},
): GithubEvent {
  const setting = settingOf(options);
  const ref = options.ref ?? `refs/heads/${setting.defaultBranch}`;
  const workflow = options.workflow ?? '.github/workflows/manual.yml';
  const payload = withCommon({ ref, workflow, inputs: options.inputs ?? {} }, setting);
  return { name: 'workflow_dispatch', payload, ...place(setting, options.sha ?? sampleSha(`tip ${ref}`), ref) };
}

/** schedule is the event `schedule`, with the cron line that fired. */
export function schedule(options: OnDefaultBranch & { cron?: string } = {}): GithubEvent {
  const setting = settingOf(options);
  const payload = withCommon(
    { schedule: options.cron ?? '0 4 * * *', workflow: '.github/workflows/nightly.yml' },
    setting,
  );
  return { name: 'schedule', payload, ...onDefaultBranch(options) };
}

/** issueComment is the event `issue_comment`, on a pull request unless `onIssue` is set. The event has no head commit. */
export function issueComment(
  options: OnDefaultBranch & {
    action?: 'created' | 'edited' | 'deleted';
    number?: number;
    body?: string;
    onIssue?: boolean;
    association?: string;
  } = {},
): GithubEvent {
  const setting = settingOf(options);
  const number = options.number ?? 1;
  const pull = pullRequestObject({ ...options, number, body: null, action: 'opened' }, setting);
  const issue: PlainMapping = {
    id: stableId(`issue ${number}`),
    number,
    title: pull.title ?? null,
    body: null,
    state: 'open',
    user: pull.user ?? null,
    labels: [],
    url: `${setting.apiUrl}/repos/${setting.repository}/issues/${number}`,
    html_url: `${setting.serverUrl}/${setting.repository}/${options.onIssue ? 'issues' : 'pull'}/${number}`,
    ...(options.onIssue ? {} : { pull_request: { url: pull.url ?? null, html_url: pull.html_url ?? null } }),
  };
  const comment = {
    id: stableId(`comment ${options.body ?? ''}`),
    body: options.body ?? '/tollgate check',
    user: userObject(setting.actor, setting),
    author_association: options.association ?? 'MEMBER',
    created_at: setting.at,
    updated_at: setting.at,
  };
  const payload = withCommon({ action: options.action ?? 'created', issue, comment }, setting);
  return { name: 'issue_comment', payload, ...onDefaultBranch(options) };
}

/** deployment is the event `deployment`; GITHUB_REF is empty when it was made from a commit id. */
export function deployment(
  options: EventOptions & { id?: number; ref?: string; sha?: string; environment?: string; task?: string } = {},
): GithubEvent {
  const setting = settingOf(options);
  const ref = options.ref ?? setting.defaultBranch;
  const sha = options.sha ?? sampleSha(`tip ${ref}`);
  const id = options.id ?? 2_000_001;
  const deploymentObject = {
    id,
    url: `${setting.apiUrl}/repos/${setting.repository}/deployments/${id}`,
    sha,
    ref,
    task: options.task ?? 'deploy',
    environment: options.environment ?? 'production',
    original_environment: options.environment ?? 'production',
    description: null,
    payload: {},
    creator: userObject(setting.actor, setting),
    created_at: setting.at,
    updated_at: setting.at,
    production_environment: (options.environment ?? 'production') === 'production',
    transient_environment: false,
  };
  const isCommit = /^[0-9a-f]{40}$/.test(ref);
  const fullRef = isCommit ? '' : ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
  const payload = withCommon(
    { action: 'created', deployment: deploymentObject, workflow: null, workflow_run: null },
    setting,
  );
  return { name: 'deployment', payload, ...place(setting, sha, fullRef) };
}

/** release is the event `release`, on the tag of the release. */
export function release(
  options: EventOptions & {
    action?: string;
    tag?: string;
    sha?: string;
    name?: string;
    body?: string;
    prerelease?: boolean;
  } = {},
): GithubEvent {
  const setting = settingOf(options);
  const tag = options.tag ?? 'v1.0.0';
  const id = stableId(`release ${tag}`);
  const releaseObject = {
    id,
    tag_name: tag,
    target_commitish: setting.defaultBranch,
    name: options.name ?? tag,
    body: options.body ?? '',
    draft: false,
    prerelease: options.prerelease ?? false,
    author: userObject(setting.actor, setting),
    url: `${setting.apiUrl}/repos/${setting.repository}/releases/${id}`,
    html_url: `${setting.serverUrl}/${setting.repository}/releases/tag/${tag}`,
    upload_url: `${setting.apiUrl}/repos/${setting.repository}/releases/${id}/assets{?name,label}`,
    assets: [],
    created_at: setting.at,
    published_at: setting.at,
  };
  const payload = withCommon({ action: options.action ?? 'published', release: releaseObject }, setting);
  return { name: 'release', payload, ...place(setting, options.sha ?? sampleSha(`tag ${tag}`), `refs/tags/${tag}`) };
}

type Place = Omit<GithubEvent, 'name' | 'payload'>;

function place(setting: { repository: string; actor: string }, sha: string, ref: string): Place {
  return { repository: setting.repository, sha, ref, headRef: '', baseRef: '', actor: setting.actor, fork: false };
}

function onDefaultBranch(options: OnDefaultBranch): Place {
  const setting = settingOf(options);
  const ref = `refs/heads/${setting.defaultBranch}`;
  return place(setting, options.sha ?? sampleSha(`tip ${ref}`), ref);
}
