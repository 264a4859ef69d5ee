export {
  annotationLimit,
  type CheckAnnotation,
  type CheckRun,
  checkRunLimits,
  publishCheckRun,
} from './check-run.ts';
export { type ClientOptions, createClient, type GitHubClient } from './client.ts';
export { type Clock, systemClock } from './clock.ts';
export { type CommitStatus, publishCommitStatus, statusDescriptionLimit } from './commit-status.ts';
export { describeFailure, GitHubError } from './error.ts';
export {
  completeEvent,
  type EventContext,
  eventContext,
  type PullRequestReference,
  type RepositoryName,
} from './event.ts';
export type { Log } from './log.ts';
export { proxyFetch } from './proxy-fetch.ts';
export type { Publication } from './publication.ts';
export type { RetryPolicy } from './retry.ts';
export {
  publishSuggestions,
  type ReviewSuggestion,
  type SuggestionReview,
  suggestionLimits,
} from './review-suggestions.ts';
export { commentLimit, markerLength, publishStickyComment, type StickyComment } from './sticky-comment.ts';
