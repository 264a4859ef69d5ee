import { isoTime } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { Deployment, DeploymentStatus, Environment } from '../state/deployment.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { simpleUser } from './account.ts';
import { nullableIntegration } from './app.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';
import { team } from './team.ts';

/** A deployment (schema `deployment`). */
export function deployment(state: GitHubState, repo: Repository, data: Deployment) {
  const url = `${repositoryUrl(state, repo)}/deployments/${data.id}`;
  return {
    url,
    id: data.id,
    node_id: nodeId('Deployment', data.id),
    sha: data.sha,
    ref: data.ref,
    task: data.task,
    payload: data.payload,
    original_environment: data.environment,
    environment: data.environment,
    description: data.description,
    creator: simpleUser(state, data.creator),
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(state, repo),
    transient_environment: data.transient,
    production_environment: data.production,
    performed_via_github_app: nullableIntegration(state, data.app),
  };
}

/** A status of a deployment (schema `deployment-status`). */
export function deploymentStatus(state: GitHubState, repo: Repository, { id }: Deployment, data: DeploymentStatus) {
  const deploymentUrl = `${repositoryUrl(state, repo)}/deployments/${id}`;
  return {
    url: `${deploymentUrl}/statuses/${data.id}`,
    id: data.id,
    node_id: nodeId('DeploymentStatus', data.id),
    state: data.state,
    creator: simpleUser(state, data.creator),
    description: data.description,
    environment: data.environment,
    target_url: data.logUrl,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
    deployment_url: deploymentUrl,
    repository_url: repositoryUrl(state, repo),
    environment_url: data.environmentUrl,
    log_url: data.logUrl,
    performed_via_github_app: nullableIntegration(state, data.app),
  };
}

/** An environment with its rules (schema `environment`). */
export function environment(state: GitHubState, repo: Repository, data: Environment) {
  const rule = (type: string, more: Readonly<Record<string, unknown>> = {}) => ({
    id: data.id,
    node_id: nodeId(`GateRule:${type}`, data.id),
    type,
    ...more,
  });
  const reviewers = data.reviewers.map((reviewer) =>
    'slug' in reviewer
      ? { type: 'Team', reviewer: team(state, reviewer) }
      : { type: 'User', reviewer: simpleUser(state, reviewer) },
  );
  return {
    id: data.id,
    node_id: nodeId('Environment', data.id),
    name: data.name,
    url: `${repositoryUrl(state, repo)}/environments/${encodeURIComponent(data.name)}`,
    html_url: `${repositoryPage(state, repo)}/deployments/activity_log?environments_filter=${encodeURIComponent(data.name)}`,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.createdAt),
    protection_rules: [
      ...(data.waitTimer === 0 ? [] : [rule('wait_timer', { wait_timer: data.waitTimer })]),
      ...(reviewers.length === 0
        ? []
        : [rule('required_reviewers', { prevent_self_review: data.preventSelfReview, reviewers })]),
      ...(data.branches === 'all' ? [] : [rule('branch_policy')]),
    ],
    deployment_branch_policy:
      data.branches === 'all'
        ? null
        : { protected_branches: data.branches === 'protected', custom_branch_policies: data.branches === 'custom' },
  };
}
