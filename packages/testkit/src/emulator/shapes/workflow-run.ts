import { createHash } from 'node:crypto';
import { isoTime } from '../clock.ts';
import { readCommit } from '../git/commits.ts';
import { nodeId } from '../ids.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Artifact, WorkflowRun } from '../state/workflow-run.ts';
import { simpleUser } from './account.ts';
import { pullsOf } from './check.ts';
import { simpleCommit } from './commit.ts';
import { minimalRepository, repositoryPage, repositoryUrl } from './repository.ts';

/** A run of a workflow (schema `workflow-run`). For a run from a fork GitHub names no pull requests. */
export async function workflowRun(state: GitHubState, repo: Repository, data: WorkflowRun) {
  const url = `${repositoryUrl(state, repo)}/actions/runs/${data.id}`;
  const suiteUrl = `${repositoryUrl(state, repo)}/check-suites/${data.suite}`;
  const head = await readCommit(data.headRepository.dir, data.headSha);
  return {
    id: data.id,
    name: data.workflow.name,
    node_id: nodeId('WorkflowRun', data.id),
    check_suite_id: data.suite,
    check_suite_node_id: nodeId('CheckSuite', data.suite),
    head_branch: data.headBranch,
    head_sha: data.headSha,
    path: data.workflow.path,
    run_number: data.runNumber,
    run_attempt: 1,
    referenced_workflows: [],
    event: data.event,
    status: data.status,
    conclusion: data.conclusion,
    workflow_id: data.workflow.id,
    url,
    html_url: `${repositoryPage(state, repo)}/actions/runs/${data.id}`,
    pull_requests: pullsOf(state, repo, data.headSha),
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
    actor: simpleUser(state, data.actor),
    triggering_actor: simpleUser(state, data.actor),
    run_started_at: isoTime(data.createdAt),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: suiteUrl,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repositoryUrl(state, repo)}/actions/workflows/${data.workflow.id}`,
    display_title: head?.message.split('\n')[0] ?? data.workflow.name,
    head_commit: head === undefined ? null : simpleCommit(head),
    repository: minimalRepository(state, repo),
    head_repository: minimalRepository(state, data.headRepository),
  };
}

const DAY = 24 * 60 * 60 * 1000;
const RETENTION_DAYS = 90;

/** An artifact of a run (schema `artifact`). */
export function artifact(state: GitHubState, repo: Repository, data: Artifact) {
  const url = `${repositoryUrl(state, repo)}/actions/artifacts/${data.id}`;
  return {
    id: data.id,
    node_id: nodeId('Artifact', data.id),
    name: data.name,
    size_in_bytes: data.archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: data.expired,
    digest: `sha256:${createHash('sha256').update(data.archive).digest('hex')}`,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
    expires_at: isoTime(new Date(data.createdAt.getTime() + RETENTION_DAYS * DAY)),
    workflow_run: {
      id: data.run.id,
      repository_id: repo.id,
      head_repository_id: data.run.headRepository.id,
      head_branch: data.run.headBranch,
      head_sha: data.run.headSha,
    },
  };
}
