import type { Addresses } from '../addresses.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { RateLimits } from '../rate-limit.ts';
import type { Tokens } from '../tokens.ts';
import type { Accounts } from './account.ts';
import type { Repositories } from './repository.ts';
import type { Team } from './team.ts';

/** How strict the emulator is where GitHub itself has two ways. */
export interface Settings {
  /**
   * What a change to the conversation of a pull request needs. `strict`: pull-requests: write, as one public report
   * has it; `lenient`: issues: write will do too, as GitHub's header says. Default strict.
   */
  readonly pullRequestComments: 'strict' | 'lenient';
  /**
   * Whether a token may read its own public repository without the permission, as on GitHub. Default false: an action
   * must name all that it reads, for it runs in private repositories too.
   */
  readonly publicReads: boolean;
  /** The repository setting that lets GITHUB_TOKEN create and approve pull requests. Default false, as on GitHub. */
  readonly actionsMayApprove: boolean;
  /** How often the status of an uploaded SARIF file is `pending` before it is `complete`. Default 0. */
  readonly sarifPendingReads: number;
}

export const DEFAULT_SETTINGS: Settings = {
  pullRequestComments: 'strict',
  publicReads: false,
  actionsMayApprove: false,
  sarifPendingReads: 0,
};

/** Everything that one emulator knows. */
export interface GitHubState {
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly rateLimits: RateLimits;
  readonly repositories: Repositories;
  readonly teams: Team[];
  readonly settings: Settings;
  /** Folder of the git repositories. */
  readonly folder: string;
}
