import { getProxyUrl } from '@actions/http-client/lib/proxy';
import { createClient, type GitHubClient, proxyFetch } from '@tollgate/github';
import { ActionError } from './error.ts';
import { jobLog } from './job-log.ts';

/**
 * Connects to the API of GitHub as the environment of the runner says.
 * @throws ActionError for a setting of the environment that cannot be used.
 */
export async function connect(token: string, apiUrl: string): Promise<GitHubClient> {
  const delayMs = milliseconds('TOLLGATE_RETRY_DELAY_MS');
  const timeoutMs = milliseconds('TOLLGATE_REQUEST_TIMEOUT_MS');
  return createClient({
    token,
    apiUrl,
    log: jobLog,
    fetch: proxyFetch(proxyFor),
    ...(delayMs !== undefined && { retry: { delayMs } }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

/** The proxy that the runner's environment names for an address. The toolkit decodes name and password, which a URL has encoded. */
function proxyFor(url: URL): URL | undefined {
  const proxy = getProxyUrl(url);
  return proxy === undefined ? undefined : new URL(proxy.href);
}

function milliseconds(variable: string): number | undefined {
  const value = process.env[variable];
  if (value === undefined || value === '') return undefined;
  if (!/^\d+$/.test(value))
    throw new ActionError(`${variable} is "${value}", but must be a whole number of milliseconds.`);
  return Number(value);
}
