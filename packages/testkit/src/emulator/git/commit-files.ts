import type { Signature } from './commits.ts';
import { readTree } from './objects.ts';
import { git } from './run-git.ts';

/** Files of a commit: text or bytes, or null for a file to remove. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** A commit that changes files of a branch. */
export interface FileCommit {
  readonly branch: string;
  /** The commit to build on; none for the first commit of a repository. */
  readonly parent: string | undefined;
  readonly files: Files;
  readonly message: string;
  readonly author: Signature;
  readonly committer?: Signature;
}

/** commitFiles stores a commit, points its branch at it, and gives its SHA. One run of `git fast-import` does both. */
export async function commitFiles(dir: string, commit: FileCommit): Promise<string> {
  const modes = await modesOf(dir, commit.parent);
  const { author, committer = author } = commit;
  const parts: (string | Buffer)[] = [
    `commit refs/heads/${commit.branch}\nmark :1\n`,
    `author ${signed(author)}\ncommitter ${signed(committer)}\n`,
    ...data(commit.message),
    ...(commit.parent === undefined ? [] : [`from ${commit.parent}\n`]),
  ];
  for (const [path, content] of Object.entries(commit.files)) {
    if (content === null) parts.push(`D ${quoted(path)}\n`);
    else parts.push(`M ${modes.get(path) ?? '100644'} inline ${quoted(path)}\n`, ...data(content));
  }
  parts.push('\nget-mark :1\ndone\n');
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return git(dir, ['fast-import', '--quiet', '--done', '--force'], { input });
}

/** What is executable or a link stays so when its content changes. */
async function modesOf(dir: string, parent: string | undefined): Promise<Map<string, string>> {
  const entries = parent === undefined ? [] : ((await readTree(dir, parent, true)) ?? []);
  return new Map(entries.filter(({ type }) => type === 'blob').map(({ path, mode }) => [path, mode]));
}

function signed({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0000`;
}

function data(content: string | Buffer): (string | Buffer)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

/** A path as fast-import reads it, whatever is in it. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
