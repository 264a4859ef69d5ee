import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** withRunFolder gives a folder to a run and deletes it afterwards, whatever happens. */
export async function withRunFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tollgate-runner-')));
  try {
    return await use(folder);
  } finally {
    // A process that was stopped a moment ago may still create files.
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
