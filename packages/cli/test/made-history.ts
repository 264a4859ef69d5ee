import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A commit to make. */
export interface MadeCommit {
  readonly message: string;
  /** Files that the commit writes; null takes one away. */
  readonly files: Readonly<Record<string, string | null>>;
  /** The message of another commit that is merged with this one, as a branch is. */
  readonly merged?: string;
}

/** gitIn runs git in a folder, without the configuration of the machine, and gives what it prints. Throws when git fails. */
export function gitIn(folder: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}

/** The committer of a made history, an hour apart from commit to commit. */
const start = Date.UTC(2026, 0, 1) / 1000;

/** madeHistory makes a repository with a branch `main` of these commits, the oldest first, and checks it out. */
export function madeHistory(folder: string, commits: readonly MadeCommit[]): void {
  mkdirSync(folder, { recursive: true });
  gitIn(folder, ['init', '--quiet', '--initial-branch=main']);
  gitIn(folder, ['fast-import', '--quiet'], commits.map(streamOf).join(''));
  gitIn(folder, ['reset', '--quiet', '--hard', 'main']);
}

function streamOf({ message, files, merged }: MadeCommit, index: number): string {
  const time = `Test <test@example.com> ${start + index * 3600} +0000`;
  const commit = (branch: string, mark: number, text: string, from: number | null) =>
    `commit refs/heads/${branch}\nmark :${mark}\ncommitter ${time}\ndata ${Buffer.byteLength(text)}\n${text}\n${from === null ? '' : `from :${from}\n`}`;
  const before = index === 0 ? null : index;
  const side = 1000 + index;
  const written = Object.entries(files).map(([path, content]) =>
    content === null ? `D ${path}\n` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`,
  );
  return [
    ...(merged === undefined ? [] : [commit(`side-${index}`, side, merged, before), ...written, '\n']),
    commit('main', index + 1, message, before),
    ...(merged === undefined ? [] : [`merge :${side}\n`]),
    ...written,
    '\n',
  ].join('');
}
