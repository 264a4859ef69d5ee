import { TerraformError } from '../error.ts';
import { refuseLargeFile, sizeLimit } from './file-limits.ts';
import type { Git } from './git.ts';

/** A file or link of a commit. */
export interface GitBlob {
  readonly path: string;
  readonly hash: string;
}

/** How much is read ahead, in bytes; what is beyond is read when it is asked for. */
const maxAheadBytes = 256 * 1024 * 1024;

/**
 * Reads what blobs hold, by their hash, in one go. The sizes are asked for first, so that a file that is too large is never
 * taken into memory; such a one, and one that the clone does not have, is left out.
 */
export function readBlobs(git: Git, blobs: readonly GitBlob[]): ReadonlyMap<string, Uint8Array> {
  let budget = maxAheadBytes;
  const sizes = blobSizes(git, blobs);
  const wanted = new Set<string>();
  for (const { path, hash } of blobs) {
    const size = sizes.get(hash);
    if (size === undefined || size > sizeLimit(path) || size > budget || wanted.has(hash)) continue;
    budget -= size;
    wanted.add(hash);
  }
  return readBatch(git, [...wanted]);
}

/**
 * Reads what one blob holds.
 * @throws TerraformError when it is too large, or a partial clone does not have it.
 */
export function readBlob(git: Git, blob: GitBlob): Uint8Array {
  const size = blobSizes(git, [blob]).get(blob.hash);
  if (size !== undefined && size > sizeLimit(blob.path)) throw refuseLargeFile(blob.path, size);
  const bytes = size === undefined ? undefined : readBatch(git, [blob.hash]).get(blob.hash);
  if (bytes !== undefined) return bytes;
  throw new TerraformError(
    blob.path,
    `Cannot read ${blob.path} of the commit: this clone is partial and does not have the file. Fetch it with "git fetch --refetch --filter=blob:limit=10m", or clone without a filter.`,
  );
}

/** Sizes in bytes by hash; none for a blob that is not in the clone. */
function blobSizes(git: Git, blobs: readonly GitBlob[]): ReadonlyMap<string, number> {
  const input = `${blobs.map(({ hash }) => hash).join('\n')}\n`;
  const output = git.run(['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'], input);
  const sizes = new Map<string, number>();
  for (const line of output?.toString('latin1').split('\n') ?? []) {
    const [, hash, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
    if (hash !== undefined) sizes.set(hash, Number(size));
  }
  return sizes;
}

/** Reads objects of any kind by their hashes, in one go; one that the clone does not have is left out. */
export function readBatch(git: Git, hashes: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  if (hashes.length === 0) return contents;
  const output = git.run(['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  for (let at = 0; output !== undefined && at < output.length; ) {
    const lineEnd = output.indexOf(0x0a, at);
    if (lineEnd < 0) break;
    const [, hash, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(output.toString('latin1', at, lineEnd)) ?? [];
    at = lineEnd + 1;
    if (hash === undefined) continue;
    const end = at + Number(size);
    contents.set(hash, output.subarray(at, end));
    // A line end follows what the file holds.
    at = end + 1;
  }
  return contents;
}
