import {
  type CheckAnnotation,
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
  publishSuggestions,
  type ReviewSuggestion,
} from '@tollgate/github';
import type { Decision, DecisionOutcome } from '@tollgate/policy-engine';
import { plainHeadline, type Report } from '@tollgate/reporting';
import { annotationsOf } from './annotations.ts';
import type { CommentMode } from './comment-mode.ts';
import { type FailOn, fails } from './fail-on.ts';
import { type GitHubReport, githubReport } from './github-report.ts';
import type { GateResult } from './run.ts';

/** What is to be shown on GitHub, and how. */
export interface PublishOptions {
  /** Names comment and check run, so that two uses of one action stay apart. */
  readonly name: string;
  readonly comment: CommentMode;
  readonly check: boolean;
  readonly failOn: FailOn;
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

/** What is to be shown. */
export type Shown = Pick<GateResult<string>, 'report' | 'suggestions' | 'annotations' | 'isFinding'>;

/**
 * Shows a report on GitHub: as the one comment of its name on the pull request, as a check run on its commit, and as suggestions
 * on its lines. Nothing of it changes the decision: a token that may only read is a note, an outage a warning.
 */
export async function publish(
  client: GitHubClient,
  event: EventContext,
  result: Shown,
  options: PublishOptions,
  log: Log,
): Promise<Published> {
  const { report, suggestions = [] } = result;
  const { decision } = report;
  const { arranged, markdown } = githubReport(report, event);
  const isFinding = result.isFinding ?? decision.outcome !== 'passed';
  const results: Result[] = [];
  const outputs = [
    commentOf(client, event, { markdown, isFinding }, options),
    checkRunOf(
      client,
      event,
      { title: plainHeadline(arranged), decision, annotations: annotationsOf(result), markdown },
      options,
    ),
    ...(suggestions.length === 0 ? [] : [suggestionsOf(client, event, report, suggestions, options)]),
  ];
  for (const output of outputs) {
    const done = { ...output, publication: await attempt(output) };
    log.info(`${output.what}: ${toldOf(done)}`);
    results.push(done);
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
  { markdown, isFinding }: Pick<GitHubReport, 'markdown'> & { readonly isFinding: boolean },
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
        onlyIfPresent: mode === 'on-finding' && !isFinding,
      });
    },
  };
}

interface CheckRunContent extends Pick<GitHubReport, 'markdown'> {
  readonly title: string;
  readonly decision: Decision;
  readonly annotations: readonly CheckAnnotation[];
}

function checkRunOf(
  client: GitHubClient,
  { repository, sha, runUrl }: EventContext,
  { title, decision, annotations, markdown }: CheckRunContent,
  { name, check, failOn, runId }: PublishOptions,
): Output {
  return {
    what: 'check run',
    permission: 'checks: write',
    publish: async () => {
      if (!check) return { kind: 'not-needed' };
      return publishCheckRun(client, {
        repository,
        sha,
        name,
        conclusion: conclusionOf(decision.outcome, failOn),
        title,
        summary: markdown(checkRunLimits.summary),
        annotations,
        detailsUrl: runUrl,
        externalId: runId,
      });
    },
  };
}

/** A check run that is required stops the merge exactly when the step fails. */
function conclusionOf(outcome: DecisionOutcome, failOn: FailOn): 'success' | 'neutral' | 'failure' {
  if (fails(outcome, failOn)) return 'failure';
  return outcome === 'passed' ? 'success' : 'neutral';
}

function suggestionsOf(
  client: GitHubClient,
  { repository, pullRequest, sha }: EventContext,
  { evidence }: Report,
  suggestions: readonly ReviewSuggestion[],
  { name }: PublishOptions,
): Output {
  const one = suggestions.length === 1;
  return {
    what: one ? 'suggestion' : 'suggestions',
    permission: 'pull-requests: write',
    publish: async () => {
      if (pullRequest === undefined) return { kind: 'not-needed' };
      return publishSuggestions(client, {
        repository,
        pullRequest: pullRequest.number,
        sha,
        identity: name,
        body: `${evidence.gate}: ${one ? 'a change that would mend a violation' : 'changes that would mend violations'}. Apply what you agree with.`,
        suggestions,
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
  const names = refused.map(({ what }) => `the ${what}`);
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
  const verb = names.length === 1 && !all.endsWith('s') ? 'was' : 'were';
  return (
    `The token of a pull request from a fork may only read, so ${all} ${verb} left out. ` +
    'The verdict, the step summary and the outputs are complete.'
  );
}

function permissionWarning({ what, permission }: Result): string {
  return `The ${what} ${what.endsWith('s') ? 'were' : 'was'} left out because the token lacks a permission. Add "${permission}" under "permissions:" of the job. The verdict is not affected.`;
}
