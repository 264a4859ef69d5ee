import { type Answer, content, json, listed } from '../answer.ts';
import { ApiError, conflict, notFound, unprocessable } from '../api-error.ts';
import type { Media, RepositoryRoutes } from '../context.ts';
import { branchTip, commitOf } from '../git/bare-repository.ts';
import { countCommits, isAncestor, listCommits, mergeBase } from '../git/commits.ts';
import { changedFiles, diffText, patchText } from '../git/diff.ts';
import { EMPTY_TREE } from '../git/objects.ts';
import { listRefs, resolveCommit } from '../git/refs.ts';
import { nodeId } from '../ids.ts';
import { limit } from '../limits.ts';
import { slicePage } from '../pagination.ts';
import { commit, diffEntry, emailOf } from '../shapes/commit.ts';
import { pullRequestSimple } from '../shapes/pull-request.ts';
import { repositoryPage, repositoryUrl } from '../shapes/repository.ts';
import type { GitHubState } from '../state/github-state.ts';
import { isPull, type PullIssue } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';

/** The files of a commit come 300 a page. */
const FILES_OF_COMMIT = 300;

async function mustResolve(repo: Repository, ref: string): Promise<string> {
  const sha = await resolveCommit(repo.dir, ref);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${ref}`);
  return sha;
}

async function textOf(repo: Repository, media: Media, base: string, head: string): Promise<Answer | undefined> {
  if (media !== 'diff' && media !== 'patch') return undefined;
  const text = media === 'diff' ? diffText : patchText;
  return content(`application/vnd.github.${media}; charset=utf-8`, await text(repo.dir, base, head));
}

/** One end of a comparison: a ref here, or `owner:ref` or `owner:repo:ref` in the network of forks. */
async function endOf(state: GitHubState, repo: Repository, name: string): Promise<string> {
  const [owner, ...rest] = name.split(':');
  const ref = rest.at(-1) ?? name;
  const network = [repo, repo.forkOf, ...state.repositories.all().filter((other) => other.forkOf === repo)];
  const home =
    rest.length === 0 ? repo : network.find((other) => other?.owner.login.toLowerCase() === owner?.toLowerCase());
  const sha = home === undefined ? undefined : await resolveCommit(home.dir, ref);
  // A commit of a fork can be compared only once a pull request has brought it here.
  if (sha === undefined || (await resolveCommit(repo.dir, sha)) === undefined) throw notFound();
  return sha;
}

async function compare(
  state: GitHubState,
  repo: Repository,
  basehead: string,
  query: { page?: number | undefined; per_page?: number | undefined },
): Promise<Answer> {
  const [baseName = '', headName = '', ...more] = basehead.split('...');
  if (baseName === '' || headName === '' || more.length > 0) throw notFound();
  const base = await endOf(state, repo, baseName);
  const head = await endOf(state, repo, headName);
  const start = await mergeBase(repo.dir, base, head);
  if (start === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const commits = (await listCommits(repo.dir, [`${base}..${head}`])).reverse();
  const behind = await countCommits(repo.dir, `${head}..${base}`);
  const url = `${repositoryUrl(state, repo)}/compare/${baseName}...${headName}`;
  const page = `${repositoryPage(state, repo)}/compare/${baseName}...${headName}`;
  const paged = query.page !== undefined || query.per_page !== undefined;
  return {
    kind: 'list',
    total: paged ? commits.length : 0,
    usualSize: limit('compareCommits'),
    read: async (wanted) => ({
      url,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: commit(state, repo, await commitOf(repo.dir, base)),
      merge_base_commit: commit(state, repo, await commitOf(repo.dir, start)),
      status: statusOf(commits.length, behind),
      ahead_by: commits.length,
      behind_by: behind,
      total_commits: commits.length,
      commits: slicePage(commits, wanted).map((one) => commit(state, repo, one)),
      ...(wanted.page === 1
        ? {
            files: (await changedFiles(repo.dir, start, head))
              .slice(0, limit('compareFiles'))
              .map((file) => diffEntry(state, repo, file, head)),
          }
        : {}),
    }),
  };
}

function statusOf(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

async function brings(repo: Repository, { pull }: PullIssue, sha: string): Promise<boolean> {
  if (pull.mergedAt !== undefined && pull.mergeCommit === sha) return true;
  return (await isAncestor(repo.dir, sha, pull.head.sha)) && !(await isAncestor(repo.dir, sha, pull.base.sha));
}

/** Commits, comparisons, branches and tags. */
export const commitRoutes: RepositoryRoutes = {
  'repos/list-commits': async ({ state, repo, query }) => {
    if ((await branchTip(repo.dir, repo.defaultBranch)) === undefined) throw conflict('Git Repository is empty.');
    const tip = await resolveCommit(repo.dir, query.sha ?? repo.defaultBranch);
    if (tip === undefined) throw notFound();
    const { path, author, since, until } = query;
    const account = author === undefined ? undefined : state.accounts.find(author);
    const commits = await listCommits(repo.dir, [tip], {
      ...(path === undefined ? {} : { path }),
      ...(author === undefined ? {} : { author: account === undefined ? author : emailOf(account) }),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    });
    return listed(commits, (one) => commit(state, repo, one));
  },

  'repos/get-commit': async ({ state, repo, path, media }) => {
    const sha = await mustResolve(repo, path.ref);
    if (media === 'sha') return content('application/vnd.github.sha; charset=utf-8', sha);
    const data = await commitOf(repo.dir, sha);
    const parent = data.parents[0] ?? EMPTY_TREE;
    const text = await textOf(repo, media, parent, sha);
    if (text !== undefined) return text;
    const files = await changedFiles(repo.dir, parent, sha);
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    return {
      kind: 'list',
      total: files.length,
      usualSize: FILES_OF_COMMIT,
      read: async (page) => ({
        ...commit(state, repo, data),
        stats: { total: additions + deletions, additions, deletions },
        files: slicePage(files, page).map((file) => diffEntry(state, repo, file, sha)),
      }),
    };
  },

  'repos/compare-commits-with-basehead': async ({ state, repo, path, query, media }) => {
    const [base = '', head = ''] = path.basehead.split('...');
    if (media === 'diff' || media === 'patch') {
      const [from, to] = [await endOf(state, repo, base), await endOf(state, repo, head)];
      const text = await textOf(repo, media, (await mergeBase(repo.dir, from, to)) ?? from, to);
      if (text !== undefined) return text;
    }
    return compare(state, repo, path.basehead, query);
  },

  'repos/list-pull-requests-associated-with-commit': async ({ state, repo, path }) => {
    const sha = await mustResolve(repo, path.commit_sha);
    const found: PullIssue[] = [];
    for (const issue of [...repo.issues.values()].filter(isPull)) {
      if (await brings(repo, issue, sha)) found.push(issue);
    }
    return listed(found, (issue) => pullRequestSimple(state, repo, issue));
  },

  'repos/list-branches-for-head-commit': async ({ state, repo, path }) => {
    const sha = await mustResolve(repo, path.commit_sha);
    const branches = (await listRefs(repo.dir, 'refs/heads/')).filter((ref) => ref.commit === sha);
    return json(branches.map(({ name }) => branchBody(state, repo, name, sha)));
  },

  'repos/list-branches': async ({ state, repo, query }) => {
    const branches = query.protected === true ? [] : await listRefs(repo.dir, 'refs/heads/');
    return listed(branches, (ref) => branchBody(state, repo, ref.name, ref.commit));
  },

  'repos/get-branch': async ({ state, repo, path }) => {
    const sha = await branchTip(repo.dir, path.branch);
    if (sha === undefined) throw new ApiError(404, 'Branch not found');
    const self = `${repositoryUrl(state, repo)}/branches/${path.branch}`;
    return json({
      name: path.branch,
      commit: commit(state, repo, await commitOf(repo.dir, sha)),
      _links: { self, html: `${repositoryPage(state, repo)}/tree/${path.branch}` },
      protected: false,
      protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
      protection_url: `${self}/protection`,
    });
  },

  'repos/list-tags': async ({ state, repo }) => {
    const url = repositoryUrl(state, repo);
    const tags = (await listRefs(repo.dir, 'refs/tags/')).reverse();
    return listed(tags, ({ name, commit: sha }) => {
      const tag = name.replace('refs/tags/', '');
      return {
        name: tag,
        zipball_url: `${url}/zipball/${name}`,
        tarball_url: `${url}/tarball/${name}`,
        commit: { sha, url: `${url}/commits/${sha}` },
        node_id: nodeId('Ref', `${repo.id}:${name}`),
      };
    });
  },
};

function branchBody(state: GitHubState, repo: Repository, name: string, sha: string) {
  return {
    name: name.replace('refs/heads/', ''),
    commit: { sha, url: `${repositoryUrl(state, repo)}/commits/${sha}` },
    protected: false,
  };
}
