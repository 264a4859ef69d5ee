import { join } from 'node:path';
import { type GitHub, runAsStep, type StagedPullRequest, type StepRun, stagePullRequest } from '@tollgate/testkit';
import { permissions } from '../src/metadata.gen.ts';

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** How the action runs as a step of a workflow. */
export interface GateOptions {
  /** As in `with:`. */
  readonly with: Readonly<Record<string, string>>;
  /** `fetch-depth` of the checkout; GitHub's default is 1. */
  readonly depth?: number;
  /** A shell command between checkout and action. */
  readonly before?: string;
}

/** Puts a pull request on the emulator: files before the change, and what the change adds to them. */
export function openPullRequest(
  github: GitHub,
  base: Files,
  change: Files,
  more: { readonly forkOwner?: string } = {},
): Promise<StagedPullRequest> {
  return stagePullRequest(github, { base, head: { ...base, ...change }, ...more });
}

/** Runs the action after a checkout, with exactly the permissions of its README; a fork's token has fewer. */
export function runGate(stage: StagedPullRequest, options: GateOptions): Promise<StepRun> {
  return runAsStep(stage, {
    ...options,
    action: 'tag-policy',
    actionsFolder: join(import.meta.dirname, '../..'),
    permissions,
    after: 'cat report.sarif report.xml report.json 2>/dev/null || true',
  });
}
