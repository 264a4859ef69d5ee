import { createHash } from 'node:crypto';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Headers that GitHub puts on every answer of its API, whatever it is. */
const ALWAYS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-GitHub-Media-Type, X-GitHub-Request-Id',
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  server: 'github.com',
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  vary: 'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'deny',
  'x-xss-protection': '0',
};

/** withCommonHeaders adds what every answer carries. */
export function withCommonHeaders(reply: Reply, requestId: string): Reply {
  return { ...reply, headers: { ...ALWAYS, 'x-github-request-id': requestId, ...reply.headers } };
}

/** jsonReply gives an answer with a JSON body. */
export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

/** conditional gives 304 when the client has this very answer already, and otherwise the answer with its `ETag`. */
export function conditional(reply: Reply, ifNoneMatch: string | undefined): Reply {
  const etag = `W/"${createHash('sha256').update(reply.body).digest('hex')}"`;
  const headers: Record<string, string> = {
    ...reply.headers,
    etag,
    'cache-control': 'private, max-age=60, s-maxage=60',
  };
  if (ifNoneMatch?.split(/,\s*/).includes(etag) !== true) return { ...reply, headers };
  const { 'content-type': _, ...rest } = headers;
  return { status: 304, headers: rest, body: '' };
}

/** requestIdOf gives a request id of GitHub's form that counts up. */
export function requestIdOf(number: number): string {
  const hex = number.toString(16).toUpperCase();
  return `${hex.padStart(4, '0')}:1A2B:3C4D5E:6F7081:${hex.padStart(8, '0')}`;
}
