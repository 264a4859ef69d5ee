import { json, listed } from '../answer.ts';
import { notFound } from '../api-error.ts';
import type { GlobalRoutes } from '../context.ts';
import { privateUser, publicUser } from '../shapes/account.ts';
import { minimalRepository } from '../shapes/repository.ts';

/** Who am I, how much may I still ask, and what is there. */
export const accountRoutes: GlobalRoutes = {
  'rate-limit/get': ({ state, token }) => {
    const rate = state.rateLimits.read(token.value, token.kind);
    const core = { limit: rate.limit, used: rate.used, remaining: rate.remaining, reset: rate.reset };
    const unused = (limit: number) => ({ limit, used: 0, remaining: limit, reset: rate.reset });
    return json({
      resources: {
        core,
        search: unused(30),
        graphql: unused(rate.limit),
        code_search: unused(10),
        integration_manifest: unused(rate.limit),
        source_import: unused(100),
        code_scanning_upload: unused(rate.limit),
        code_scanning_autofix: unused(10),
        actions_runner_registration: unused(10_000),
        scim: unused(rate.limit),
        dependency_snapshots: unused(100),
      },
      rate: core,
    });
  },

  'meta/get': () =>
    json({ verifiable_password_authentication: false, hooks: [], web: [], api: [], git: [], actions: [] }),

  'users/get-authenticated': ({ state, token }) => json(privateUser(state, token.actor)),

  'users/get-by-username': ({ state, path }) => {
    const account = state.accounts.find(path.username);
    if (account === undefined) throw notFound();
    return json(publicUser(state, account));
  },

  'repos/list-for-org': ({ state, token, path, query }) => {
    const organization = state.accounts.find(path.org);
    if (organization === undefined) throw notFound();
    const visible = state.repositories
      .all()
      .filter((repo) => repo.owner === organization)
      .filter((repo) => !repo.private || token.repositories.has(repo.fullName.toLowerCase()))
      .filter((repo) => query.type !== 'public' || !repo.private)
      .filter((repo) => query.type !== 'private' || repo.private);
    return listed(visible, (repo) => minimalRepository(state, repo));
  },
};
