import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { authenticate, owns } from './access.ts';
import { ApiError } from './api-error.ts';
import { gitEnvironment } from './git/run-git.ts';
import { covers } from './permissions.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';
import type { Token } from './tokens.ts';

/** A request of git over HTTP. */
export interface GitRequest {
  readonly owner: string;
  readonly name: string;
  /** What follows the repository: `info/refs`, `git-upload-pack`, `git-receive-pack`. */
  readonly service: string;
}

/** parseGitPath gives what a request of git asks for, with or without `.git` after the name, or undefined. */
export function parseGitPath(pathname: string): GitRequest | undefined {
  const [, owner, name, service] =
    /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(pathname) ?? [];
  return owner === undefined || name === undefined || service === undefined ? undefined : { owner, name, service };
}

/** Why git gets no access, as text for the user. */
export interface GitRefusal {
  readonly status: 401 | 403 | 404;
  readonly message: string;
}

/** What git may do: work on a repository with a token, or nothing. */
export type GitAccess =
  | { readonly kind: 'granted'; readonly repo: Repository; readonly token: Token | undefined; readonly writes: boolean }
  | { readonly kind: 'refused'; readonly refusal: GitRefusal };

/** gitAccess decides what a request of git may do: reading needs contents: read, pushing contents: write. */
export function gitAccess(
  state: GitHubState,
  { owner, name, service }: GitRequest,
  query: URLSearchParams,
  authorization: string | undefined,
): GitAccess {
  const writes = service === 'git-receive-pack' || query.get('service') === 'git-receive-pack';
  const token = tokenOf(state, authorization);
  const repo = state.repositories.find(owner, name);
  if (token === 'wrong') return refused(401, 'Invalid username or token.');
  const anonymous = token === undefined;
  if (anonymous && (writes || repo === undefined || repo.private)) return refused(401, 'Authentication required.');
  if (repo === undefined || (repo.private && !mayRead(token, repo))) return refused(404, 'Repository not found.');
  if (writes && !mayWrite(token, repo)) {
    return refused(403, `Permission to ${repo.fullName}.git denied to ${token?.actor.login}.`);
  }
  return { kind: 'granted', repo, token, writes };
}

function tokenOf(state: GitHubState, authorization: string | undefined): Token | undefined | 'wrong' {
  if (authorization === undefined) return undefined;
  try {
    return authenticate(state, authorization);
  } catch (error) {
    if (error instanceof ApiError) return 'wrong';
    throw error;
  }
}

function mayRead(token: Token | undefined, repo: Repository): boolean {
  return token !== undefined && owns(token, repo) && covers(token.permissions, new Map([['contents', 'read']]));
}

function mayWrite(token: Token | undefined, repo: Repository): boolean {
  return token !== undefined && owns(token, repo) && covers(token.permissions, new Map([['contents', 'write']]));
}

function refused(status: GitRefusal['status'], message: string): GitAccess {
  return { kind: 'refused', refusal: { status, message } };
}

/** Where the answer of git goes. */
export interface GitOutput {
  head(status: number, headers: Readonly<Record<string, string>>): void;
  write(chunk: Buffer): void;
}

/** serveGit lets `git http-backend` work, and settles when it has. */
export function serveGit(
  request: IncomingMessage,
  { repo, token, service }: { repo: Repository; token: Token | undefined; service: string },
  output: GitOutput,
): Promise<void> {
  const query = new URL(request.url ?? '/', 'http://localhost').search.slice(1);
  const header = (name: string) => [request.headers[name] ?? ''].flat().join(',');
  const backend = spawn('git', ['http-backend'], {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: repo.dir,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${service}`,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      GIT_PROTOCOL: header('git-protocol'),
      REMOTE_USER: token?.actor.login ?? '',
    }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // The backend may answer and end before it has read the whole request.
  backend.stdin.on('error', () => {});
  request.pipe(backend.stdin);
  request.once('close', () => {
    // A client that has gone away never ends its request.
    if (!request.complete) backend.kill();
  });
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined = Buffer.alloc(0);
    backend.stdout.on('data', (chunk: Buffer) => {
      if (head === undefined) {
        output.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      sendHead(output, head.subarray(0, end).toString());
      output.write(head.subarray(end + 4));
      head = undefined;
    });
    backend.on('error', reject);
    backend.on('close', () => {
      if (head !== undefined) output.head(500, {});
      resolve();
    });
  });
}

/** Turns the header of a CGI answer (`Status: 200 OK` and others) into that of HTTP. */
function sendHead(output: GitOutput, head: string): void {
  const fields = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const { status = '200', ...headers } = Object.fromEntries(fields);
  output.head(Number.parseInt(status, 10), headers);
}
