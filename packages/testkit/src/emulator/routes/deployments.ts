import { created, json, listed, listedAs, NO_CONTENT } from '../answer.ts';
import { notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { addDeploymentStatus, createDeployment } from '../domain/deployments.ts';
import type { Json } from '../json.ts';
import { deployment, deploymentStatus, environment } from '../shapes/deployment.ts';
import type { Deployment } from '../state/deployment.ts';
import type { Repository } from '../state/repository.ts';

function findDeployment(repo: Repository, id: number): Deployment {
  const found = repo.deployments.get(id);
  if (found === undefined) throw notFound();
  return found;
}

/** The payload as JSON has it, whatever the client's types say. */
function payloadOf(payload: unknown): Json {
  return JSON.parse(JSON.stringify(payload ?? {}));
}

/** Deployments, their statuses, and environments. */
export const deploymentRoutes: RepositoryRoutes = {
  'repos/list-deployments': ({ state, repo, query }) => {
    const matches = (wanted: string | undefined, value: string) =>
      wanted === undefined || wanted === 'none' || wanted === value;
    const found = [...repo.deployments.values()]
      .filter((one) => matches(query.sha, one.sha) && matches(query.ref, one.ref))
      .filter((one) => matches(query.task, one.task) && matches(query.environment ?? undefined, one.environment));
    return listed(found.reverse(), (one) => deployment(state, repo, one));
  },

  'repos/create-deployment': async ({ state, repo, body, token }) => {
    const environmentName = body.environment ?? 'production';
    const outcome = await createDeployment(
      state,
      repo,
      {
        ref: body.ref,
        task: body.task ?? 'deploy',
        autoMerge: body.auto_merge ?? true,
        requiredContexts: body.required_contexts,
        payload: payloadOf(body.payload),
        environment: environmentName,
        description: body.description ?? null,
        transient: body.transient_environment ?? false,
        production: body.production_environment ?? environmentName === 'production',
      },
      token,
    );
    if (outcome.kind === 'merged') return json({ message: outcome.message }, 202);
    return created(deployment(state, repo, outcome.deployment));
  },

  'repos/get-deployment': ({ state, repo, path }) =>
    json(deployment(state, repo, findDeployment(repo, path.deployment_id))),

  'repos/delete-deployment': ({ repo, path }) => {
    const found = findDeployment(repo, path.deployment_id);
    const active = found.statuses.at(-1)?.state !== 'inactive' && found.statuses.length > 0;
    if (active && repo.deployments.size > 1) {
      throw unprocessable(
        'We cannot delete an active deployment unless it is the only deployment in a given environment.',
      );
    }
    repo.deployments.delete(found.id);
    return NO_CONTENT;
  },

  'repos/list-deployment-statuses': ({ state, repo, path }) => {
    const found = findDeployment(repo, path.deployment_id);
    return listed([...found.statuses].reverse(), (status) => deploymentStatus(state, repo, found, status));
  },

  'repos/create-deployment-status': ({ state, repo, path, body, token }) => {
    const found = findDeployment(repo, path.deployment_id);
    const status = addDeploymentStatus(
      state,
      repo,
      found,
      {
        state: body.state,
        description: body.description ?? '',
        environment: body.environment,
        environmentUrl: body.environment_url ?? '',
        logUrl: body.log_url ?? body.target_url ?? '',
        autoInactive: body.auto_inactive ?? true,
      },
      token,
    );
    return created(deploymentStatus(state, repo, found, status));
  },

  'repos/get-deployment-status': ({ state, repo, path }) => {
    const found = findDeployment(repo, path.deployment_id);
    const status = found.statuses.find(({ id }) => id === path.status_id);
    if (status === undefined) throw notFound();
    return json(deploymentStatus(state, repo, found, status));
  },

  'repos/get-all-environments': ({ state, repo }) =>
    listedAs('environments', [...repo.environments.values()], (one) => environment(state, repo, one)),

  'repos/get-environment': ({ state, repo, path }) => {
    const found = repo.environments.get(path.environment_name.toLowerCase());
    if (found === undefined) throw notFound();
    return json(environment(state, repo, found));
  },
};
