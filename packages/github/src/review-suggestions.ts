import { createHash } from 'node:crypto';
import type { GitHubClient } from './client.ts';
import type { RepositoryName } from './event.ts';
import { markerWord } from './marker-word.ts';
import { type Author, authorOf, ownAmong } from './own-comments.ts';
import { type Publication, unlessReadOnly } from './publication.ts';
import { commentLimit } from './sticky-comment.ts';
import { suggestionBlock } from './suggestion-block.ts';
import { writeOnce } from './write-once.ts';

/** More than this is too much to look through, and each comment tells the people who watch the pull request. */
export const suggestionLimits = { perReview: 30, body: commentLimit } as const;

/** A change of some lines that a person can apply with one click. */
export interface ReviewSuggestion {
  /** From the root of the repository. */
  readonly path: string;
  /** The lines that are replaced, in the head of the pull request: from 1, the last one inclusive. Its diff has to show them all. */
  readonly startLine: number;
  readonly endLine: number;
  /** What stands there instead, with line ends. */
  readonly replacement: readonly string[];
  /** Why, as Markdown. */
  readonly text: string;
  /** Tells it from other suggestions whatever lines it moves to, so that it is made once. */
  readonly key: string;
}

/** Suggestions for a pull request, in one review. */
export interface SuggestionReview {
  readonly repository: RepositoryName;
  readonly pullRequest: number;
  /** The head of the pull request, whose lines are meant. */
  readonly sha: string;
  /** Names whose suggestions they are, as for a sticky comment. */
  readonly identity: string;
  /** The text of the review, as Markdown. */
  readonly body: string;
  readonly suggestions: readonly ReviewSuggestion[];
}

interface Comment {
  readonly body: string;
  readonly url: string;
  readonly author: Author;
  /** Whether its lines have changed since, so that it can no longer be applied. */
  readonly outdated: boolean;
}

/**
 * Makes suggestions in one review, each once: what is there already, also when a person has closed it, is not made again. A
 * suggestion whose lines have changed since is left as it is, GitHub marks it as outdated; made anew, it stands at the lines of
 * now. Those that are too long, or too many, are left out.
 */
export function publishSuggestions(client: GitHubClient, review: SuggestionReview): Promise<Publication> {
  return unlessReadOnly(async () => {
    const comments = review.suggestions
      .map((suggestion) => ({ ...suggestion, body: bodyOf(review, suggestion) }))
      .filter(({ body }) => body.length <= suggestionLimits.body);
    if (comments.length === 0) return { kind: 'not-needed' };
    const there = await findOwn(client, review);
    const isThere = ({ body }: { readonly body: string }) => there.has(markerOf(body));
    const missing = comments.filter((comment) => !isThere(comment)).slice(0, suggestionLimits.perReview);
    const [first] = missing;
    if (first === undefined) return { kind: 'unchanged', url: there.get(markerOf(comments[0]?.body ?? '')) ?? '' };
    return writeOnce<Publication>(client, {
      write: async () => {
        const { data } = await client.rest.pulls.createReview({
          ...addressOf(review),
          commit_id: review.sha,
          event: 'COMMENT',
          body: review.body,
          comments: missing.map(({ path, startLine, endLine, body }) => ({
            path,
            body,
            line: endLine,
            side: 'RIGHT',
            ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
          })),
        });
        return { kind: 'published', url: data.html_url };
      },
      lookUp: async () => {
        // A review comes with all of its comments or not at all.
        const url = (await findOwn(client, review)).get(markerOf(first.body));
        return url === undefined ? undefined : { kind: 'published', url };
      },
    });
  });
}

/** Our comments that can be applied, by marker. */
async function findOwn(client: GitHubClient, review: SuggestionReview): Promise<ReadonlyMap<string, string>> {
  const marked: Comment[] = [];
  const pages = client.paginate.iterator(client.rest.pulls.listReviewComments, {
    ...addressOf(review),
    per_page: 100,
  });
  for await (const { data } of pages) {
    for (const { body, html_url, user, line, position } of data) {
      if (!body.startsWith(markerStart(review.identity))) continue;
      // Neither is there for an outdated comment; "position" is the older one and bound to go.
      const outdated = (line ?? position ?? null) === null;
      marked.push({ body, url: html_url, author: authorOf(user), outdated });
    }
  }
  const own = await ownAmong(client, marked);
  return new Map(own.filter(({ outdated }) => !outdated).map(({ body, url }) => [markerOf(body), url]));
}

function bodyOf({ identity }: SuggestionReview, { key, replacement, text, path }: ReviewSuggestion): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([path, key, replacement]))
    .digest('hex')
    .slice(0, 32);
  return `${markerStart(identity)}${digest} -->\n${text}\n\n${suggestionBlock(replacement)}`;
}

function markerStart(identity: string): string {
  return `<!-- tollgate:${markerWord(identity)}:suggestion:`;
}

/** The marker that a comment begins with. */
function markerOf(body: string): string {
  return body.slice(0, body.indexOf('-->'));
}

function addressOf({ repository, pullRequest }: SuggestionReview) {
  return { owner: repository.owner, repo: repository.name, pull_number: pullRequest };
}
