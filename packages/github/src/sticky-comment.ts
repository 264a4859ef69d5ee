import type { GitHubClient } from './client.ts';
import type { RepositoryName } from './event.ts';
import { markerWord } from './marker-word.ts';
import { type Author, authorOf, ownAmong } from './own-comments.ts';
import { type Publication, unlessReadOnly } from './publication.ts';
import { writeOnce } from './write-once.ts';

/** The most characters of a comment, see https://docs.github.com/en/rest/issues/comments (the API's 422 names it). */
export const commentLimit = 65_536;

/** One comment of ours on a pull request, found again by its identity and edited in place. */
export interface StickyComment {
  readonly repository: RepositoryName;
  readonly pullRequest: number;
  /** Names the comment among ours, such as `Tag policy`. */
  readonly identity: string;
  /** Markdown; with the marker it must stay within the limit of a comment. */
  readonly body: string;
  /** Edit the comment if it is there, post none otherwise: for a result that nobody needs to hear of unless it changed. */
  readonly onlyIfPresent?: boolean;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly author: Author;
}

/**
 * Posts the comment, or edits the one that is there; never leaves two. A comment of another person that carries our marker
 * is not ours and stays as it is.
 */
export function publishStickyComment(client: GitHubClient, comment: StickyComment): Promise<Publication> {
  return unlessReadOnly(async () => {
    const body = `${marker(comment.identity)}\n${comment.body}`;
    const [existing, ...copies] = await findOwn(client, comment);
    for (const copy of copies) await remove(client, comment.repository, copy.id);
    if (existing === undefined && comment.onlyIfPresent) return { kind: 'not-needed' };
    if (existing === undefined) return { kind: 'published', url: (await create(client, comment, body)).url };
    if (sameText(existing.body, body)) return { kind: 'unchanged', url: existing.url };
    await update(client, comment.repository, existing.id, body);
    return { kind: 'published', url: existing.url };
  });
}

/** How many characters the marker of a comment takes from its limit. */
export function markerLength(identity: string): number {
  return marker(identity).length + 1;
}

function marker(identity: string): string {
  return `<!-- tollgate:${markerWord(identity)} -->`;
}

/** GitHub stores line ends as CRLF in some cases and trims the end. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}

function create(client: GitHubClient, comment: StickyComment, body: string): Promise<Comment> {
  const { repository, pullRequest } = comment;
  return writeOnce(client, {
    write: async () => {
      const { data } = await client.rest.issues.createComment({
        ...address(repository),
        issue_number: pullRequest,
        body,
      });
      return commentOf(data);
    },
    lookUp: async () => (await findOwn(client, comment))[0],
  });
}

async function update(client: GitHubClient, repository: RepositoryName, id: number, body: string): Promise<void> {
  await writeOnce(client, {
    write: () => client.rest.issues.updateComment({ ...address(repository), comment_id: id, body }),
    lookUp: async () => undefined,
  });
}

/** Two runs at once may both have posted: the later run keeps the first comment. */
async function remove(client: GitHubClient, repository: RepositoryName, id: number): Promise<void> {
  await client.rest.issues.deleteComment({ ...address(repository), comment_id: id });
}

/** Comments that begin with the marker and are the token's own, oldest first. */
async function findOwn(client: GitHubClient, { repository, pullRequest, identity }: StickyComment): Promise<Comment[]> {
  const start = marker(identity);
  const marked: Comment[] = [];
  const pages = client.paginate.iterator(client.rest.issues.listComments, {
    ...address(repository),
    issue_number: pullRequest,
    per_page: 100,
  });
  for await (const { data } of pages) {
    marked.push(...data.map(commentOf).filter((comment) => comment.body.startsWith(start)));
  }
  return ownAmong(client, marked);
}

function address({ owner, name }: RepositoryName): { owner: string; repo: string } {
  return { owner, repo: name };
}

function commentOf(data: {
  id: number;
  body?: string;
  html_url: string;
  user: { login: string; type: string } | null;
}): Comment {
  return {
    id: data.id,
    body: data.body ?? '',
    url: data.html_url,
    author: authorOf(data.user),
  };
}
