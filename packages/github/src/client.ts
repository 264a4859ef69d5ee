import type { Octokit } from '@octokit/rest';
import { type Clock, systemClock } from './clock.ts';
import { GarbledAnswer } from './fault.ts';
import type { Log } from './log.ts';
import { pacer } from './pace.ts';
import { defaultRetryPolicy, type Retrying, type RetryPolicy, retrying } from './retry.ts';

export interface ClientOptions {
  readonly token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly log: Log;
  /** A `fetch` of the caller's, for a proxy; the runtime's own otherwise. */
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly retry?: Partial<RetryPolicy>;
  /** The longest that one request may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** A GitHub client whose reads repeat by themselves and whose writes repeat only when nothing can have been written. */
export interface GitHubClient {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  readonly retrying: Retrying;
}

const defaultTimeoutMs = 30_000;

/**
 * Makes a client. Reads are repeated after rate limits, 5xx, broken connections and broken answers; a write is repeated here
 * only after a rate limit or when no connection came to be, because a write that may have happened has to be looked up
 * first (`writeOnce`). Writes go one at a time and at GitHub's pace.
 */
export async function createClient(options: ClientOptions): Promise<GitHubClient> {
  // Loaded late: a run that judges and publishes nothing starts without it.
  const { Octokit } = await import('@octokit/rest');
  const clock = options.clock ?? systemClock;
  const retry: Retrying = { policy: { ...defaultRetryPolicy, ...options.retry }, clock, log: options.log };
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'tollgate',
    request: { ...(options.fetch && { fetch: options.fetch }) },
    log: { debug: () => {}, info: () => {}, warn: options.log.debug, error: options.log.debug },
  });
  const paced = pacer(clock);
  octokit.hook.wrap('request', (request, parameters) => {
    const read = parameters.method === 'GET' || parameters.method === 'HEAD';
    const send = async () => {
      // Set in place: a hook below this one is given the same object and not what is passed on.
      parameters.request = {
        ...parameters.request,
        signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
      };
      const response = await request(parameters);
      if (isJson(response.headers['content-type']) && typeof response.data === 'string') {
        throw new GarbledAnswer(`the answer to ${parameters.method} ${parameters.url} was broken on the way`);
      }
      return response;
    };
    return retrying(read ? send : () => paced(send), (fault) => read || fault.kind !== 'unsure', retry);
  });
  return { rest: octokit.rest, paginate: octokit.paginate, retrying: retry };
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\b/.test(contentType);
}
