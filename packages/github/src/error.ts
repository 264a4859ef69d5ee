import { RequestError } from '@octokit/request-error';

/** GitHub could not be used as asked. The message says what happened, where, and what to do. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
}

/** Messages with which GitHub says that the token may not do this; the status is 403. */
const permissionMessages = [
  'Resource not accessible by integration',
  'Resource not accessible by personal access token',
  'Must have admin rights to Repository',
];

/** Whether the token lacks a permission for the request. */
export function isPermissionError(error: unknown): error is RequestError {
  return (
    error instanceof RequestError &&
    error.status === 403 &&
    permissionMessages.some((message) => error.message.startsWith(message))
  );
}

/** The permissions that GitHub would accept, such as `pull_requests=write`; undefined where it does not say. */
export function acceptedPermissions(error: RequestError): string | undefined {
  const header = error.response?.headers['x-accepted-github-permissions'];
  return typeof header === 'string' && header !== '' ? header : undefined;
}

/** One sentence on why a request failed, without stack or address of a query. */
export function describeFailure(error: unknown): string {
  if (error instanceof RequestError) {
    const where = `${error.request.method} ${new URL(error.request.url).pathname}`;
    const [message = ''] = error.message.split(' - https://');
    const said = message.startsWith('<') ? 'an HTML page' : `"${message.slice(0, 300)}"`;
    return error.response === undefined
      ? `${where} got no answer (${message.slice(0, 300)})`
      : `${where} was answered with status ${error.status} and ${said}`;
  }
  return error instanceof Error ? error.message : String(error);
}
