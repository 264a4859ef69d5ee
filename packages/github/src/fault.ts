import { RequestError } from '@octokit/request-error';

/** Why a request failed, as far as it decides whether it may be repeated. */
export type Fault =
  /** GitHub refused for its rate limit: nothing was done, and it may be asked again after the wait. */
  | { readonly kind: 'rate-limited'; readonly waitMs: number | undefined }
  /** No connection came to be: nothing was done. */
  | { readonly kind: 'unreachable' }
  /** The request may or may not have been carried out: 5xx, a broken connection, no or half an answer. */
  | { readonly kind: 'unsure' }
  /** GitHub understood and refused. */
  | { readonly kind: 'final' };

/** An answer whose JSON was cut off or broken on the way; what was asked for may have happened. */
export class GarbledAnswer extends Error {
  override readonly name = 'GarbledAnswer';
}

/** Error codes of Node before a connection is there. */
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sorts an error of a request. Rate limits come as 403 or 429 with `x-ratelimit-remaining: 0` or `retry-after`, see
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function faultOf(error: unknown, now: Date): Fault {
  if (error instanceof GarbledAnswer) return { kind: 'unsure' };
  if (!(error instanceof RequestError)) return { kind: isAbort(error) ? 'unsure' : 'final' };
  if (error.response === undefined) return { kind: connectionCodes.has(codeOf(error)) ? 'unreachable' : 'unsure' };
  if (error.status >= 500 || error.status === 408) return { kind: 'unsure' };
  if (error.status !== 403 && error.status !== 429) return { kind: 'final' };

  const headers = error.response.headers;
  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(retryAfter)) return { kind: 'rate-limited', waitMs: Math.max(0, retryAfter) * 1000 };
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
    return { kind: 'rate-limited', waitMs: Number.isFinite(reset) ? Math.max(0, reset - now.getTime()) : undefined };
  }
  const limited = error.status === 429 || /secondary rate limit|abuse detection/i.test(error.message);
  return limited ? { kind: 'rate-limited', waitMs: undefined } : { kind: 'final' };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

/** The system's code of the innermost cause, such as ECONNREFUSED. */
function codeOf(error: Error): string {
  let cause: unknown = error;
  let code = '';
  while (cause instanceof Error) {
    if ('code' in cause && typeof cause.code === 'string') code = cause.code;
    cause = cause.cause ?? (cause instanceof AggregateError ? cause.errors[0] : undefined);
  }
  return code;
}
