import {
  deployment,
  issueComment,
  mergeGroup,
  push,
  release,
  schedule,
  workflowDispatch,
  workflowRun,
} from './other-events.ts';
import { pullRequest, pullRequestReview, pullRequestTarget } from './pull-request.ts';

export type { PullRequestOptions } from './pull-request.ts';
export type { EventOptions, GithubEvent } from './types.ts';

/**
 * Builders of the events that start workflows: realistic payloads, with the commit and the refs that GitHub derives.
 * @example event.pullRequest({ number: 7, head: { ref: 'more-disk', repository: 'mona/infra' } })
 */
export const event = {
  pullRequest,
  pullRequestTarget,
  pullRequestReview,
  push,
  mergeGroup,
  workflowRun,
  workflowDispatch,
  schedule,
  issueComment,
  deployment,
  release,
};
