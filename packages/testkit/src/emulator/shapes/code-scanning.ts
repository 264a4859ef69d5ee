import { isoTime } from '../clock.ts';
import type { Alert, AlertInstance, Analysis, Rule, Tool } from '../state/code-scanning.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import { nullableUser } from './account.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** The instance that stands for an alert on a ref, or undefined when it was never seen there. */
export function instanceOn(alert: Alert, ref: string): AlertInstance | undefined {
  return alert.instances.findLast((instance) => instance.ref === ref);
}

/** fixed where it is no longer seen, else dismissed by somebody, else open. */
export function alertState({ dismissal }: Alert, instance: AlertInstance): 'open' | 'dismissed' | 'fixed' {
  if (instance.state === 'fixed') return 'fixed';
  return dismissal === undefined ? 'open' : 'dismissed';
}

/** An alert as it stands with one of its instances (schemas `code-scanning-alert` and `code-scanning-alert-items`). */
export function alert(state: GitHubState, repo: Repository, data: Alert, instance: AlertInstance) {
  const url = `${repositoryUrl(state, repo)}/code-scanning/alerts/${data.number}`;
  return {
    number: data.number,
    created_at: isoTime(data.createdAt),
    updated_at: isoTime(data.updatedAt),
    url,
    html_url: `${repositoryPage(state, repo)}/security/code-scanning/${data.number}`,
    state: alertState(data, instance),
    fixed_at: instance.fixedAt === undefined ? null : isoTime(instance.fixedAt),
    dismissed_by: nullableUser(state, data.dismissal?.by),
    dismissed_at: data.dismissal === undefined ? null : isoTime(data.dismissal.at),
    dismissed_reason: data.dismissal?.reason ?? null,
    dismissed_comment: data.dismissal?.comment ?? null,
    rule: rule(data.rule),
    tool: tool(data.tool),
    most_recent_instance: alertInstance(data, instance),
    instances_url: `${url}/instances`,
  };
}

/** Where an alert was seen (schema `code-scanning-alert-instance`). */
export function alertInstance(data: Alert, instance: AlertInstance) {
  const { path, startLine, endLine, startColumn, endColumn } = instance.location;
  return {
    ref: instance.ref,
    analysis_key: instance.category,
    environment: '{}',
    category: instance.category,
    state: alertState(data, instance),
    commit_sha: instance.commit,
    message: { text: instance.message },
    location: { path, start_line: startLine, end_line: endLine, start_column: startColumn, end_column: endColumn },
    classifications: [],
  };
}

/** An analysis (schema `code-scanning-analysis`). */
export function analysis(state: GitHubState, repo: Repository, data: Analysis) {
  return {
    id: data.id,
    ref: data.ref,
    commit_sha: data.commit,
    analysis_key: data.category,
    environment: '{}',
    error: '',
    category: data.category,
    created_at: isoTime(data.createdAt),
    results_count: data.results,
    rules_count: data.rules,
    url: `${repositoryUrl(state, repo)}/code-scanning/analyses/${data.id}`,
    sarif_id: data.sarif,
    tool: tool(data.tool),
    deletable: true,
    warning: '',
  };
}

function tool({ name, version, guid }: Tool) {
  return { name, guid, version };
}

function rule(data: Rule) {
  return {
    id: data.id,
    name: data.name,
    severity: data.severity,
    security_severity_level: data.securitySeverity,
    description: data.description,
    full_description: data.fullDescription,
    help: data.help,
    help_uri: data.helpUri,
    tags: data.tags,
  };
}
