import { content, json, listed } from '../answer.ts';
import { forbidden, notFound, unprocessable } from '../api-error.ts';
import type { RepositoryRoutes } from '../context.ts';
import { uploadSarif } from '../domain/code-scanning.ts';
import { alert, alertInstance, alertState, analysis, instanceOn } from '../shapes/code-scanning.ts';
import { repositoryUrl } from '../shapes/repository.ts';
import type { Alert, AlertInstance, Tool } from '../state/code-scanning.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Repository } from '../state/repository.ts';

function requireCodeScanning(repo: Repository): void {
  if (!repo.codeScanning) {
    throw forbidden('Advanced Security must be enabled for this repository to use code scanning.');
  }
}

function findAlert(repo: Repository, number: number): { alert: Alert; instance: AlertInstance } {
  const found = repo.alerts.get(number);
  if (found === undefined) throw notFound();
  const instance = instanceOn(found, defaultRef(repo)) ?? found.instances.at(-1);
  if (instance === undefined) throw notFound();
  return { alert: found, instance };
}

function defaultRef(repo: Repository): string {
  return `refs/heads/${repo.defaultBranch}`;
}

function fullRef(ref: string): string {
  return ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
}

function isTool(tool: Tool, query: { tool_name?: string | undefined; tool_guid?: string | null | undefined }): boolean {
  const named = query.tool_name === undefined || tool.name === query.tool_name;
  return named && (query.tool_guid === undefined || query.tool_guid === null || tool.guid === query.tool_guid);
}

function ordered<T>(items: readonly T[], direction: 'asc' | 'desc' | undefined): T[] {
  return direction === 'asc' ? [...items] : [...items].reverse();
}

function alertBody(state: GitHubState, repo: Repository, found: { alert: Alert; instance: AlertInstance }) {
  return alert(state, repo, found.alert, found.instance);
}

/** Code scanning: uploads, analyses and alerts. */
export const codeScanningRoutes: RepositoryRoutes = {
  'code-scanning/upload-sarif': async ({ state, repo, body }) => {
    requireCodeScanning(repo);
    const { id } = await uploadSarif(state, repo, { commit: body.commit_sha, ref: body.ref, sarif: body.sarif });
    return json({ id, url: `${repositoryUrl(state, repo)}/code-scanning/sarifs/${id}` }, 202);
  },

  'code-scanning/get-sarif': ({ state, repo, path }) => {
    requireCodeScanning(repo);
    const upload = repo.sarifs.get(path.sarif_id);
    if (upload === undefined) throw notFound();
    if (upload.pendingReads > 0) {
      upload.pendingReads -= 1;
      return json({ processing_status: 'pending' });
    }
    if (upload.errors.length > 0) return json({ processing_status: 'failed', errors: upload.errors });
    const url = `${repositoryUrl(state, repo)}/code-scanning/analyses?sarif_id=${upload.id}`;
    return json({ processing_status: 'complete', analyses_url: url });
  },

  'code-scanning/list-alerts-for-repo': ({ state, repo, query }) => {
    requireCodeScanning(repo);
    const ref = query.ref === undefined ? defaultRef(repo) : fullRef(query.ref);
    const found = [...repo.alerts.values()]
      .filter(({ tool }) => isTool(tool, query))
      .flatMap((one) => {
        const instance = instanceOn(one, ref);
        return instance === undefined ? [] : [{ alert: one, instance }];
      })
      .filter(({ alert: one, instance }) => query.state === undefined || alertState(one, instance) === query.state);
    return listed(ordered(found, query.direction), (one) => alertBody(state, repo, one));
  },

  'code-scanning/get-alert': ({ state, repo, path }) => {
    requireCodeScanning(repo);
    return json(alertBody(state, repo, findAlert(repo, path.alert_number)));
  },

  'code-scanning/update-alert': ({ state, repo, path, body, token }) => {
    requireCodeScanning(repo);
    const found = findAlert(repo, path.alert_number);
    if (body.state === 'dismissed') {
      const reason = body.dismissed_reason;
      if (reason === undefined || reason === null) {
        throw unprocessable('Invalid request.\n\n"dismissed_reason" wasn\'t supplied.');
      }
      const comment = body.dismissed_comment ?? null;
      found.alert.dismissal = { by: token.actor, at: state.clock.write(), reason, comment };
    }
    if (body.state === 'open') found.alert.dismissal = undefined;
    found.alert.updatedAt = state.clock.now();
    return json(alertBody(state, repo, found));
  },

  'code-scanning/list-alert-instances': ({ repo, path, query }) => {
    requireCodeScanning(repo);
    const { alert: found } = findAlert(repo, path.alert_number);
    const ref = query.pr === undefined ? query.ref : `refs/pull/${query.pr}/merge`;
    const instances = found.instances.filter((one) => ref === undefined || one.ref === fullRef(ref));
    return listed(instances, (one) => ({ ...alertInstance(found, one), state: one.state }));
  },

  'code-scanning/list-recent-analyses': ({ state, repo, query }) => {
    requireCodeScanning(repo);
    const ref = query.pr === undefined ? query.ref : `refs/pull/${query.pr}/merge`;
    const found = [...repo.analyses.values()]
      .filter((one) => isTool(one.tool, query))
      .filter((one) => ref === undefined || one.ref === fullRef(ref))
      .filter((one) => query.sarif_id === undefined || one.sarif === query.sarif_id);
    return listed(ordered(found, query.direction), (one) => analysis(state, repo, one));
  },

  'code-scanning/get-analysis': ({ state, repo, path, media }) => {
    requireCodeScanning(repo);
    const found = repo.analyses.get(path.analysis_id);
    if (found === undefined) throw notFound();
    if (media === 'sarif')
      return content('application/sarif+json; charset=utf-8', repo.sarifs.get(found.sarif)?.sarif ?? '');
    return json(analysis(state, repo, found));
  },
};
