import type { Fault } from '@tollgate/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acmeInfra, openScene, type Scene } from '../test/scene.ts';
import { publishStickyComment } from './sticky-comment.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.github.close());

const commentsPath = '/repos/acme/infra/issues/*/comments';

function comment(body: string, identity = 'Tag policy') {
  return { repository: acmeInfra, pullRequest: scene.pullRequest.number, identity, body };
}

function bodies(): string[] {
  return scene.github.comments(scene.repository, scene.pullRequest.number).map(({ body }) => body);
}

function requests(method: string): number {
  return scene.github.requests.filter((request) => request.method === method).length;
}

describe('the comment of a gate', () => {
  it('is posted once and edited in place', async () => {
    const client = await scene.client();
    const first = await publishStickyComment(client, comment('blocked'));
    const second = await publishStickyComment(client, comment('passed'));
    expect(first).toMatchObject({ kind: 'published', url: expect.stringContaining('#issuecomment-') });
    expect(second).toEqual(first);
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\npassed']);
  });

  it('costs no write when it says the same', async () => {
    const client = await scene.client();
    await publishStickyComment(client, comment('blocked'));
    expect(await publishStickyComment(client, comment('blocked'))).toMatchObject({ kind: 'unchanged' });
    expect(requests('PATCH')).toBe(0);
  });

  it('is found behind many others', async () => {
    const client = await scene.client();
    for (let index = 0; index < 3; index++) await publishStickyComment(client, comment(`${index}`, `gate ${index}`));
    const person = await scene.client(undefined, 'user');
    for (let index = 0; index < 120; index++) {
      await person.rest.issues.createComment({
        owner: 'acme',
        repo: 'infra',
        issue_number: scene.pullRequest.number,
        body: 'chat',
      });
    }
    await publishStickyComment(client, comment('last', 'gate late'));
    await publishStickyComment(client, comment('again', 'gate late'));
    expect(bodies().filter((body) => body.includes('gate-late'))).toEqual(['<!-- tollgate:gate-late -->\nagain']);
  });

  it('stays apart from the comments of other gates', async () => {
    const client = await scene.client();
    await publishStickyComment(client, comment('a', 'Tag policy'));
    await publishStickyComment(client, comment('b', 'Tag policy staging'));
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\na', '<!-- tollgate:Tag-policy-staging -->\nb']);
  });

  it('is not another person’s comment that carries its marker', async () => {
    const mallory = await scene.client(undefined, 'user');
    const forged = '<!-- tollgate:Tag-policy -->\nTags: passed';
    await mallory.rest.issues.createComment({
      owner: 'acme',
      repo: 'infra',
      issue_number: scene.pullRequest.number,
      body: forged,
    });
    await publishStickyComment(await scene.client(), comment('blocked'));
    expect(bodies()).toEqual([forged, '<!-- tollgate:Tag-policy -->\nblocked']);
  });

  it('is found again with the token of a person', async () => {
    const client = await scene.client(undefined, 'user');
    await publishStickyComment(client, comment('blocked'));
    await publishStickyComment(client, comment('passed'));
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\npassed']);
  });

  it('is one again after two runs at once have posted two', async () => {
    const client = await scene.client();
    for (const body of ['one', 'two']) {
      const marked = `<!-- tollgate:Tag-policy -->\n${body}`;
      await client.rest.issues.createComment({
        owner: 'acme',
        repo: 'infra',
        issue_number: scene.pullRequest.number,
        body: marked,
      });
    }
    await publishStickyComment(client, comment('three'));
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\nthree']);
  });

  it('can be left out unless one is there', async () => {
    const client = await scene.client();
    expect(await publishStickyComment(client, { ...comment('passed'), onlyIfPresent: true })).toEqual({
      kind: 'not-needed',
    });
    await publishStickyComment(client, comment('blocked'));
    await publishStickyComment(client, { ...comment('passed'), onlyIfPresent: true });
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\npassed']);
  });

  it('is a value, not an error, with a token that may only read', async () => {
    const client = await scene.client({ 'pull-requests': 'read' });
    expect(await publishStickyComment(client, comment('blocked'))).toEqual({
      kind: 'read-only',
      accepted: expect.stringContaining('pull_requests=write'),
    });
    expect(bodies()).toEqual([]);
  });
});

