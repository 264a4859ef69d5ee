import { createHash } from 'node:crypto';
import type { PlainMapping } from '../plain-data.ts';
import type { EventOptions } from './types.ts';

/** The options of an event with its defaults filled in. */
export interface EventSetting {
  repository: string;
  actor: string;
  defaultBranch: string;
  private: boolean;
  serverUrl: string;
  apiUrl: string;
  at: string;
  extra: PlainMapping;
}

/** settingOf fills in the defaults of an event. */
export function settingOf(options: EventOptions): EventSetting {
  return {
    repository: options.repository ?? 'acme/infra',
    actor: options.actor ?? 'octocat',
    defaultBranch: options.defaultBranch ?? 'main',
    private: options.private ?? false,
    serverUrl: options.serverUrl ?? 'https://github.com',
    apiUrl: options.apiUrl ?? 'https://api.github.com',
    at: options.at ?? '2026-01-15T10:00:00Z',
    extra: options.payload ?? {},
  };
}

/** stableId gives the same number for the same name, in the range of GitHub's ids. */
export function stableId(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0);
}

/** sampleSha gives a commit id made from a name, for events where the test does not care which. */
export function sampleSha(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** userObject is a user or, for a name that ends in "[bot]", an app, as payloads hold it. */
export function userObject(login: string, setting: EventSetting): PlainMapping {
  return {
    login,
    id: stableId(`user ${login}`),
    node_id: nodeId('U', login),
    avatar_url: `${setting.serverUrl}/${login}.png`,
    url: `${setting.apiUrl}/users/${encodeURIComponent(login)}`,
    html_url: `${setting.serverUrl}/${login}`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** repositoryObject is a repository as payloads hold it. */
export function repositoryObject(fullName: string, setting: EventSetting, fork = false): PlainMapping {
  const owner = ownerOf(fullName);
  return {
    id: stableId(`repository ${fullName}`),
    node_id: nodeId('R', fullName),
    name: nameOf(fullName),
    full_name: fullName,
    private: setting.private,
    owner: { ...userObject(owner, setting), type: owner === 'acme' ? 'Organization' : 'User' },
    html_url: `${setting.serverUrl}/${fullName}`,
    description: null,
    fork,
    url: `${setting.apiUrl}/repos/${fullName}`,
    clone_url: `${setting.serverUrl}/${fullName}.git`,
    default_branch: setting.defaultBranch,
    visibility: setting.private ? 'private' : 'public',
    archived: false,
    disabled: false,
    topics: [],
    created_at: '2024-01-01T00:00:00Z',
    updated_at: setting.at,
    pushed_at: setting.at,
  };
}

/** commitObject is a commit as `push` and `workflow_run` payloads hold it. */
export function commitObject(id: string, message: string, setting: EventSetting): PlainMapping {
  const author = { name: setting.actor, email: `${setting.actor}@example.com`, username: setting.actor };
  return {
    id,
    tree_id: sampleSha(`tree ${id}`),
    distinct: true,
    message,
    timestamp: setting.at,
    url: `${setting.serverUrl}/${setting.repository}/commit/${id}`,
    author,
    committer: author,
  };
}

/** withCommon adds what every payload has: the repository, the sender, and what the test sets itself. */
export function withCommon(payload: PlainMapping, setting: EventSetting): PlainMapping {
  return {
    ...payload,
    repository: repositoryObject(setting.repository, setting),
    sender: userObject(setting.actor, setting),
    ...setting.extra,
  };
}

export function ownerOf(fullName: string): string {
  return fullName.split('/')[0] ?? '';
}

export function nameOf(fullName: string): string {
  return fullName.split('/')[1] ?? '';
}

export function nodeId(kind: string, name: string): string {
  return `${kind}_${Buffer.from(name).toString('base64url')}`;
}
