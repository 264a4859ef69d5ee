import { ApiError, conflict, unprocessable } from '../api-error.ts';
import { branchTip, commitOf } from '../git/bare-repository.ts';
import { commitFiles } from '../git/commit-files.ts';
import type { Commit, Signature } from '../git/commits.ts';
import { readEntry } from '../git/objects.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';
import { githubSignature, signatureOf } from './identity.ts';
import { refreshPullRequests } from './pull-requests.ts';

/** A change of one file through the API. */
export interface FileChange {
  readonly path: string;
  /** Null removes the file. */
  readonly content: Buffer | null;
  readonly message: string;
  readonly branch: string | undefined;
  /** The blob that the client believes to be there. */
  readonly sha: string | undefined;
  readonly author: { readonly name: string; readonly email: string } | undefined;
  readonly committer: { readonly name: string; readonly email: string } | undefined;
}

/** changeFile commits the change of one file to a branch and gives the commit, and whether the file is new. */
export async function changeFile(
  state: GitHubState,
  repo: Repository,
  change: FileChange,
  token: Token,
): Promise<{ commit: Commit; isNew: boolean }> {
  const { path } = change;
  if (/(^|\/)(\.{0,2}|\.git)(\/|$)/i.test(path)) throw unprocessable('path contains a malformed path component');
  const branch = change.branch ?? repo.defaultBranch;
  const tip = await branchTip(repo.dir, branch);
  if (tip === undefined && (change.branch !== undefined || change.content === null)) {
    throw new ApiError(404, `Branch ${branch} not found`);
  }
  const before = tip === undefined ? undefined : await readEntry(repo.dir, tip, path);
  requireSameBlob(path, before?.sha, change.sha, change.content === null);
  const date = state.clock.write();
  const author = sign(change.author ?? change.committer, signatureOf(token.actor, date));
  const sha = await commitFiles(repo.dir, {
    files: { [path]: change.content },
    message: change.message,
    author,
    committer: sign(change.committer, githubSignature(date)),
    branch,
    parent: tip,
  });
  await refreshPullRequests(state, repo);
  return { commit: await commitOf(repo.dir, sha), isNew: before === undefined };
}

function requireSameBlob(path: string, found: string | undefined, named: string | undefined, removal: boolean): void {
  if (found === undefined && removal) throw new ApiError(404, 'Not Found');
  if (found !== undefined && named === undefined) throw unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.');
  if (named !== undefined && named !== found) throw conflict(`${path} does not match ${named}`);
}

function sign(person: { readonly name: string; readonly email: string } | undefined, otherwise: Signature): Signature {
  return person === undefined ? otherwise : { ...person, date: otherwise.date };
}
