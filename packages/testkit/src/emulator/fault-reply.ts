import type { FaultKind } from './faults.ts';
import { type RateLimit, rateLimitHeaders } from './rate-limit.ts';
import type { Reply } from './reply.ts';

const RATE_LIMIT_PAGE = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api';
const SECONDARY_PAGE =
  'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
const DEFAULT_WAIT_SECONDS = 60;

/**
 * faultReply gives the answer that a fault puts in the place of the real one, or undefined for a fault that lets the
 * request through or cuts the connection.
 *
 * @param rate what the token has left
 * @param now seconds since 1970
 */
export function faultReply(fault: FaultKind, rate: RateLimit, now: number, requestId: string): Reply | undefined {
  switch (fault.kind) {
    case 'primary-rate-limit': {
      const reset = now + (fault.resetInSeconds ?? DEFAULT_WAIT_SECONDS);
      return limitReply(fault.status ?? 403, rateLimitHeaders({ ...rate, remaining: 0, used: rate.limit, reset }), {
        message: `API rate limit exceeded for installation. If you reach out to GitHub Support for help, please include the request ID ${requestId}.`,
        documentation_url: RATE_LIMIT_PAGE,
      });
    }
    case 'secondary-rate-limit': {
      const wait = String(fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS);
      return limitReply(
        fault.status ?? 403,
        { ...rateLimitHeaders(rate), 'retry-after': wait },
        {
          message: `You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID ${requestId}.`,
          documentation_url: SECONDARY_PAGE,
        },
      );
    }
    case 'server-error':
      return serverError(fault.status ?? 502, fault.body ?? 'html');
    case 'timeout':
    case 'lost-before':
    case 'lost-after':
    case 'slow':
    case 'truncated':
    case 'malformed-json':
      return undefined;
  }
}

function limitReply(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: { readonly message: string; readonly documentation_url: string },
): Reply {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...body, status: String(status) }),
  };
}

function serverError(status: number, form: 'html' | 'json'): Reply {
  if (form === 'json') {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return { status, headers, body: JSON.stringify({ message: 'Server Error' }) };
  }
  const page = [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8"><title>Unicorn! &middot; GitHub</title></head>',
    '<body><p><strong>We had issues producing the response to your request.</strong></p></body></html>',
  ];
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page.join('\n') };
}
