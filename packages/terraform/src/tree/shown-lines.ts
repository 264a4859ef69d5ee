import { findCommit } from './find-commit.ts';
import { openRepository } from './open-repository.ts';

/** Lines of a file after a change that its diff shows in one hunk: from 1, the last one inclusive. */
export interface ShownLines {
  readonly first: number;
  readonly last: number;
}

/** Two commits of one repository. */
export interface DiffOptions {
  /** A folder of the repository. */
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  /** Patterns of files, as git knows them: `*.tf`. */
  readonly files: readonly string[];
}

/**
 * The lines that the diff of two commits shows, by file: what is new or changed, with three lines around it, as the page "Files
 * changed" of a pull request does. A file whose name git would have to quote is left out.
 * @throws TerraformError when there is no such repository or commit.
 */
export function shownLines({ repository, base, head, files }: DiffOptions): ReadonlyMap<string, readonly ShownLines[]> {
  const { git } = openRepository(repository);
  const output = git.run([
    ...['-c', 'core.quotePath=false', '-c', 'diff.noprefix=false', '-c', 'diff.mnemonicPrefix=false'],
    ...['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames', '--unified=3'],
    ...['--src-prefix=a/', '--dst-prefix=b/', findCommit(git, base), findCommit(git, head), '--', ...files],
  ]);
  return readDiff(output?.toString('utf8') ?? '');
}

/** Reads a unified diff. Lines of files are counted off, so that none of them is taken for a part of the diff. */
function readDiff(diff: string): ReadonlyMap<string, readonly ShownLines[]> {
  const shown = new Map<string, ShownLines[]>();
  let file: string | undefined;
  let [before, after] = [0, 0];
  for (const line of diff.split('\n')) {
    if (before > 0 || after > 0) {
      if (!line.startsWith('\\')) {
        if (!line.startsWith('+')) before -= 1;
        if (!line.startsWith('-')) after -= 1;
      }
      continue;
    }
    if (line.startsWith('diff --git ')) file = undefined;
    // Git ends a name with spaces in it by a tab.
    else if (line.startsWith('+++ ')) file = /^\+\+\+ b\/([^\t]*)\t?$/.exec(line)?.[1];
    const [, removed, start, added] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined) continue;
    [before, after] = [Number(removed ?? 1), Number(added ?? 1)];
    if (file === undefined || after === 0) continue;
    const lines = shown.get(file) ?? [];
    shown.set(file, lines);
    lines.push({ first: Number(start), last: Number(start) + after - 1 });
  }
  return shown;
}
