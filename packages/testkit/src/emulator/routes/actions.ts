import { json, listedAs, redirect } from '../answer.ts';
import { ApiError, notFound } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { downloadLink } from '../downloads.ts';
import { artifact, workflowRun } from '../shapes/workflow-run.ts';
import type { Repository } from '../state/repository.ts';
import type { Artifact, WorkflowRun } from '../state/workflow-run.ts';

function findRun(repo: Repository, id: number): WorkflowRun {
  const run = repo.workflowRuns.get(id);
  if (run === undefined) throw notFound();
  return run;
}

function findArtifact(repo: Repository, id: number): Artifact {
  const found = repo.artifacts.get(id);
  if (found === undefined) throw notFound();
  return found;
}

/** Runs of workflows and what they have stored. */
export const actionsRoutes: RepositoryRoutes = {
  'actions/list-workflow-runs-for-repo': ({ state, repo, query }) => {
    const { actor, branch, event, status, head_sha, check_suite_id } = query;
    const runs = [...repo.workflowRuns.values()]
      .filter((run) => actor === undefined || run.actor.login === actor)
      .filter((run) => branch === undefined || run.headBranch === branch)
      .filter((run) => event === undefined || run.event === event)
      .filter((run) => status === undefined || run.status === status || run.conclusion === status)
      .filter((run) => head_sha === undefined || run.headSha === head_sha)
      .filter((run) => check_suite_id === undefined || run.suite === Number(check_suite_id));
    return listedAs('workflow_runs', runs.reverse(), (run) => workflowRun(state, repo, run));
  },

  'actions/get-workflow-run': async ({ state, repo, path }) =>
    json(await workflowRun(state, repo, findRun(repo, path.run_id))),

  'actions/list-workflow-run-artifacts': ({ state, repo, path, query }) => {
    const run = findRun(repo, path.run_id);
    const found = [...repo.artifacts.values()]
      .filter((one) => one.run === run && (query.name === undefined || one.name === query.name))
      .reverse();
    return listedAs('artifacts', query.direction === 'asc' ? found.reverse() : found, (one) =>
      artifact(state, repo, one),
    );
  },

  'actions/list-artifacts-for-repo': ({ state, repo, query }) => {
    const found = [...repo.artifacts.values()].filter((one) => query.name === undefined || one.name === query.name);
    return listedAs('artifacts', found.reverse(), (one) => artifact(state, repo, one));
  },

  'actions/get-artifact': ({ state, repo, path }) => json(artifact(state, repo, findArtifact(repo, path.artifact_id))),

  'actions/download-artifact': ({ state, repo, path }) => {
    const found = findArtifact(repo, path.artifact_id);
    if (path.archive_format !== 'zip') throw notFound();
    if (found.expired) throw new ApiError(410, 'Artifact has expired');
    return redirect(downloadLink(state, { kind: 'artifact', repository: repo.id, id: found.id }));
  },
};
