import { type ApiError, forbidden, notFound, unauthorized } from './api-error.ts';
import type { Media } from './context.ts';
import type { Operation } from './description.ts';
import { type Alternative, covers, type Requirement, requirementOf } from './permissions.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';
import type { Token } from './tokens.ts';

/**
 * authenticate gives the token of an `Authorization` header: `Bearer`, `token`, or the password of `Basic`.
 *
 * @throws ApiError 401 without a header, or with a token that was never given out
 */
export function authenticate(state: GitHubState, authorization: string | undefined): Token {
  if (authorization === undefined) throw unauthorized('Requires authentication');
  const [scheme = '', credentials = ''] = authorization.trim().split(/\s+/);
  const value = /^basic$/i.test(scheme) ? passwordOf(credentials) : credentials;
  const token = /^(basic|bearer|token)$/i.test(scheme) ? state.tokens.find(value) : undefined;
  if (token === undefined) throw unauthorized('Bad credentials');
  return token;
}

function passwordOf(credentials: string): string {
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString().split(':');
  // git sends the token as user or as password.
  return password.join(':') || user;
}

/** visibleRepository gives the repository of that name; what a token may not even know is a 404. */
export function visibleRepository(state: GitHubState, token: Token, owner: string, name: string): Repository {
  const repo = state.repositories.find(owner, name);
  if (repo === undefined || (repo.private && !owns(token, repo))) throw notFound();
  return repo;
}

/** Whether the token is for this repository. */
export function owns(token: Token, repo: Repository): boolean {
  return token.repositories.has(repo.fullName.toLowerCase());
}

/** What a request is about, as far as permissions depend on it. */
export interface Subject {
  readonly repo: Repository | undefined;
  /** Whether the number in the path is that of an issue or of a pull request. */
  readonly conversation: 'issue' | 'pull' | undefined;
  readonly media: Media;
}

/** acceptedHeader gives `x-accepted-github-permissions`, or undefined for an operation that needs none. */
export function acceptedHeader(operation: Operation): string | undefined {
  const requirement = requirementOf(operation);
  return requirement.kind === 'permissions' ? requirement.accepted : undefined;
}

/** authorize lets a request pass, or throws GitHub's 403. */
export function authorize(state: GitHubState, token: Token, operation: Operation, subject: Subject): void {
  const requirement = requirementOf(operation);
  if (!allowed(state, token, operation, requirement, subject)) throw notAccessible(token);
}

/** GitHub's 403 for a token that lacks a permission. */
export function notAccessible(token: Token): ApiError {
  return forbidden(`Resource not accessible by ${token.kind === 'user' ? 'personal access token' : 'integration'}`);
}

function allowed(
  { settings }: GitHubState,
  token: Token,
  operation: Operation,
  requirement: Requirement,
  subject: Subject,
): boolean {
  if (requirement.kind === 'any-token') return true;
  if (requirement.kind === 'user-token') return token.kind === 'user';
  const { repo } = subject;
  const reading = operation.method === 'GET';
  if (repo !== undefined && !repo.private && reading && (settings.publicReads || !owns(token, repo))) {
    return requirement.alternatives.some(isPublic);
  }
  if (repo !== undefined && !owns(token, repo)) return false;
  return requirement.alternatives
    .filter((alternative) => counts(alternative, operation, subject, settings.pullRequestComments))
    .some((alternative) => covers(token.permissions, alternative));
}

/** What everybody may read of a public repository. */
const PUBLIC = new Set([
  'metadata',
  'contents',
  'issues',
  'pull_requests',
  'checks',
  'statuses',
  'deployments',
  'actions',
]);

function isPublic(alternative: Alternative): boolean {
  return [...alternative.keys()].every((name) => PUBLIC.has(name));
}

/** Some operations list two permissions of which only one counts for the object at hand. */
function counts(
  alternative: Alternative,
  operation: Operation,
  { conversation, media }: Subject,
  mode: 'strict' | 'lenient',
): boolean {
  if (operation.id === 'pulls/get') {
    // Reported in practice: JSON is opened by pull_requests, the diff and patch by contents.
    return alternative.has(media === 'diff' || media === 'patch' ? 'contents' : 'pull_requests');
  }
  if (conversation === 'issue') return alternative.has('issues');
  if (conversation === 'pull' && operation.method !== 'GET' && mode === 'strict')
    return alternative.has('pull_requests');
  return true;
}

/** requireWorkflows throws 403 for a token that may not touch workflow files; that of a workflow never may. */
export function requireWorkflows(token: Token): void {
  if (!covers(token.permissions, new Map([['workflows', 'write']]))) throw notAccessible(token);
}
