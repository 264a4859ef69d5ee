import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acmeInfra, openScene, type Scene } from '../test/scene.ts';
import { createClient } from './client.ts';
import { proxyFetch } from './proxy-fetch.ts';
import { publishStickyComment } from './sticky-comment.ts';

let scene: Scene;
let proxy: Server;
let asked: { target: string; authorization: string | undefined }[];
let answer: 'connect' | 'refuse';

beforeEach(async () => {
  scene = await openScene();
  asked = [];
  answer = 'connect';
  proxy = createServer();
  proxy.on('connect', (request, socket, head) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (answer === 'refuse') {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const [host = '', port] = (request.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await scene.github.close();
});

const proxyUrl = (user = '') => {
  const address = proxy.address();
  const { port }: Pick<AddressInfo, 'port'> = typeof address === 'object' && address !== null ? address : { port: 0 };
  return new URL(`http://${user}127.0.0.1:${port}`);
};
const apiHost = () => new URL(scene.github.apiUrl).host;

function client(proxyFor: () => URL | undefined) {
  return createClient({
    token: scene.github.createToken({ repository: 'acme/infra', permissions: { 'pull-requests': 'write' } }),
    apiUrl: scene.github.apiUrl,
    log: { debug: () => {}, info: () => {}, warn: () => {} },
    clock: scene.clock,
    fetch: proxyFetch(proxyFor),
    retry: { attempts: 1 },
    timeoutMs: 2000,
  });
}

describe('a fetch through a proxy', () => {
  it('reads and writes through tunnels to the host of the API', async () => {
    const api = await client(() => proxyUrl());
    const comment = { repository: acmeInfra, pullRequest: scene.pullRequest.number, identity: 'a', body: 'größer' };
    expect(await publishStickyComment(api, comment)).toMatchObject({ kind: 'published' });
    expect(scene.github.comments('acme/infra', scene.pullRequest.number)).toMatchObject([
      { body: expect.stringContaining('größer') },
    ]);
    expect(new Set(asked.map(({ target }) => target))).toEqual(new Set([apiHost()]));
  });

  it('says who asks', async () => {
    const api = await client(() => proxyUrl('us%20er:p%40ss@'));
    await api.rest.repos.get({ owner: 'acme', repo: 'infra' });
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('us er:p@ss').toString('base64')}`);
  });

  it('goes straight where there is no proxy for the address', async () => {
    const api = await client(() => undefined);
    expect((await api.rest.repos.get({ owner: 'acme', repo: 'infra' })).data.full_name).toBe('acme/infra');
    expect(asked).toEqual([]);
  });

  it('fails with a reason when the proxy refuses', async () => {
    answer = 'refuse';
    const api = await client(() => proxyUrl());
    const refused = api.rest.repos.get({ owner: 'acme', repo: 'infra' });
    await expect(refused).rejects.toThrow(/the proxy 127\.0\.0\.1:\d+ wants a user and a password/);
  });

  it('gives the refusals of GitHub as they are', async () => {
    const api = await client(() => proxyUrl());
    await expect(api.rest.repos.get({ owner: 'acme', repo: 'nope' })).rejects.toMatchObject({ status: 404 });
  });
});
