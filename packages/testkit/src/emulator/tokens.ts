import type { Ids } from './ids.ts';
import type { AccessLevel, Permissions } from './permissions.ts';
import type { Account, Accounts } from './state/account.ts';

/** actions: the GITHUB_TOKEN of a workflow; user: a fine-grained personal token; app: an installation token. */
export type TokenKind = 'actions' | 'user' | 'app';

/** A GitHub App, as check runs and deployments name it. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** A token that the emulator has given out. */
export interface Token {
  readonly value: string;
  readonly kind: TokenKind;
  /** Full names of the repositories that it is for, in lower case. */
  readonly repositories: ReadonlySet<string>;
  readonly permissions: Permissions;
  /** Who acts with it. */
  readonly actor: Account;
  /** The app behind it; a personal token has none. */
  readonly app: App | undefined;
}

/** What a test asks for. */
export interface TokenRequest {
  /** Full name or names, for example `acme/infra`. */
  readonly repository: string | readonly string[];
  /** Keys as in the `permissions:` block of a workflow, for example `{ 'pull-requests': 'write' }`. */
  readonly permissions?: Readonly<Record<string, 'read' | 'write' | 'admin' | 'none'>>;
  /** Default `actions`. */
  readonly kind?: TokenKind;
  /** Who acts: the user of a personal token, or the slug of an app. */
  readonly login?: string;
}

/** The app that stands behind every GITHUB_TOKEN, with the numbers it has on github.com. */
export const ACTIONS_APP: App = { id: 15368, slug: 'github-actions', name: 'GitHub Actions' };
const ACTIONS_BOT_ID = 41898282;

/** Keys of a workflow's `permissions:` block. Source: actions/workflow-parser 0.3.61, workflow-v1.0 schema; 2026-11-20. */
const WORKFLOW_KEYS = new Set([
  'actions',
  'artifact_metadata',
  'attestations',
  'checks',
  'code_quality',
  'contents',
  'deployments',
  'discussions',
  'id_token',
  'issues',
  'metadata',
  'models',
  'packages',
  'pages',
  'pull_requests',
  'repository_projects',
  'security_events',
  'statuses',
  'vulnerability_alerts',
]);

/** The tokens of one emulator. */
export class Tokens {
  readonly #byValue = new Map<string, Token>();
  readonly #apps = new Map<string, App>();
  readonly #ids: Ids;
  readonly #accounts: Accounts;

  constructor(ids: Ids, accounts: Accounts) {
    this.#ids = ids;
    this.#accounts = accounts;
  }

  /**
   * Makes a token.
   *
   * @throws Error when a workflow's token is asked for a permission that it can never have.
   */
  create({ repository, permissions = {}, kind = 'actions', login }: TokenRequest): Token {
    const granted = normalise(permissions);
    if (kind === 'actions') refuseForeignKeys(granted);
    const app = this.#appOf(kind, login);
    const number = this.#ids('token');
    const token: Token = {
      value: `${PREFIX[kind]}${String(number).padStart(36, '0')}`,
      kind,
      repositories: new Set([repository].flat().map((name) => name.toLowerCase())),
      permissions: granted,
      actor: this.#actorOf(kind, login, app),
      app,
    };
    this.#byValue.set(token.value, token);
    return token;
  }

  find(value: string): Token | undefined {
    return this.#byValue.get(value);
  }

  #appOf(kind: TokenKind, login: string | undefined): App | undefined {
    if (kind === 'user') return undefined;
    if (kind === 'actions') return ACTIONS_APP;
    const slug = login ?? 'acme-app';
    const known = this.#apps.get(slug) ?? { id: this.#ids('app'), slug, name: slug };
    this.#apps.set(slug, known);
    return known;
  }

  #actorOf(kind: TokenKind, login: string | undefined, app: App | undefined): Account {
    if (kind === 'actions') return this.#accounts.bot(`${ACTIONS_APP.slug}[bot]`, ACTIONS_BOT_ID);
    return app === undefined ? this.#accounts.user(login ?? 'octocat') : this.#accounts.bot(`${app.slug}[bot]`);
  }
}

const PREFIX: Readonly<Record<TokenKind, string>> = { actions: 'ghs_a', app: 'ghs_b', user: 'github_pat_' };

function normalise(permissions: Readonly<Record<string, string>>): Permissions {
  const granted = new Map<string, AccessLevel>();
  for (const [key, level] of Object.entries(permissions)) {
    if (level === 'read' || level === 'write' || level === 'admin') granted.set(key.replaceAll('-', '_'), level);
  }
  return granted;
}

function refuseForeignKeys(permissions: Permissions): void {
  for (const name of permissions.keys()) {
    if (WORKFLOW_KEYS.has(name)) continue;
    throw new Error(
      `The token of a workflow cannot have the permission ${name}: no permissions: block has this key. Ask for kind 'app' or 'user'.`,
    );
  }
}
