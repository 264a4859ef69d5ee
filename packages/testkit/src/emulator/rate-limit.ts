import type { Clock } from './clock.ts';
import { limit } from './limits.ts';
import type { TokenKind } from './tokens.ts';

/** How much of the hour's allowance of a token is used. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  readonly used: number;
  /** When the allowance is full again, in seconds since 1970. */
  readonly reset: number;
}

const HOUR = 3600;

/** The allowances of all tokens. Reading never counts, `spend` takes one request. */
export interface RateLimits {
  read(token: string, kind: TokenKind): RateLimit;
  spend(token: string, kind: TokenKind): RateLimit;
}

export function createRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, { used: number; reset: number }>();
  const windowOf = (token: string) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    const known = windows.get(token);
    if (known !== undefined && now < known.reset) return known;
    const fresh = { used: 0, reset: now + HOUR };
    windows.set(token, fresh);
    return fresh;
  };
  const read = (token: string, kind: TokenKind): RateLimit => {
    const most = limit(kind === 'actions' ? 'requestsOfWorkflowToken' : 'requestsOfUserOrApp');
    const { used, reset } = windowOf(token);
    return { limit: most, remaining: Math.max(0, most - used), used, reset };
  };
  return {
    read,
    spend: (token, kind) => {
      windowOf(token).used += 1;
      return read(token, kind);
    },
  };
}

/** The headers that GitHub puts on every answer. */
export function rateLimitHeaders(rate: RateLimit): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rate.limit),
    'x-ratelimit-remaining': String(rate.remaining),
    'x-ratelimit-reset': String(rate.reset),
    'x-ratelimit-resource': 'core',
    'x-ratelimit-used': String(rate.used),
  };
}
