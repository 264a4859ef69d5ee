import {
  checkRunLimits,
  commentLimit,
  describeFailure,
  type EventContext,
  type GitHubClient,
  type Log,
  markerLength,
  type Publication,
  publishCheckRun,
  publishStickyComment,
} from '@tollgate/github';
import type { DecisionOutcome } from '@tollgate/policy-engine';
import type { Report } from '@tollgate/reporting';
import { annotationsOf } from './annotations.ts';
import { type GitHubReport, githubReport } from './github-report.ts';

/** When a comment is posted; one that is there already is kept up to date in every case but `never`. */
export const commentModes = ['always', 'on-finding', 'never'] as const;
export type CommentMode = (typeof commentModes)[number];

/** What is to be shown on GitHub, and how. */
export interface PublishOptions {
  /** Names comment and check run, so that two uses of one action stay apart. */
  readonly name: string;
  readonly comment: CommentMode;
  readonly check: boolean;
  /** Tells this run of the workflow from others on the same commit. */
  readonly runId: string;
}

/** What became of the publications: notes are normal, warnings need somebody. */
export interface Published {
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  /** Whether the check run carries the annotations, so that the log need not. */
  readonly annotated: boolean;
}

/** One thing to show. */
interface Output {
  readonly what: string;
  /** The permission it takes, as in a workflow. */
  readonly permission: string;
  readonly publish: () => Promise<Publication>;
}

/** What became of it; `failed` when GitHub could not be made to take it. */
type Result = Output & { readonly publication: Publication | { readonly kind: 'failed'; readonly problem: string } };

const conclusions: Readonly<Record<DecisionOutcome, 'success' | 'neutral' | 'failure'>> = {
  passed: 'success',
  warned: 'neutral',
  blocked: 'failure',
  failed: 'failure',
};

/**
 * Shows a report on GitHub: as the one comment of its name on the pull request, and as a check run on its commit. Neither
 * changes the decision: a token that may only read is a note, an outage a warning.
 */
export async function publish(
  client: GitHubClient,
  event: EventContext,
  report: Report,
  options: PublishOptions,
  log: Log,
): Promise<Published> {
  const shown = githubReport(report, event);
  const results: Result[] = [];
  for (const output of [commentOf(client, event, shown, options), checkRunOf(client, event, report, shown, options)]) {
    const result = { ...output, publication: await attempt(output) };
    log.info(`${output.what}: ${toldOf(result)}`);
    results.push(result);
  }
  return {
    ...refusals(results, event.pullRequest?.head?.fromFork ?? false),
    annotated: results.some(({ what, publication }) => what === 'check run' && publication.kind === 'published'),
  };
}

async function attempt({ publish }: Output): Promise<Result['publication']> {
  try {
    return await publish();
  } catch (error) {
    return { kind: 'failed', problem: describeFailure(error) };
  }
}

function commentOf(
  client: GitHubClient,
  { repository, pullRequest }: EventContext,
  { arranged, markdown }: GitHubReport,
  { name, comment: mode }: PublishOptions,
): Output {
  return {
    what: 'comment',
    permission: 'pull-requests: write',
    publish: async () => {
      if (pullRequest === undefined || mode === 'never') return { kind: 'not-needed' };
      return publishStickyComment(client, {
        repository,
        pullRequest: pullRequest.number,
        identity: name,
        body: markdown(commentLimit - markerLength(name)),
        onlyIfPresent: mode === 'on-finding' && arranged.outcome === 'passed',
      });
    },
  };
}

function checkRunOf(
  client: GitHubClient,
  { repository, sha, runUrl }: EventContext,
  { decision }: Report,
  { markdown }: GitHubReport,
  { name, check, runId }: PublishOptions,
): Output {
  const { fail, error, unknown, pass } = decision.summary;
  return {
    what: 'check run',
    permission: 'checks: write',
    publish: async () => {
      if (!check) return { kind: 'not-needed' };
      return publishCheckRun(client, {
        repository,
        sha,
        name,
        conclusion: conclusions[decision.outcome],
        title: `${decision.outcome}: ${fail + error} failed, ${unknown} unknown, ${pass} passed`,
        summary: markdown(checkRunLimits.summary),
        annotations: annotationsOf(decision),
        detailsUrl: runUrl,
        externalId: runId,
      });
    },
  };
}

function toldOf({ publication }: Result): string {
  switch (publication.kind) {
    case 'published':
      return publication.url;
    case 'unchanged':
      return `${publication.url} (says this already)`;
    case 'not-needed':
      return 'not asked for';
    case 'read-only':
      return publication.accepted === undefined ? 'left out' : `left out, it takes ${publication.accepted}`;
    case 'failed':
      return 'failed';
  }
}

/** What a person has to know of publications that did not happen. On a fork a token that may only read is as it should be. */
function refusals(results: readonly Result[], fromFork: boolean): Pick<Published, 'notes' | 'warnings'> {
  const refused = results.filter(({ publication }) => publication.kind === 'read-only');
  const failures = results.flatMap(({ what, publication }) =>
    publication.kind === 'failed'
      ? [
          `The ${what} could not be published: ${publication.problem}. The verdict is not affected; run the job again to publish it.`,
        ]
      : [],
  );
  if (!fromFork) return { notes: [], warnings: [...refused.map(permissionWarning), ...failures] };
  return { notes: refused.length === 0 ? [] : [forkNote(refused)], warnings: failures };
}

function forkNote(refused: readonly Result[]): string {
  const what = refused.map((result) => result.what).join(' and the ');
  return (
    `The token of a pull request from a fork may only read, so the ${what} ${refused.length === 1 ? 'was' : 'were'} left out. ` +
    'The verdict, the step summary and the outputs are complete.'
  );
}

function permissionWarning({ what, permission }: Result): string {
  return `The ${what} was left out because the token lacks a permission. Add "${permission}" under "permissions:" of the job. The verdict is not affected.`;
}
