import { type GitHub, type PullRequestHandle, type RepositoryHandle, startGitHub } from '@tollgate/testkit';
import { createClient, type GitHubClient } from '../src/index.ts';
import { fakeClock } from './fake-clock.ts';

/** A pull request on the emulator, and clients whose waits take no time. */
export interface Scene {
  readonly github: GitHub;
  readonly repository: RepositoryHandle;
  readonly pullRequest: PullRequestHandle;
  readonly clock: ReturnType<typeof fakeClock>;
  /** What the client told while it worked. */
  readonly told: string[];
  client(
    permissions?: Readonly<Record<string, 'read' | 'write'>>,
    kind?: 'actions' | 'user' | 'app',
  ): Promise<GitHubClient>;
}

/** Starts an emulator with one open pull request. Close it with `scene.github.close()`. */
export async function openScene(): Promise<Scene> {
  const github = await startGitHub();
  const repository = await github.createRepository({
    owner: 'acme',
    name: 'infra',
    files: { 'main.tf': 'locals {}\n' },
  });
  await github.commit(repository, { branch: 'feature', files: { 'main.tf': 'locals { a = 1 }\n' } });
  const pullRequest = await github.createPullRequest(repository, { head: 'feature', title: 'Add a local' });
  const clock = fakeClock();
  const told: string[] = [];
  return {
    github,
    repository,
    pullRequest,
    clock,
    told,
    client: (permissions = { 'pull-requests': 'write', checks: 'write', statuses: 'write' }, kind = 'actions') =>
      createClient({
        token: github.createToken({ repository: repository.fullName, permissions, kind }),
        apiUrl: github.apiUrl,
        log: { debug: () => {}, info: (message) => told.push(message), warn: (message) => told.push(message) },
        clock,
        timeoutMs: 300,
      }),
  };
}

/** The repository of the scene as our functions want it. */
export const acmeInfra = { owner: 'acme', name: 'infra' };
