import { RequestError } from '@octokit/request-error';
import { describe, expect, it } from 'vitest';
import { type Fault, faultOf, GarbledAnswer } from './fault.ts';

const now = new Date('2026-11-20T12:00:00Z');

function answer(status: number, headers: Record<string, string> = {}, message = 'no'): RequestError {
  const request = { method: 'POST' as const, url: 'https://api.github.com/x', headers: {} };
  return new RequestError(message, status, { request, response: { status, url: request.url, headers, data: {} } });
}

function noAnswer(cause: Error): RequestError {
  const request = { method: 'POST' as const, url: 'https://api.github.com/x', headers: {} };
  return new RequestError('no', 500, { request, cause: new TypeError('fetch failed', { cause }) });
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('what a failed request may have left behind', () => {
  const cases: { name: string; error: unknown; fault: Fault }[] = [
    { name: '404', error: answer(404), fault: { kind: 'final' } },
    { name: '422', error: answer(422), fault: { kind: 'final' } },
    { name: '403 for a missing permission', error: answer(403), fault: { kind: 'final' } },
    { name: '500', error: answer(500), fault: { kind: 'unsure' } },
    { name: '502', error: answer(502), fault: { kind: 'unsure' } },
    { name: '408', error: answer(408), fault: { kind: 'unsure' } },
    {
      name: '429 with retry-after',
      error: answer(429, { 'retry-after': '7' }),
      fault: { kind: 'rate-limited', waitMs: 7000 },
    },
    { name: '429 with nothing', error: answer(429), fault: { kind: 'rate-limited', waitMs: undefined } },
    {
      name: '403 of a secondary limit without a hint',
      error: answer(403, {}, 'You have exceeded a secondary rate limit.'),
      fault: { kind: 'rate-limited', waitMs: undefined },
    },
    {
      name: '403 of the primary limit',
      error: answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now.getTime() / 1000 + 90) }),
      fault: { kind: 'rate-limited', waitMs: 90_000 },
    },
    {
      name: 'a limit whose reset has passed',
      error: answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
      fault: { kind: 'rate-limited', waitMs: 0 },
    },
    { name: 'a refused connection', error: noAnswer(systemError('ECONNREFUSED')), fault: { kind: 'unreachable' } },
    { name: 'a name that is not found', error: noAnswer(systemError('ENOTFOUND')), fault: { kind: 'unreachable' } },
    { name: 'a connection that broke', error: noAnswer(systemError('ECONNRESET')), fault: { kind: 'unsure' } },
    { name: 'a socket that closed early', error: noAnswer(systemError('UND_ERR_SOCKET')), fault: { kind: 'unsure' } },
    { name: 'half an answer', error: new GarbledAnswer('cut off'), fault: { kind: 'unsure' } },
    { name: 'no answer in time', error: new DOMException('too late', 'TimeoutError'), fault: { kind: 'unsure' } },
    { name: 'a mistake of ours', error: new TypeError('x is undefined'), fault: { kind: 'final' } },
  ];
  it.each(cases)('$name', ({ error, fault }) => {
    expect(faultOf(error, now)).toEqual(fault);
  });
});
