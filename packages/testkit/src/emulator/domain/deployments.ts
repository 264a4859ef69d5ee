import { conflict, unprocessable, validationFailed } from '../api-error.ts';
import { branchTip, moveBranch } from '../git/bare-repository.ts';
import { isAncestor } from '../git/commits.ts';
import { mergeTrees } from '../git/merge.ts';
import { writeCommit } from '../git/objects.ts';
import { resolveCommit } from '../git/refs.ts';
import type { Json } from '../json.ts';
import { characters, limit } from '../limits.ts';
import type { Deployment, DeploymentState, DeploymentStatus, Environment } from '../state/deployment.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../tokens.ts';
import { combinedState, currentStatuses, latestRuns } from './checks.ts';
import { githubSignature, signatureOf } from './identity.ts';
import { refreshPullRequests } from './pull-requests.ts';

/** A deployment to create. */
export interface NewDeployment {
  readonly ref: string;
  readonly task: string;
  readonly autoMerge: boolean;
  /** Undefined: every context must be green. Empty: none needs to. */
  readonly requiredContexts: readonly string[] | undefined;
  readonly payload: Json;
  readonly environment: string;
  readonly description: string | null;
  readonly transient: boolean;
  readonly production: boolean;
}

/** What came of the wish to deploy: a deployment, or a merge of the default branch that has to be deployed anew. */
export type DeploymentOutcome =
  | { readonly kind: 'deployment'; readonly deployment: Deployment }
  | { readonly kind: 'merged'; readonly message: string };

/** createDeployment follows GitHub's order: the ref, then the automatic merge, then the checks, then the record. */
export async function createDeployment(
  state: GitHubState,
  repo: Repository,
  wanted: NewDeployment,
  token: Token,
): Promise<DeploymentOutcome> {
  const sha = await resolveCommit(repo.dir, wanted.ref);
  if (sha === undefined) throw unprocessable(`No ref found for: ${wanted.ref}`);
  if (wanted.autoMerge && (await mergeDefaultBranch(state, repo, wanted.ref, token))) {
    return { kind: 'merged', message: `Auto-merged ${repo.defaultBranch} into ${wanted.ref} on deployment.` };
  }
  requireGreen(repo, wanted, sha);
  ensureEnvironment(state, repo, wanted.environment);
  const createdAt = state.clock.write();
  const deployment: Deployment = {
    id: state.ids('deployment'),
    sha,
    ref: wanted.ref,
    task: wanted.task,
    payload: wanted.payload,
    environment: wanted.environment,
    description: wanted.description,
    creator: token.actor,
    app: token.app,
    createdAt,
    updatedAt: createdAt,
    transient: wanted.transient,
    production: wanted.production,
    statuses: [],
  };
  repo.deployments.set(deployment.id, deployment);
  return { kind: 'deployment', deployment };
}

/** Merges the default branch into the branch to deploy when it is behind; says whether there was something to merge. */
async function mergeDefaultBranch(state: GitHubState, repo: Repository, ref: string, token: Token): Promise<boolean> {
  const branch = await branchTip(repo.dir, ref);
  const main = await branchTip(repo.dir, repo.defaultBranch);
  if (branch === undefined || main === undefined || (await isAncestor(repo.dir, main, branch))) return false;
  const merged = await mergeTrees(repo.dir, branch, main);
  if (merged.kind === 'conflict') {
    throw conflict(`Conflict merging ${repo.defaultBranch} into ${ref}.`);
  }
  const date = state.clock.write();
  const commit = await writeCommit(repo.dir, {
    tree: merged.tree,
    parents: [branch, main],
    message: `Merge branch '${repo.defaultBranch}' into ${ref}`,
    author: signatureOf(token.actor, date),
    committer: githubSignature(date),
  });
  await moveBranch(repo.dir, ref, commit);
  await refreshPullRequests(state, repo);
  return true;
}

function requireGreen(repo: Repository, { ref, requiredContexts }: NewDeployment, sha: string): void {
  const statuses = currentStatuses(repo, sha);
  const runs = latestRuns([...repo.checkRuns.values()].filter((run) => run.suite.headSha === sha));
  const contexts = [
    ...statuses.map(({ context, state }) => ({ context, state })),
    ...runs.map((run) => ({
      context: run.name,
      state: ['success', 'neutral', 'skipped'].includes(run.conclusion ?? '')
        ? 'success'
        : (run.conclusion ?? 'pending'),
    })),
  ];
  const wanted = requiredContexts ?? contexts.map(({ context }) => context);
  const green = (context: string) => contexts.some((one) => one.context === context && one.state === 'success');
  if (wanted.every(green)) return;
  const named = requiredContexts === undefined ? [] : [{ required_contexts: [...requiredContexts] }];
  const errors = [{ contexts, resource: 'Deployment', field: 'required_contexts', code: 'invalid' }, ...named];
  const failed = combinedState(statuses) === 'failure' ? 'failed' : 'are pending';
  throw conflict(`Conflict: Commit status checks ${failed} for ${ref}.`, errors);
}

/** ensureEnvironment gives the environment of that name; GitHub makes one that is deployed to for the first time. */
export function ensureEnvironment(
  state: GitHubState,
  repo: Repository,
  name: string,
  rules: Partial<Omit<Environment, 'id' | 'name' | 'createdAt'>> = {},
): Environment {
  const known = repo.environments.get(name.toLowerCase());
  if (known !== undefined) return known;
  if (name === '' || characters(name) > limit('environmentName')) {
    throw validationFailed({ resource: 'Environment', code: 'invalid', field: 'name' });
  }
  const environment: Environment = {
    id: state.ids('environment'),
    name,
    waitTimer: 0,
    reviewers: [],
    preventSelfReview: false,
    branches: 'all',
    createdAt: state.clock.now(),
    ...rules,
  };
  repo.environments.set(name.toLowerCase(), environment);
  return environment;
}

/** addDeploymentStatus records a status; a success retires the earlier deployments of its environment. */
export function addDeploymentStatus(
  state: GitHubState,
  repo: Repository,
  deployment: Deployment,
  input: {
    state: DeploymentState;
    description: string;
    environment: string | undefined;
    environmentUrl: string;
    logUrl: string;
    autoInactive: boolean;
  },
  token: Token,
): DeploymentStatus {
  const most = limit('deploymentStatusDescription');
  if (characters(input.description) > most) {
    const message = `description is too long (maximum is ${most} characters)`;
    throw validationFailed({ resource: 'DeploymentStatus', code: 'custom', field: 'description', message });
  }
  const { autoInactive, ...said } = input;
  const createdAt = state.clock.write();
  const status: DeploymentStatus = {
    id: state.ids('deploymentStatus'),
    ...said,
    environment: input.environment ?? deployment.environment,
    creator: token.actor,
    app: token.app,
    createdAt,
  };
  deployment.statuses.push(status);
  deployment.updatedAt = createdAt;
  if (input.state === 'success' && autoInactive) retireEarlier(state, repo, deployment, status);
  return status;
}

function retireEarlier(state: GitHubState, repo: Repository, deployment: Deployment, status: DeploymentStatus): void {
  for (const other of repo.deployments.values()) {
    const same = other !== deployment && other.environment === deployment.environment && other.id < deployment.id;
    if (!same || other.transient || other.statuses.at(-1)?.state !== 'success') continue;
    other.statuses.push({ ...status, id: state.ids('deploymentStatus'), state: 'inactive', description: '' });
    other.updatedAt = status.createdAt;
  }
}
