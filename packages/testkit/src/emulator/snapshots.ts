import { isoTime } from './clock.ts';
import { findIssue } from './domain/issues.ts';
import { findPull } from './domain/pull-requests.ts';
import { listRefs } from './git/refs.ts';
import { type RepositoryRef, repositoryOf } from './seeds.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';

/** createSnapshots gives the functions with which a test looks at the outcome: plain copies, oldest first. */
export function createSnapshots(state: GitHubState) {
  const find = (ref: RepositoryRef) => repositoryOf(state, ref);

  return {
    /** The conversation of an issue or pull request. */
    comments: (ref: RepositoryRef, number: number) =>
      [...find(ref).comments.values()]
        .filter((comment) => comment.number === number)
        .map(({ id, body, author, createdAt, updatedAt }) => ({
          id,
          body,
          author: author.login,
          createdAt: isoTime(createdAt),
          updatedAt: isoTime(updatedAt),
        })),

    reviews: (ref: RepositoryRef, number: number) =>
      [...find(ref).reviews.values()]
        .filter((review) => review.number === number)
        .map(({ id, body, author, state: outcome, commit }) => ({
          id,
          body,
          author: author.login,
          state: outcome,
          commit,
        })),

    reviewComments: (ref: RepositoryRef, number: number) =>
      [...find(ref).reviewComments.values()]
        .filter((comment) => comment.number === number)
        .map(({ id, review, body, author, path, anchor, replyTo }) => ({
          id,
          review,
          body,
          author: author.login,
          path,
          line: anchor.kind === 'line' ? anchor.line : undefined,
          startLine: anchor.kind === 'line' ? anchor.start?.line : undefined,
          side: anchor.kind === 'line' ? anchor.side : undefined,
          replyTo,
        })),

    checkRuns: (ref: RepositoryRef, sha: string) =>
      [...find(ref).checkRuns.values()]
        .filter((run) => run.suite.headSha === sha)
        .map(({ suite, startedAt, completedAt, annotations, ...run }) => ({
          ...run,
          app: suite.app.slug,
          startedAt: isoTime(startedAt),
          completedAt: completedAt === null ? null : isoTime(completedAt),
          annotations: annotations.map((annotation) => ({ ...annotation })),
        })),

    statuses: (ref: RepositoryRef, sha: string) =>
      find(ref)
        .statuses.filter((status) => status.sha === sha)
        .map(({ id, state: outcome, context, description, targetUrl, creator }) => ({
          id,
          state: outcome,
          context,
          description,
          targetUrl,
          creator: creator.login,
        })),

    /** Names of the labels of an issue or pull request. */
    labels: (ref: RepositoryRef, number: number) => {
      const repo = find(ref);
      return findIssue(repo, number).labels.map((key) => repo.labels.get(key)?.name ?? key);
    },

    issue: (ref: RepositoryRef, number: number) => {
      const { title, body, state: open, author } = findIssue(find(ref), number);
      return { number, title, body, state: open, author: author.login };
    },

    pullRequest: (ref: RepositoryRef, number: number) => {
      const { title, body, state: open, author, pull } = findPull(find(ref), number);
      return {
        number,
        title,
        body,
        state: open,
        author: author.login,
        draft: pull.draft,
        merged: pull.mergedAt !== undefined,
        mergeable: pull.mergeable,
        mergeSha: pull.mergeCommit,
        head: { repository: pull.head.repository.fullName, ref: pull.head.ref, sha: pull.head.sha },
        base: { ...pull.base },
      };
    },

    releases: (ref: RepositoryRef) => releasesOf(find(ref)),

    deployments: (ref: RepositoryRef) =>
      [...find(ref).deployments.values()].map(
        ({ id, sha, ref: deployed, environment, task, payload, description, statuses }) => ({
          id,
          sha,
          ref: deployed,
          environment,
          task,
          payload,
          description,
          statuses: statuses.map((status) => ({
            state: status.state,
            description: status.description,
            environmentUrl: status.environmentUrl,
            logUrl: status.logUrl,
          })),
        }),
      ),

    /** Uploaded SARIF files with what code scanning says of them. */
    sarifUploads: (ref: RepositoryRef) =>
      [...find(ref).sarifs.values()].map(({ id, commit, ref: uploaded, sarif, errors }) => ({
        id,
        commit,
        ref: uploaded,
        sarif,
        errors: [...errors],
      })),

    /** All refs with the objects they name, also `refs/pull/N/merge`. */
    refs: async (ref: RepositoryRef): Promise<Record<string, string>> =>
      Object.fromEntries((await listRefs(find(ref).dir)).map(({ name, sha }) => [name, sha])),
  };
}

function releasesOf(repo: Repository) {
  return [...repo.releases.values()].map(({ id, tag, target, name, body, draft, prerelease }) => ({
    id,
    tag,
    target,
    name,
    body,
    draft,
    prerelease,
    assets: [...repo.assets.values()]
      .filter((asset) => asset.release === id)
      .map((asset) => ({
        name: asset.name,
        label: asset.label,
        contentType: asset.contentType,
        content: Buffer.from(asset.content),
      })),
  }));
}
