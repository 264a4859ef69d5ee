import { warning } from '@actions/core';
import {
  commentLimit,
  completeEvent,
  describeFailure,
  type EventContext,
  markerLength,
  publishStickyComment,
} from '@tollgate/github';
import { type ArrangedReport, toMarkdown, visible } from '@tollgate/reporting';
import { connect } from './connect.ts';
import { shortCommit } from './github-report.ts';
import { summaryLimit, writeSummary } from './step-summary.ts';
import type { TellOptions } from './tell.ts';

/**
 * Tells that a gate could not do its work, in the step summary and in the comment that is there from an earlier run: it would go on
 * showing the verdict on another commit. Never throws: the step fails already.
 */
export async function tellFailure(
  message: string,
  event: EventContext,
  options: Pick<TellOptions, 'name' | 'comment' | 'token'>,
): Promise<void> {
  const markdown = (limit: number) => failureMarkdown(message, options.name, event, limit);
  await writeSummary(markdown(summaryLimit));
  try {
    await mendComment(markdown, event, options);
  } catch (error) {
    warning(visible(`The comment could not be brought up to date: ${describeFailure(error)}.`));
  }
}

function failureMarkdown(message: string, name: string, { sha, runUrl }: EventContext, limit: number): string {
  const [first = '', ...mistakes] = message.split('\n').map((line) => line.trim());
  const report: ArrangedReport = {
    outcome: 'failed',
    headline: [
      { kind: 'strong', text: `${name}: failed.` },
      { kind: 'text', text: ` ${first}` },
    ],
    sections:
      mistakes.length === 0 ? [] : [{ title: 'Mistakes', folded: false, blocks: [{ kind: 'list', items: mistakes }] }],
    footer: [`commit ${sha.slice(0, shortCommit)}`, [{ kind: 'link', text: 'run', url: runUrl }]],
  };
  return toMarkdown(report, { limit });
}

async function mendComment(
  markdown: (limit: number) => string,
  given: EventContext,
  { name, comment, token }: Pick<TellOptions, 'name' | 'comment' | 'token'>,
): Promise<void> {
  const isAboutPullRequest = given.pullRequest !== undefined || given.followedBranch !== undefined;
  if (!isAboutPullRequest || comment === 'never' || token === '') return;
  const client = await connect(token, given.apiUrl);
  const { repository, pullRequest } = await completeEvent(client, given);
  if (pullRequest === undefined) return;
  const body = markdown(commentLimit - markerLength(name));
  await publishStickyComment(client, {
    repository,
    pullRequest: pullRequest.number,
    identity: name,
    body,
    onlyIfPresent: true,
  });
}
