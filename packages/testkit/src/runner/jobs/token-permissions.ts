import { RunnerError } from '../errors.ts';
import { isMapping, type Plain } from '../plain-data.ts';

/** What a token may do in one area; `write` includes `read`. */
export type TokenAccess = 'none' | 'read' | 'write';

/** The access of a job's token, for every key of a `permissions:` block and for `metadata`. */
export type TokenPermissions = Record<string, TokenAccess>;

/**
 * Keys of a `permissions:` block and the highest access each can have. Source: workflow-v1.0 schema of
 * @actions/workflow-parser 0.3.61, 2026-11-20.
 */
const HIGHEST: Readonly<TokenPermissions> = {
  actions: 'write',
  'artifact-metadata': 'write',
  attestations: 'write',
  checks: 'write',
  'code-quality': 'write',
  contents: 'write',
  'copilot-requests': 'write',
  deployments: 'write',
  discussions: 'write',
  drives: 'write',
  'id-token': 'write',
  issues: 'write',
  models: 'read',
  packages: 'write',
  pages: 'write',
  'pull-requests': 'write',
  'repository-projects': 'write',
  'security-events': 'write',
  statuses: 'write',
  'vulnerability-alerts': 'read',
};

/** Keys that know no `read`. Source: as above. */
const WRITE_OR_NONE = ['copilot-requests', 'id-token'];

/** The two settings of a repository for tokens without a `permissions:` block. Source: GitHub documentation on GITHUB_TOKEN, 2026-11-20. */
export type DefaultPermissions = 'restricted' | 'permissive';

/**
 * tokenPermissions gives the access of a job's token: its own block, else that of the workflow, else the setting of
 * the repository, which is restricted for repositories made since 2023. On the pull request of a fork nothing is writable.
 */
export function tokenPermissions(
  workflow: Plain | undefined,
  job: Plain | undefined,
  circumstances: { defaults: DefaultPermissions; fork: boolean; ceiling?: TokenPermissions },
): TokenPermissions {
  const written = job ?? workflow;
  const granted = written === undefined ? defaultAccess(circumstances) : readBlock(written);
  const { ceiling } = circumstances;
  const capped = ceiling === undefined ? granted : mapAccess((key) => lower(granted[key], ceiling[key]));
  const allowed = circumstances.fork ? mapAccess((key) => readOnly(key, capped[key])) : capped;
  return { ...allowed, metadata: 'read' };
}

function defaultAccess(circumstances: { defaults: DefaultPermissions; ceiling?: TokenPermissions }): TokenPermissions {
  // A called workflow without a block has what its caller has.
  if (circumstances.ceiling !== undefined) return circumstances.ceiling;
  if (circumstances.defaults === 'restricted') {
    return mapAccess((key) => (key === 'contents' || key === 'packages' ? 'read' : 'none'));
  }
  return mapAccess((key) => (key === 'id-token' ? 'none' : (HIGHEST[key] ?? 'none')));
}

function readBlock(block: Plain): TokenPermissions {
  if (block === 'write-all') return mapAccess((key) => HIGHEST[key] ?? 'none');
  if (block === 'read-all') return mapAccess((key) => (WRITE_OR_NONE.includes(key) ? 'none' : 'read'));
  if (!isMapping(block)) throw new RunnerError('permissions must be a mapping, read-all or write-all.');
  return mapAccess((key) => {
    const access = block[key];
    return access === 'read' || access === 'write' ? access : 'none';
  });
}

function mapAccess(access: (key: string) => TokenAccess): TokenPermissions {
  return Object.fromEntries(Object.keys(HIGHEST).map((key) => [key, access(key)]));
}

function readOnly(key: string, access: TokenAccess | undefined): TokenAccess {
  if (access !== 'write') return access ?? 'none';
  return WRITE_OR_NONE.includes(key) ? 'none' : 'read';
}

const ORDER: readonly TokenAccess[] = ['none', 'read', 'write'];

function lower(left: TokenAccess = 'none', right: TokenAccess = 'none'): TokenAccess {
  return ORDER.indexOf(left) <= ORDER.indexOf(right) ? left : right;
}