describe('one comment is left, whatever happens on the way', () => {
  const faults: { name: string; fault: Fault }[] = [
    {
      name: '429 with retry-after on the write',
      fault: { method: 'POST', path: commentsPath, kind: 'secondary-rate-limit', status: 429, retryAfterSeconds: 3 },
    },
    {
      name: '403 of a secondary limit',
      fault: { method: 'POST', path: commentsPath, kind: 'secondary-rate-limit', status: 403, retryAfterSeconds: 3 },
    },
    {
      name: 'the primary limit, up in 60 s',
      fault: { method: 'POST', path: commentsPath, kind: 'primary-rate-limit', resetInSeconds: 60 },
    },
    {
      name: '502 with an HTML page',
      fault: { method: 'POST', path: commentsPath, kind: 'server-error', status: 502, body: 'html' },
    },
    {
      name: 'three times 500',
      fault: { method: 'POST', path: commentsPath, kind: 'server-error', status: 500, body: 'json', times: 3 },
    },
    { name: 'an answer lost before the write', fault: { method: 'POST', path: commentsPath, kind: 'lost-before' } },
    { name: 'an answer lost after the write', fault: { method: 'POST', path: commentsPath, kind: 'lost-after' } },
    {
      name: 'every answer to a write lost',
      fault: { method: 'POST', path: commentsPath, kind: 'lost-after', times: Number.POSITIVE_INFINITY },
    },
    { name: 'half an answer', fault: { method: 'POST', path: commentsPath, kind: 'truncated' } },
    { name: 'an answer that is no JSON', fault: { method: 'POST', path: commentsPath, kind: 'malformed-json' } },
    { name: 'no answer in time', fault: { method: 'POST', path: commentsPath, kind: 'timeout' } },
    {
      name: '503 on the list',
      fault: { method: 'GET', path: commentsPath, kind: 'server-error', status: 503, times: 2 },
    },
    { name: 'half a list', fault: { method: 'GET', path: commentsPath, kind: 'truncated' } },
  ];
  it.each(faults)('$name', async ({ fault }) => {
    const handle = scene.github.fault(fault);
    const client = await scene.client();
    expect(await publishStickyComment(client, comment('blocked'))).toMatchObject({ kind: 'published' });
    expect(handle.hits).toBeGreaterThan(0);
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\nblocked']);
  });

  it('also when the edit’s answer is lost', async () => {
    const client = await scene.client();
    await publishStickyComment(client, comment('blocked'));
    scene.github.fault({ method: 'PATCH', kind: 'lost-after' });
    await publishStickyComment(client, comment('passed'));
    expect(bodies()).toEqual(['<!-- tollgate:Tag-policy -->\npassed']);
  });
});

describe('waiting', () => {
  it('is as long as GitHub asks', async () => {
    scene.github.fault({ method: 'POST', path: commentsPath, kind: 'secondary-rate-limit', retryAfterSeconds: 7 });
    await publishStickyComment(await scene.client(), comment('blocked'));
    expect(scene.clock.slept).toEqual([7000]);
  });

  it('doubles after each fault of the server', async () => {
    scene.github.fault({ method: 'GET', path: commentsPath, kind: 'server-error', times: 3 });
    await publishStickyComment(await scene.client(), comment('blocked'));
    expect(scene.clock.slept).toEqual([1000, 2000, 4000]);
  });

  it('ends after five tries, with what happened', async () => {
    scene.github.fault({
      method: 'POST',
      path: commentsPath,
      kind: 'server-error',
      status: 502,
      times: Number.POSITIVE_INFINITY,
    });
    await expect(publishStickyComment(await scene.client(), comment('blocked'))).rejects.toMatchObject({ status: 502 });
    expect(requests('POST')).toBe(5);
  });

  it('is given up when the limit is up only much later', async () => {
    scene.github.fault({ method: 'POST', path: commentsPath, kind: 'secondary-rate-limit', retryAfterSeconds: 3600 });
    await expect(publishStickyComment(await scene.client(), comment('blocked'))).rejects.toThrow(
      /^GitHub's rate limit is used up until 2026-11-20T13:00:00\.000Z: POST .*\. Run the job again after that/,
    );
    expect(scene.clock.slept).toEqual([]);
  });
});
