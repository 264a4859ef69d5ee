import { readFileSync } from 'node:fs';

/** How far a permission reaches; write includes read. */
export type AccessLevel = 'read' | 'write' | 'admin';

/** Permissions of a token under the names of GitHub's API (`pull_requests`, not `pull-requests`). */
export type Permissions = ReadonlyMap<string, AccessLevel>;

/** One way to be allowed: all of these permissions together. */
export type Alternative = ReadonlyMap<string, AccessLevel>;

/** What an operation needs. */
export type Requirement =
  | { readonly kind: 'any-token' }
  | { readonly kind: 'user-token' }
  | {
      readonly kind: 'permissions';
      /** As in the header `x-accepted-github-permissions`. */
      readonly accepted: string;
      readonly alternatives: readonly Alternative[];
    };

const LEVELS: readonly AccessLevel[] = ['read', 'write', 'admin'];

/** parseRequirement reads `issues=write; pull_requests=write` (`;` = or, `,` = and), `any-token` or `user-token`. */
export function parseRequirement(accepted: string): Requirement {
  if (accepted === 'any-token' || accepted === 'user-token') return { kind: accepted };
  const alternatives = accepted.split(';').map((alternative) => new Map(alternative.split(',').map(parsePermission)));
  return { kind: 'permissions', accepted, alternatives };
}

function parsePermission(text: string): [string, AccessLevel] {
  const [name, level] = text.trim().split('=');
  const known = LEVELS.find((candidate) => candidate === level);
  if (name === undefined || known === undefined) {
    throw new Error(`"${text}" in data/permissions.tsv is no permission. Write name=read, name=write or name=admin.`);
  }
  return [name, known];
}

/** parsePermissionTable reads data/permissions.tsv: what each operation needs, by method and path template. */
export function parsePermissionTable(text: string): ReadonlyMap<string, Requirement> {
  const [, ...rows] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    rows.map((row) => {
      const [verb, path, accepted] = row.split('\t');
      if (accepted === undefined) throw new Error(`The row "${row}" of data/permissions.tsv has too few columns.`);
      return [`${verb} ${path}`, parseRequirement(accepted)];
    }),
  );
}

const table = parsePermissionTable(readFileSync(new URL('../../data/permissions.tsv', import.meta.url), 'utf8'));

/**
 * requirementOf gives what an operation needs.
 *
 * @throws Error when the table has no row for it.
 */
export function requirementOf(operation: { readonly method: string; readonly path: string }): Requirement {
  const found = table.get(`${operation.method} ${operation.path}`);
  if (found === undefined) {
    throw new Error(`data/permissions.tsv has no row for ${operation.method} ${operation.path}.`);
  }
  return found;
}

/** Whether the permissions hold what one alternative asks. */
export function covers(permissions: Permissions, alternative: Alternative): boolean {
  return [...alternative].every(([name, level]) => {
    const held = name === 'metadata' ? (permissions.get(name) ?? 'read') : permissions.get(name);
    return held !== undefined && LEVELS.indexOf(held) >= LEVELS.indexOf(level);
  });
}
