import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offerFileServer, wantedProducts } from './large-offer-file.ts';

/**
 * Reading takes 13 MB of this heap, and 25 MB when it keeps the products that nobody asked for. The young part is small, because what
 * is let go of there counts until it is swept: with the usual one it is chance whether it fits.
 */
const smallHeap = ['--max-old-space-size=20', '--max-semi-space-size=1'];

it('an offer file of 24 MB is read with a heap that is smaller than the file', async () => {
  const server = await offerFileServer(24 * 1024 * 1024);
  const reader = fork(join(import.meta.dirname, 'read-offer-file.ts'), [server.endpoint], { execArgv: smallHeap });
  const result = await Promise.race([once(reader, 'message'), once(reader, 'exit')]);
  reader.kill();
  await server.close();
  expect(result).toEqual([expect.objectContaining({ prices: wantedProducts }), undefined]);
});
