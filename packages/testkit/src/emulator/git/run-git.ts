import { devNull } from 'node:os';
import { runInWorker } from './git-process.ts';

/** What a run of git gave. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Extra input of a run of git. */
export interface GitOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** git itself refused: the arguments and what it said. */
export class GitError extends Error {
  readonly exitCode: number;

  constructor(args: readonly string[], exitCode: number, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode}: ${stderr.trim()}`);
    this.exitCode = exitCode;
  }
}

/** The environment of every git process: nothing of the user's or the machine's configuration reaches it. */
export function gitEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'GitHub',
    GIT_AUTHOR_EMAIL: 'noreply@github.com',
    GIT_COMMITTER_NAME: 'GitHub',
    GIT_COMMITTER_EMAIL: 'noreply@github.com',
    ...more,
  };
}

/** tryGit runs git in a bare repository and gives its exit code; only a git that cannot be started throws. */
export async function tryGit(dir: string, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const result = await runInWorker({
    args: ['--git-dir', dir, ...args],
    env: gitEnvironment(options.env),
    input: options.input ?? '',
  });
  if (result.kind === 'not-started') {
    throw new Error(`git could not be run: ${result.message}. Is git 2.38 or newer installed?`);
  }
  return {
    exitCode: result.exitCode,
    stdout: Buffer.from(result.stdout),
    stderr: Buffer.from(result.stderr).toString(),
  };
}

/**
 * git runs git in a bare repository and gives what it wrote, without the last line end.
 *
 * @throws GitError when git ends with another code than 0.
 */
export async function git(dir: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const bytes = await gitBytes(dir, args, options);
  return bytes.toString().replace(/\n$/, '');
}

/** gitBytes is git for output that is not text. */
export async function gitBytes(dir: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await tryGit(dir, args, options);
  if (exitCode !== 0) throw new GitError(args, exitCode, stderr);
  return stdout;
}
