/** What a token may do in one area of a repository; `write` includes `read`. */
export type Access = 'none' | 'read' | 'write';

/** A `permissions:` block. An area that it does not name has the access `others`: none, unless it is `read-all`. */
export interface Permissions {
  readonly scopes: Readonly<Record<string, Access>>;
  readonly others: Access;
}

const strength: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 };

/** readPermissions reads the value of a `permissions:` key; undefined when it is not one. */
export function readPermissions(value: unknown): Permissions | undefined {
  if (value === 'read-all') return { scopes: {}, others: 'read' };
  if (value === 'write-all') return { scopes: {}, others: 'write' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const scopes: Record<string, Access> = {};
  for (const [scope, access] of Object.entries(value)) {
    if (!isAccess(access)) return undefined;
    scopes[scope] = access;
  }
  return { scopes, others: 'none' };
}

/** missingAccess lists what `wanted` asks for and `given` does not include, as `scope: access`. */
export function missingAccess(given: Permissions, wanted: Permissions): string[] {
  return Object.entries(wanted.scopes)
    .filter(([scope, access]) => strength[given.scopes[scope] ?? given.others] < strength[access])
    .map(([scope, access]) => `${scope}: ${access}`);
}

function isAccess(value: unknown): value is Access {
  return value === 'none' || value === 'read' || value === 'write';
}
