import type { PlainMapping } from '../plain-data.ts';

/** An event that starts a workflow: what GITHUB_EVENT_PATH holds and what GitHub derives from it. */
export interface GithubEvent {
  /** GITHUB_EVENT_NAME. */
  name: string;
  /** The webhook payload: `github.event`. */
  payload: PlainMapping;
  /** GITHUB_REPOSITORY, as owner/name: where the workflow runs. */
  repository: string;
  /** GITHUB_SHA. */
  sha: string;
  /** GITHUB_REF, in full (`refs/…`); empty where GitHub leaves it empty. */
  ref: string;
  /** GITHUB_HEAD_REF and GITHUB_BASE_REF: branch names of a pull request, else empty. */
  headRef: string;
  baseRef: string;
  /** GITHUB_ACTOR. */
  actor: string;
  /** True when the token can only read and there are no secrets, because the change comes from a fork. */
  fork: boolean;
}

/** What every event may set. All of it has a default. */
export interface EventOptions {
  /** owner/name, `acme/infra` unless told. */
  repository?: string;
  /** Who caused the event, `octocat` unless told. */
  actor?: string;
  /** `main` unless told. */
  defaultBranch?: string;
  private?: boolean;
  /** Base of the links, `https://github.com` unless told. */
  serverUrl?: string;
  /** Base of the API links, `https://api.github.com` unless told. */
  apiUrl?: string;
  /** The moment of the event, ISO 8601; 2026-01-15T10:00:00Z unless told. */
  at?: string;
  /** Fields of the payload to add or replace at its top level. */
  payload?: PlainMapping;
}
