import { isoTime, START } from '../clock.ts';
import { nodeId } from '../ids.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { App } from '../tokens.ts';
import { simpleUser } from './account.ts';

const PERMISSIONS = {
  checks: 'write',
  contents: 'read',
  deployments: 'write',
  issues: 'write',
  metadata: 'read',
  single_file: 'write',
};

/** A GitHub App (schema `integration`). */
export function integration(state: GitHubState, { id, slug, name }: App) {
  return {
    id,
    slug,
    node_id: nodeId('Integration', id),
    owner: simpleUser(state, state.accounts.organization('github')),
    name,
    description: null,
    external_url: `${state.addresses.server}/apps/${slug}`,
    html_url: `${state.addresses.server}/apps/${slug}`,
    created_at: isoTime(START),
    updated_at: isoTime(START),
    permissions: PERMISSIONS,
    events: ['check_run', 'check_suite'],
  };
}

/** A GitHub App, or null (schema `nullable-integration`). */
export function nullableIntegration(state: GitHubState, app: App | undefined) {
  return app === undefined ? null : integration(state, app);
}
