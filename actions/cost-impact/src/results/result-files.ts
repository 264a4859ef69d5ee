import { ActionError } from '@tollgate/action-kit';
import { compilePathPatterns } from '@tollgate/policy-engine';
import { folderTree, type SourceTree, treePath } from '@tollgate/terraform';

/** A result of a job, as it was written. */
export interface ResultFile {
  /** From the workspace. */
  readonly file: string;
  readonly text: string;
}

/** GitHub's own limit of a matrix is 256 jobs. */
const mostFiles = 1_000;

/** The changes of some 50,000 resources; what is read takes several times as much memory. */
const mostBytes = 128 * 1024 * 1024;

/** More folders than artifacts have. */
const mostFolders = 100_000;

/**
 * Reads the files that the input `results` names, in the order of their paths: names, and patterns with `*` and `**`, where `!` in front
 * takes out. Nothing outside of the workspace is read, and patterns do not go through links: the files can come from a stranger.
 * @throws ActionError when there is none, when a name leads nowhere, and when there is too much.
 */
export function readResultFiles(
  patterns: readonly string[],
  workingFolder: string,
): readonly [ResultFile, ...ResultFile[]] {
  const tree = folderTree(workingFolder);
  const [first, ...others] = [...new Set([...named(patterns), ...matching(patterns, tree)])].sort();
  if (first === undefined) {
    throw new ActionError(
      `No file matches the input "results": ${patterns.join(', ')}. Download the results of the other jobs into the workspace before, such as with actions/download-artifact.`,
    );
  }
  const count = others.length + 1;
  if (count > mostFiles) {
    throw new ActionError(
      `The input "results" matches ${count.toLocaleString('en-US')} files, and at most ${mostFiles.toLocaleString('en-US')} can be merged. Let each job price more root modules.`,
    );
  }
  let left = mostBytes;
  const read = (file: string): ResultFile => {
    const bytes = tree.readFile(file);
    if (bytes === undefined) {
      throw new ActionError(
        `The input "results" names ${file}, and there is no such file in the workspace. Have it written or downloaded before.`,
      );
    }
    left -= bytes.length;
    if (left < 0) {
      throw new ActionError(
        `The results have more than ${mostBytes / 1024 / 1024} MiB in all. Merge fewer of them at once, each group under a name of its own.`,
      );
    }
    return { file, text: Buffer.from(bytes).toString('utf8') };
  };
  return [read(first), ...others.map(read)];
}

function named(patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => !isPattern(pattern)).map(inWorkspace);
}

function matching(patterns: readonly string[], tree: SourceTree): readonly string[] {
  const all = patterns.filter(isPattern).map(withPlainPath);
  const matches = compilePathPatterns(all);
  const folders = new Set(all.filter((pattern) => !pattern.startsWith('!')).map(folderBefore));
  return [...folders].flatMap((folder) => filesBelow(folder, tree)).filter(matches);
}

function isPattern(text: string): boolean {
  return /[*?]|^!/.test(text);
}

/** A pattern as it is written in one way only: `results/*.json` for `./results//*.json`. */
function withPlainPath(pattern: string): string {
  return pattern.startsWith('!') ? `!${inWorkspace(pattern.slice(1))}` : inWorkspace(pattern);
}

function inWorkspace(path: string): string {
  const plain = treePath(path);
  if (plain !== undefined) return plain;
  throw new ActionError(
    `The input "results" has ${path}, which is outside of the workspace. Have the results written or downloaded into the workspace.`,
  );
}

/** The folder that all files of a pattern are in. */
function folderBefore(pattern: string): string {
  const names = pattern.split('/');
  const first = names.findIndex((name) => isPattern(name));
  return names.slice(0, first).join('/');
}

function filesBelow(folder: string, tree: SourceTree): readonly string[] {
  const found: string[] = [];
  const ahead = [folder];
  let count = 0;
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (++count > mostFolders) {
      throw new ActionError(
        `There are more than ${mostFolders.toLocaleString('en-US')} folders in ${folder === '' ? 'the workspace' : folder}, where the input "results" looks for files. Name the folder with the results.`,
      );
    }
    for (const { name, kind, isLink = false } of tree.listFolder(path) ?? []) {
      if (isLink) continue;
      (kind === 'file' ? found : ahead).push(path === '' ? name : `${path}/${name}`);
    }
  }
  return found;
}
