import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { findFiles } from './workspace-glob.ts';

/**
 * hashFiles is the expression function: the SHA-256 of the SHA-256 digests of the files that match, in hex; empty
 * when none does (actions/runner hashFiles.ts). Files outside of the workspace do not count.
 */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const own = patterns.filter((pattern) => pattern !== '--follow-symbolic-links');
  const files = findFiles(workspace, own, { hidden: true }).files.filter((file) => file.startsWith(workspace + sep));
  if (files.length === 0) return '';
  const all = createHash('sha256');
  for (const file of files) all.update(createHash('sha256').update(readFileSync(file)).digest());
  return all.digest('hex');
}
