import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { TerraformError } from '../error.ts';

/** What git prints at most, in bytes. A list of a million files has some 100 MB; a tree built to grow has no end. */
const maxOutputBytes = 300 * 1024 * 1024;

/** Runs git on one repository: only commands that read objects. */
export interface Git {
  /** What the command prints; undefined when it exits with another code than 0. */
  run(args: readonly string[], input?: string): Buffer | undefined;
}

/**
 * Runs the git of this machine on a repository, without anything of its user: no configuration beside the repository's own,
 * no questions, no hooks, no fetching of what a partial clone lacks, no locks.
 */
export function openGit(gitDirectory: string): Git {
  return {
    run(args, input = '') {
      const { status, stdout, error } = spawnSync('git', ['-c', `core.hooksPath=${devNull}`, '--no-pager', ...args], {
        input,
        env: environment(gitDirectory),
        maxBuffer: maxOutputBytes,
        windowsHide: true,
      });
      if (error !== undefined) throw failure(gitDirectory, error);
      return status === 0 ? stdout : undefined;
    },
  };
}

/** With GIT_DIR given git neither looks for a repository, nor asks whom the folder belongs to. */
function environment(gitDirectory: string): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT } = process.env;
  return {
    ...(PATH !== undefined && { PATH }),
    ...(SYSTEMROOT !== undefined && { SYSTEMROOT }),
    LC_ALL: 'C',
    GIT_DIR: gitDirectory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    // Older versions of git do not know the line above, and fetch with a protocol that is allowed.
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

function failure(gitDirectory: string, error: Error): TerraformError {
  const code = 'code' in error ? String(error.code) : error.message;
  if (code === 'ENOENT') {
    return new TerraformError(
      gitDirectory,
      'Cannot read a commit: there is no git on this machine. Install git, or check the commit out and give its folder.',
    );
  }
  if (code === 'ENOBUFS') {
    return new TerraformError(
      gitDirectory,
      'Cannot read the commit: git printed more than 300 MiB about it. Check it out, and give the folder.',
    );
  }
  return new TerraformError(
    gitDirectory,
    `Cannot read a commit: git could not be run (${code}). Look at its installation.`,
  );
}
