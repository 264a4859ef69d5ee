import { content, created, json, listed, NO_CONTENT } from '../answer.ts';
import { forbidden, notFound, validationFailed } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { checkTexts, setIssueState } from '../domain/issues.ts';
import { findPull, mergePullRequest, openPullRequest, refreshPullRequests } from '../domain/pull-requests.ts';
import { diffOfPull } from '../domain/reviews.ts';
import { branchTip } from '../git/bare-repository.ts';
import { listCommits, mergeBase } from '../git/commits.ts';
import { diffText, patchText } from '../git/diff.ts';
import { limit } from '../limits.ts';
import { simpleUser } from '../shapes/account.ts';
import { commit, diffEntry } from '../shapes/commit.ts';
import { pullRequest, pullRequestSimple } from '../shapes/pull-request.ts';
import { team } from '../shapes/team.ts';
import type { GitHubState } from '../state/github-state.ts';
import { isPull } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { sorted } from './issues.ts';

/** The branch that `head` names: `branch`, or `owner:branch` in a fork. */
function headOf(state: GitHubState, repo: Repository, head: string): { repository: Repository; ref: string } {
  const colon = head.indexOf(':');
  if (colon < 0) return { repository: repo, ref: head };
  const owner = head.slice(0, colon).toLowerCase();
  const repository = [repo, ...state.repositories.all().filter((other) => other.forkOf === repo)].find(
    (candidate) => candidate.owner.login.toLowerCase() === owner,
  );
  if (repository === undefined) throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'head' });
  return { repository, ref: head.slice(colon + 1) };
}

/** Pull requests. */
export const pullRoutes: RepositoryRoutes = {
  'pulls/list': ({ state, repo, query }) => {
    const found = [...repo.issues.values()]
      .filter(isPull)
      .filter((one) => query.state === 'all' || one.state === (query.state ?? 'open'))
      .filter(({ pull }) => query.base === undefined || pull.base.ref === query.base)
      // GitHub ignores a head without its owner.
      .filter(
        ({ pull }) =>
          query.head === undefined ||
          !query.head.includes(':') ||
          `${pull.head.repository.owner.login}:${pull.head.ref}`.toLowerCase() === query.head.toLowerCase(),
      );
    const direction = query.direction ?? (query.sort === undefined || query.sort === 'created' ? 'desc' : 'asc');
    return listed(sorted(found, { sort: query.sort, direction }), (one) => pullRequestSimple(state, repo, one));
  },

  'pulls/create': async ({ state, repo, body, token }) => {
    if (token.kind === 'actions' && !state.settings.actionsMayApprove) {
      throw forbidden('GitHub Actions is not permitted to create or approve pull requests.');
    }
    const title = body.title ?? '';
    checkTexts('PullRequest', { title, body: body.body ?? null });
    const opened = await openPullRequest(state, repo, {
      head: headOf(state, repo, body.head),
      base: body.base,
      title,
      body: body.body ?? null,
      draft: body.draft ?? false,
      ...(body.maintainer_can_modify === undefined ? {} : { maintainerCanModify: body.maintainer_can_modify }),
      author: token.actor,
    });
    return created(await pullRequest(state, repo, opened));
  },

  'pulls/get': async ({ state, repo, path, media }) => {
    const issue = findPull(repo, path.pull_number);
    const { pull } = issue;
    if (media === 'diff' || media === 'patch') {
      const start = (await mergeBase(repo.dir, pull.base.sha, pull.head.sha)) ?? pull.base.sha;
      const text = media === 'diff' ? diffText : patchText;
      return content(`application/vnd.github.${media}; charset=utf-8`, await text(repo.dir, start, pull.head.sha));
    }
    return json(await pullRequest(state, repo, issue));
  },

  'pulls/update': async ({ state, repo, path, body, token }) => {
    const issue = findPull(repo, path.pull_number);
    checkTexts('PullRequest', {
      ...(body.title === undefined ? {} : { title: body.title }),
      body: body.body ?? null,
    });
    if (body.base !== undefined && (await branchTip(repo.dir, body.base)) === undefined) {
      throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'base' });
    }
    issue.title = body.title ?? issue.title;
    issue.body = body.body ?? issue.body;
    issue.pull.maintainerCanModify = body.maintainer_can_modify ?? issue.pull.maintainerCanModify;
    if (body.state !== undefined) setIssueState(state, issue, body.state, token.actor);
    if (body.base !== undefined) {
      issue.pull.base = { ref: body.base, sha: (await branchTip(repo.dir, body.base)) ?? issue.pull.base.sha };
    }
    issue.updatedAt = state.clock.write();
    await refreshPullRequests(state, repo);
    return json(await pullRequest(state, repo, issue));
  },

  'pulls/list-files': async ({ state, repo, path }) => {
    const issue = findPull(repo, path.pull_number);
    const files = await diffOfPull(repo, issue);
    return listed(files.slice(0, limit('pullRequestFiles')), (file) =>
      diffEntry(state, repo, file, issue.pull.head.sha),
    );
  },

  'pulls/list-commits': async ({ state, repo, path }) => {
    const { pull } = findPull(repo, path.pull_number);
    const commits = await listCommits(repo.dir, [`${pull.base.sha}..${pull.head.sha}`]);
    return listed(commits.reverse().slice(0, limit('pullRequestCommits')), (one) => commit(state, repo, one));
  },

  'pulls/check-if-merged': ({ repo, path }) => {
    if (findPull(repo, path.pull_number).pull.mergedAt === undefined) throw notFound();
    return NO_CONTENT;
  },

  'pulls/merge': async ({ state, repo, path, body, token }) => {
    const sha = await mergePullRequest(state, repo, findPull(repo, path.pull_number), {
      ...(body.merge_method === undefined ? {} : { method: body.merge_method }),
      ...(body.commit_title === undefined ? {} : { title: body.commit_title }),
      ...(body.commit_message === undefined ? {} : { message: body.commit_message }),
      ...(body.sha === undefined ? {} : { sha: body.sha }),
      actor: token.actor,
    });
    return json({ sha, merged: true, message: 'Pull Request successfully merged' });
  },

  'pulls/list-requested-reviewers': ({ state, repo, path }) => {
    const { pull } = findPull(repo, path.pull_number);
    return json({
      users: pull.requestedReviewers.map((account) => simpleUser(state, account)),
      teams: pull.requestedTeams.map((one) => team(state, one)),
    });
  },

  'pulls/request-reviewers': ({ state, repo, path, body }) => {
    const issue = findPull(repo, path.pull_number);
    const accounts = (body.reviewers ?? []).map((login) => {
      const account = state.accounts.find(login);
      if (account !== undefined && account !== issue.author) return account;
      throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'reviewers', value: login });
    });
    const teams = (body.team_reviewers ?? []).map((slug) => {
      const found = state.teams.find((one) => one.organization === repo.owner && one.slug === slug);
      if (found !== undefined) return found;
      throw validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'team_reviewers', value: slug });
    });
    issue.pull.requestedReviewers = [...new Set([...issue.pull.requestedReviewers, ...accounts])];
    issue.pull.requestedTeams = [...new Set([...issue.pull.requestedTeams, ...teams])];
    issue.updatedAt = state.clock.write();
    return created(pullRequestSimple(state, repo, issue));
  },
};
