import { isoTime } from '../clock.ts';
import { readCommit } from '../git/commits.ts';
import { nodeId } from '../ids.ts';
import type { Annotation, CheckConclusion, CheckRun, CheckSuite, CommitStatus } from '../state/check.ts';
import type { GitHubState } from '../state/github-state.ts';
import { isPull } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { simpleUser } from './account.ts';
import { integration } from './app.ts';
import { simpleCommit } from './commit.ts';
import { pullRequestMinimal } from './pull-request.ts';
import { minimalRepository, repositoryPage, repositoryUrl } from './repository.ts';

/** A check run (schema `check-run`). */
export function checkRun(state: GitHubState, repo: Repository, data: CheckRun) {
  const url = `${repositoryUrl(state, repo)}/check-runs/${data.id}`;
  const page = `${repositoryPage(state, repo)}/runs/${data.id}`;
  return {
    id: data.id,
    name: data.name,
    node_id: nodeId('CheckRun', data.id),
    head_sha: data.suite.headSha,
    external_id: data.externalId,
    url,
    html_url: page,
    details_url: data.detailsUrl ?? page,
    status: data.status,
    conclusion: data.conclusion,
    started_at: isoTime(data.startedAt),
    completed_at: data.completedAt === null ? null : isoTime(data.completedAt),
    output: {
      title: data.title,
      summary: data.summary,
      text: data.text,
      annotations_count: data.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: data.suite.id },
    app: integration(state, data.suite.app),
    pull_requests: pullsOf(state, repo, data.suite.headSha),
  };
}

/** The open pull requests of the repository itself whose head is the commit; GitHub leaves out those of forks. */
export function pullsOf(state: GitHubState, repo: Repository, sha: string) {
  return [...repo.issues.values()]
    .filter(isPull)
    .filter(({ state: open, pull }) => open === 'open' && pull.head.sha === sha && pull.head.repository === repo)
    .map((issue) => pullRequestMinimal(state, repo, issue));
}

/** A note of a check run (schema `check-annotation`). */
export function annotation(state: GitHubState, repo: Repository, run: CheckRun, data: Annotation) {
  return {
    path: data.path,
    blob_href: `${repositoryPage(state, repo)}/blob/${run.suite.headSha}/${data.path}`,
    start_line: data.start_line,
    end_line: data.end_line,
    start_column: data.start_column ?? null,
    end_column: data.end_column ?? null,
    annotation_level: data.annotation_level,
    message: data.message,
    title: data.title ?? null,
    raw_details: data.raw_details ?? null,
  };
}

/** A check suite (schema `check-suite`); its status and conclusion follow from its runs. */
export async function checkSuite(state: GitHubState, repo: Repository, data: CheckSuite) {
  const runs = [...repo.checkRuns.values()].filter((run) => run.suite === data);
  const open = runs.find((run) => run.status !== 'completed');
  const head = await readCommit(repo.dir, data.headSha);
  const url = `${repositoryUrl(state, repo)}/check-suites/${data.id}`;
  return {
    id: data.id,
    node_id: nodeId('CheckSuite', data.id),
    head_branch: data.headBranch,
    head_sha: data.headSha,
    status: runs.length === 0 ? 'queued' : (open?.status ?? 'completed'),
    conclusion: runs.length === 0 || open !== undefined ? null : worst(runs.map((run) => run.conclusion)),
    url,
    before: null,
    after: data.headSha,
    pull_requests: pullsOf(state, repo, data.headSha),
    app: integration(state, data.app),
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    rerequestable: true,
    runs_rerequestable: false,
    latest_check_runs_count: runs.length,
    check_runs_url: `${url}/check-runs`,
    head_commit: head === undefined ? null : simpleCommit(head),
    repository: minimalRepository(state, repo),
  };
}

const FROM_WORST: readonly CheckConclusion[] = [
  'failure',
  'timed_out',
  'action_required',
  'cancelled',
  'stale',
  'success',
  'neutral',
  'skipped',
];

function worst(conclusions: readonly (CheckConclusion | null)[]): CheckConclusion {
  return FROM_WORST.find((conclusion) => conclusions.includes(conclusion)) ?? 'neutral';
}

/** A commit status (schema `status`). */
export function commitStatus(state: GitHubState, repo: Repository, data: CommitStatus) {
  return { ...simpleCommitStatus(state, repo, data), creator: simpleUser(state, data.creator) };
}

/** A commit status in the combined one (schema `simple-commit-status`). */
export function simpleCommitStatus(state: GitHubState, repo: Repository, data: CommitStatus) {
  return {
    url: `${repositoryUrl(state, repo)}/statuses/${data.sha}`,
    avatar_url: simpleUser(state, data.creator).avatar_url,
    id: data.id,
    node_id: nodeId('StatusContext', data.id),
    state: data.state,
    description: data.description,
    target_url: data.targetUrl,
    context: data.context,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
  };
}
