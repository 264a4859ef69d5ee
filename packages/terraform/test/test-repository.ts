import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A repository that a test has made. */
export interface TestRepository {
  /** Runs git in it and gives what it prints. */
  git(...args: string[]): string;
  /** Commits all files as they are. */
  commit(message: string): void;
}

/** testRepository makes a repository in a folder, independent of the machine's git configuration. */
export function testRepository(folder: string): TestRepository {
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]) => gitIn(folder, ...args);
  git('init', '--quiet', '--initial-branch=main');
  return {
    git,
    commit(message) {
      git('add', '--all', '--force');
      git('commit', '--quiet', '--allow-empty', '--message', message);
    },
  };
}

/** gitIn runs git in a folder. Throws when git fails. */
export function gitIn(folder: string, ...args: string[]): string {
  const identity = { NAME: 'Test', EMAIL: 'test@example.com', DATE: '2026-01-01T00:00:00Z' };
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...Object.fromEntries(
        Object.entries(identity).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}
