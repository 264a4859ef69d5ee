import { arch, platform } from 'node:process';
import type { GithubEvent } from './events/types.ts';
import { isMapping, type Plain, type PlainMapping } from './plain-data.ts';

/** Facts about the repository, the run and the server. All of it has a default. */
export interface GithubSettings {
  /** `https://api.github.com` unless told; the address of the emulator in tests. */
  apiUrl?: string;
  /** `https://github.com` unless told. */
  serverUrl?: string;
  graphqlUrl?: string;
  /** owner/name; the repository of the event unless told. */
  repository?: string;
  /** `github.token` and `secrets.GITHUB_TOKEN`, unless a job asks for its token by its permissions. */
  token?: string;
  actor?: string;
  triggeringActor?: string;
  runId?: number;
  runNumber?: number;
  runAttempt?: number;
}

/** `github.token` when nobody makes one. */
export const DEFAULT_TOKEN = 'ghs_0000000000000000000000000000harness';

/** What the `github` context is made from, besides the event. */
export interface RunFacts {
  event: GithubEvent;
  settings: GithubSettings;
  token: string;
  workflow: { name: string; path: string };
  job: string;
  workspace: string;
  eventPath: string;
}

/** Keys of the `github` context that reach a process as GITHUB_… (actions/runner GitHubContext.cs). */
const GITHUB_VARIABLES: readonly string[] = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'env',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'output',
  'path',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'state',
  'step_summary',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

/** githubContext gives the `github` context of a job. */
export function githubContext(facts: RunFacts): PlainMapping {
  const { event, settings } = facts;
  const serverUrl = settings.serverUrl ?? 'https://github.com';
  const apiUrl = settings.apiUrl ?? 'https://api.github.com';
  const repository = settings.repository ?? event.repository;
  const actor = settings.actor ?? event.actor;
  const repositoryObject = event.payload.repository;
  const owner = isMapping(repositoryObject) ? repositoryObject.owner : undefined;
  return {
    token: facts.token,
    job: facts.job,
    ref: event.ref,
    sha: event.sha,
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    repository_id: idOf(repositoryObject),
    repository_owner_id: idOf(owner),
    repositoryUrl: `git://${new URL(serverUrl).host}/${repository}.git`,
    run_id: runIdOf(settings),
    run_number: String(settings.runNumber ?? 42),
    run_attempt: String(settings.runAttempt ?? 1),
    retention_days: '90',
    actor,
    actor_id: idOf(event.payload.sender),
    triggering_actor: settings.triggeringActor ?? actor,
    workflow: facts.workflow.name,
    workflow_ref: `${repository}/${facts.workflow.path}@${event.ref}`,
    workflow_sha: event.sha,
    head_ref: event.headRef,
    base_ref: event.baseRef,
    event_name: event.name,
    event: event.payload,
    event_path: facts.eventPath,
    server_url: serverUrl,
    api_url: apiUrl,
    graphql_url: settings.graphqlUrl ?? graphqlUrlFor(apiUrl),
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_protected: false,
    ref_type: event.ref === '' ? '' : event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    secret_source: event.fork ? 'None' : 'Actions',
    workspace: facts.workspace,
    action: '',
    action_repository: '',
    action_ref: '',
  };
}

/** runIdOf gives the id of the run as text, 1000042 unless told. */
export function runIdOf(settings: GithubSettings): string {
  return String(settings.runId ?? 1_000_042);
}

/** runnerContext gives the `runner` context of a job. */
export function runnerContext(
  folders: { temp: string; tools: string; workspace: string },
  debug: boolean,
): PlainMapping {
  const systems: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
  const machines: Record<string, string> = { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' };
  return {
    os: systems[platform] ?? platform,
    arch: machines[arch] ?? arch.toUpperCase(),
    name: 'GitHub Actions 1',
    environment: 'github-hosted',
    temp: folders.temp,
    tool_cache: folders.tools,
    workspace: folders.workspace,
    ...(debug ? { debug: '1' } : {}),
  };
}

/** What the environment of a process is put together from. */
export interface EnvironmentParts {
  /** PATH of the machine and HOME: what the runner itself was started with. */
  home: string;
  systemPath: string;
  /** The `env` context: workflow, job, step, and what earlier steps set. */
  env: Readonly<Record<string, string>>;
  /** STATE_… of the post part of an action. */
  state: ReadonlyMap<string, string>;
  /** Inputs of a JavaScript action; null for scripts, which get none. */
  inputs: Readonly<Record<string, string>> | null;
  /** GITHUB_PATH of earlier steps, the latest last. */
  prependPath: readonly string[];
  github: PlainMapping;
  runner: PlainMapping;
}

/**
 * processEnvironment gives the whole environment of a process in the order of the runner, so that a workflow cannot
 * replace GITHUB_… and RUNNER_… variables but can replace CI (actions/runner NodeScriptActionHandler.cs, ProcessInvoker.cs).
 */
export function processEnvironment(parts: EnvironmentParts): Record<string, string> {
  const environment: Record<string, string> = {
    HOME: parts.home,
    LANG: 'C.UTF-8',
    PATH: parts.systemPath,
    ...parts.env,
  };
  for (const [name, value] of parts.state) environment[`STATE_${name}`] = value;
  for (const [name, value] of Object.entries(parts.inputs ?? {})) environment[inputVariable(name)] = value;
  if (parts.prependPath.length > 0) environment.PATH = [...parts.prependPath.toReversed(), environment.PATH].join(':');
  for (const key of GITHUB_VARIABLES) {
    const value = parts.github[key];
    if (typeof value === 'string') environment[`GITHUB_${key.toUpperCase()}`] = value;
    // .NET writes True and False; the documentation shows lower case, which is what GitHub sends.
    if (typeof value === 'boolean') environment[`GITHUB_${key.toUpperCase()}`] = String(value);
  }
  for (const [key, value] of Object.entries(parts.runner)) {
    if (typeof value === 'string') environment[`RUNNER_${key.toUpperCase()}`] = value;
  }
  environment.CI ??= 'true';
  environment.GITHUB_ACTIONS = 'true';
  return environment;
}

/** inputVariable gives the name of the variable of an input: upper case, blanks as "_", dashes as they are. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function graphqlUrlFor(apiUrl: string): string {
  return apiUrl.endsWith('/api/v3') ? apiUrl.replace(/\/v3$/, '/graphql') : `${apiUrl}/graphql`;
}

function idOf(object: Plain | undefined): string {
  return isMapping(object) && typeof object.id === 'number' ? String(object.id) : '';
}
