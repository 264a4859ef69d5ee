import { createHash } from 'node:crypto';
import { TerraformError } from '../error.ts';
import type { SourceTree } from './source-tree.ts';

/** Two trees, of which each file is compared once. */
export interface ComparedTrees {
  readonly head: SourceTree;
  readonly base: SourceTree;
  /** Whether a path leads to files with the same content, or to no file in both. One that is too large to be read is never the same. */
  readonly isSame: (path: string) => boolean;
}

/** Compares two trees file by file. What git knows the hash of is not read. */
export function compareTrees(head: SourceTree, base: SourceTree): ComparedTrees {
  const known = new Map<string, boolean>();
  return {
    head,
    base,
    isSame(path) {
      const found = known.get(path) ?? isSameContent(head, base, path);
      known.set(path, found);
      return found;
    },
  };
}

function isSameContent(head: SourceTree, base: SourceTree, path: string): boolean {
  try {
    const known = head.hashOf?.(path) ?? base.hashOf?.(path);
    if (known !== undefined) return hashIn(head, path, known.length) === hashIn(base, path, known.length);
    const [now, then] = [head.readFile(path), base.readFile(path)];
    return now === undefined || then === undefined ? now === then : Buffer.compare(now, then) === 0;
  } catch (error) {
    if (error instanceof TerraformError) return false;
    throw error;
  }
}

/** The hash of a file as git makes it; `length` tells which of the two formats a repository has. */
function hashIn(tree: SourceTree, path: string, length: number): string | undefined {
  if (tree.hashOf !== undefined) return tree.hashOf(path);
  const bytes = tree.readFile(path);
  if (bytes === undefined) return undefined;
  return createHash(length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
