import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAddresses } from './addresses.ts';
import { createClock } from './clock.ts';
import type { Fault, FaultHandle } from './faults.ts';
import { createIds } from './ids.ts';
import { createRateLimits } from './rate-limit.ts';
import type { LoggedRequest } from './request-log.ts';
import { createSeeds } from './seeds.ts';
import { listen, serve } from './server.ts';
import { createSnapshots } from './snapshots.ts';
import { Accounts } from './state/account.ts';
import { DEFAULT_SETTINGS, type GitHubState, type Settings } from './state/github-state.ts';
import { Repositories } from './state/repository.ts';
import { Tokens } from './tokens.ts';

/** How an emulator starts. */
export interface GitHubOptions extends Partial<Settings> {
  /** Times of everything that is written. Default: a fixed start that advances one second a write. */
  readonly now?: () => Date;
}

/** A running GitHub on loopback. */
export interface GitHub extends ReturnType<typeof createSeeds>, ReturnType<typeof createSnapshots> {
  /** `GITHUB_SERVER_URL`. */
  readonly url: string;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  /** `GITHUB_GRAPHQL_URL`; it answers that it does not answer. */
  readonly graphqlUrl: string;
  /** Every request in the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** Requests that the emulator has no operation for, as `GET /path`: the fault of the test or of the code under test. */
  readonly unimplemented: readonly string[];
  /** Members and parameters that GitHub does not know, as `POST /path: name`. GitHub would ignore most of them. */
  readonly unknownFields: readonly string[];
  /** Makes requests fail. */
  fault(fault: Fault): FaultHandle;
  /**
   * Stops the server and removes its folder.
   *
   * @throws Error when an answer did not fit GitHub's description, which is a fault of the emulator
   */
  close(): Promise<void>;
}

/**
 * startGitHub starts a GitHub on a free port of the loopback interface.
 *
 * @example
 * const github = await startGitHub();
 * const repo = await github.createRepository({ owner: 'acme', name: 'infra', files: { 'main.tf': '' } });
 * await github.commit(repo, { branch: 'feature', files: { 'main.tf': 'locals {}\n' } });
 * const pr = await github.createPullRequest(repo, { head: 'feature', title: 'Add locals' });
 * const token = github.createToken({ repository: repo.fullName, permissions: { 'pull-requests': 'write' } });
 * // run the action with GITHUB_API_URL=github.apiUrl and the token, then look at github.comments(repo, pr.number)
 * await github.close();
 */
export async function startGitHub({ now, ...settings }: GitHubOptions = {}): Promise<GitHub> {
  const folder = await mkdtemp(join(tmpdir(), 'tollgate-github-'));
  const { server, url } = await listen();
  const clock = createClock(now);
  const ids = createIds();
  const accounts = new Accounts(ids);
  const state: GitHubState = {
    addresses: createAddresses(url),
    clock,
    ids,
    accounts,
    tokens: new Tokens(ids, accounts),
    rateLimits: createRateLimits(clock),
    repositories: new Repositories(),
    teams: [],
    settings: { ...DEFAULT_SETTINGS, ...settings },
    folder,
  };
  const running = serve(server, state);
  return {
    ...createSeeds(state),
    ...createSnapshots(state),
    url,
    apiUrl: state.addresses.api,
    graphqlUrl: state.addresses.graphql,
    requests: running.requests,
    unimplemented: running.mistakes.unimplemented,
    unknownFields: running.mistakes.unknownFields,
    fault: (fault) => running.faults.add(fault),
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
      if (running.mistakes.wrongAnswers.length > 0) {
        throw new Error(`The emulator answered what GitHub does not:\n${running.mistakes.wrongAnswers.join('\n')}`);
      }
    },
  };
}
