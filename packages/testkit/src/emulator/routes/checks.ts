import { created, json, listed, listedAs } from '../answer.ts';
import { forbidden, notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { createCheckRun, latestRuns, updateCheckRun } from '../domain/checks.ts';
import { resolveCommit } from '../git/refs.ts';
import { annotation, checkRun, checkSuite } from '../shapes/check.ts';
import type { CheckRun, CheckSuite } from '../state/check.ts';
import type { Repository } from '../state/repository.ts';

function findRun(repo: Repository, id: number): CheckRun {
  const run = repo.checkRuns.get(id);
  if (run === undefined) throw notFound();
  return run;
}

function findSuite(repo: Repository, id: number): CheckSuite {
  const suite = repo.checkSuites.get(id);
  if (suite === undefined) throw notFound();
  return suite;
}

async function commitOfRef(repo: Repository, ref: string): Promise<string> {
  const sha = await resolveCommit(repo.dir, ref);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${ref}`);
  return sha;
}

interface RunFilter {
  readonly check_name?: string | undefined;
  readonly status?: string | undefined;
  readonly filter?: 'latest' | 'all' | undefined;
  readonly app_id?: number | undefined;
}

function filtered(runs: readonly CheckRun[], { check_name, status, filter, app_id }: RunFilter): CheckRun[] {
  return (filter === 'all' ? [...runs] : latestRuns(runs))
    .filter((run) => check_name === undefined || run.name === check_name)
    .filter((run) => status === undefined || run.status === status)
    .filter((run) => app_id === undefined || run.suite.app.id === app_id)
    .reverse();
}

/** Check runs and check suites. */
export const checkRoutes: RepositoryRoutes = {
  'checks/create': async ({ state, repo, body, token }) => {
    if (token.app === undefined) throw forbidden('You must authenticate via a GitHub App.');
    return created(checkRun(state, repo, await createCheckRun(state, repo, body, token.app)));
  },

  'checks/get': ({ state, repo, path }) => json(checkRun(state, repo, findRun(repo, path.check_run_id))),

  'checks/update': ({ state, repo, path, body, token }) => {
    const run = findRun(repo, path.check_run_id);
    if (token.app?.id !== run.suite.app.id) {
      throw forbidden(
        `Invalid app_id \`${token.app?.id ?? ''}\` - check run can only be modified by the GitHub App that created it.`,
      );
    }
    updateCheckRun(state, run, body);
    return json(checkRun(state, repo, run));
  },

  'checks/list-annotations': ({ state, repo, path }) => {
    const run = findRun(repo, path.check_run_id);
    return listed(run.annotations, (one) => annotation(state, repo, run, one));
  },

  'checks/list-for-ref': async ({ state, repo, path, query }) => {
    const sha = await commitOfRef(repo, path.ref);
    const runs = [...repo.checkRuns.values()].filter((run) => run.suite.headSha === sha);
    return listedAs('check_runs', filtered(runs, query), (run) => checkRun(state, repo, run));
  },

  'checks/list-for-suite': ({ state, repo, path, query }) => {
    const suite = findSuite(repo, path.check_suite_id);
    const runs = [...repo.checkRuns.values()].filter((run) => run.suite === suite);
    return listedAs('check_runs', filtered(runs, query), (run) => checkRun(state, repo, run));
  },

  'checks/get-suite': async ({ state, repo, path }) =>
    json(await checkSuite(state, repo, findSuite(repo, path.check_suite_id))),

  'checks/list-suites-for-ref': async ({ state, repo, path, query }) => {
    const sha = await commitOfRef(repo, path.ref);
    const runs = [...repo.checkRuns.values()];
    const suites = [...repo.checkSuites.values()]
      .filter((suite) => suite.headSha === sha)
      .filter((suite) => query.app_id === undefined || suite.app.id === query.app_id)
      .filter(
        (suite) =>
          query.check_name === undefined || runs.some((run) => run.suite === suite && run.name === query.check_name),
      );
    return listedAs('check_suites', suites, (suite) => checkSuite(state, repo, suite));
  },
};
