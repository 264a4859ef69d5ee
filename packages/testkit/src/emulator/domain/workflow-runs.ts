import { resolveCommit } from '../git/refs.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';
import { ACTIONS_APP } from '../tokens.ts';
import { zipOf } from '../zip.ts';
import { suiteOf } from './checks.ts';
import { findPull } from './pull-requests.ts';

/** A run to record. */
export interface NewWorkflowRun {
  /** Default `CI` in `.github/workflows/ci.yml`. */
  readonly workflow?: { readonly name: string; readonly path: string };
  readonly event: string;
  /** The pull request that it ran for: gives head branch, commit and repository, also of a fork. */
  readonly pullRequest?: number;
  /** Otherwise the branch that it ran on. Default: the default branch. */
  readonly branch?: string;
  /** Default `completed`. */
  readonly status?: WorkflowRun['status'];
  /** Default `success` for a completed run. */
  readonly conclusion?: WorkflowRun['conclusion'];
  /** Login. Default `octocat`. */
  readonly actor?: string;
}

/** createWorkflowRun records a run and gives its id. */
export async function createWorkflowRun(state: GitHubState, repo: Repository, wanted: NewWorkflowRun): Promise<number> {
  const head = await headOf(repo, wanted);
  const { name, path } = wanted.workflow ?? { name: 'CI', path: '.github/workflows/ci.yml' };
  const runs = [...repo.workflowRuns.values()];
  const workflow = runs.find((run) => run.workflow.path === path)?.workflow ?? {
    id: state.ids('workflow'),
    name,
    path,
  };
  const status = wanted.status ?? 'completed';
  const suite = await suiteOf(state, repo, head.headSha, ACTIONS_APP);
  const run: WorkflowRun = {
    id: state.ids('workflowRun'),
    runNumber: runs.filter((other) => other.workflow === workflow).length + 1,
    workflow,
    event: wanted.event,
    ...head,
    actor: state.accounts.user(wanted.actor ?? 'octocat'),
    status,
    conclusion: status === 'completed' ? (wanted.conclusion ?? 'success') : null,
    suite: suite.id,
    createdAt: state.clock.write(),
  };
  repo.workflowRuns.set(run.id, run);
  return run.id;
}

async function headOf(
  repo: Repository,
  { pullRequest, branch = repo.defaultBranch }: NewWorkflowRun,
): Promise<Pick<WorkflowRun, 'headRepository' | 'headBranch' | 'headSha'>> {
  if (pullRequest !== undefined) {
    const { head } = findPull(repo, pullRequest).pull;
    return { headRepository: head.repository, headBranch: head.ref, headSha: head.sha };
  }
  const headSha = await resolveCommit(repo.dir, branch);
  if (headSha === undefined) throw new Error(`${repo.fullName} has no branch ${branch}.`);
  return { headRepository: repo, headBranch: branch, headSha };
}

/** An artifact to store. */
export interface NewArtifact {
  /** The run that stored it. */
  readonly run: number;
  readonly name: string;
  /** Text or bytes by path. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly expired?: boolean;
}

/** createArtifact stores files as an artifact of a run and gives its id. */
export function createArtifact(state: GitHubState, repo: Repository, wanted: NewArtifact): number {
  const run = repo.workflowRuns.get(wanted.run);
  if (run === undefined) throw new Error(`${repo.fullName} has no run ${wanted.run}.`);
  const id = state.ids('artifact');
  repo.artifacts.set(id, {
    id,
    name: wanted.name,
    run,
    archive: zipOf(wanted.files),
    expired: wanted.expired ?? false,
    createdAt: state.clock.write(),
  });
  return id;
}
