import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offerFileServer, wantedProducts } from './large-offer-file.ts';

it('an offer file of 24 MB is read with a heap that is smaller than the file', async () => {
  const server = await offerFileServer(24 * 1024 * 1024);
  const reader = fork(join(import.meta.dirname, 'read-offer-file.ts'), [server.endpoint], {
    execArgv: ['--max-old-space-size=20'],
  });
  const result = await Promise.race([once(reader, 'message'), once(reader, 'exit')]);
  reader.kill();
  await server.close();
  expect(result).toEqual([expect.objectContaining({ prices: wantedProducts }), undefined]);
});
