/** A root module of a repository, with what it is evaluated with. */
export interface RootModule {
  /** How reports call it, unique in the repository: `infra/live`, or `infra/live (prod)` when there are several variants. */
  readonly name: string;
  /** Its folder, from the root of the tree; empty for the root itself. */
  readonly path: string;
  /** The workspace; null when nothing says which, so that it is `default`. */
  readonly workspace: string | null;
  /** Files of variables beside those that Terraform loads by itself, from the root of the tree, in the order in which they count. */
  readonly varFiles: readonly string[];
}

/** A root module as `tollgate.yml` names it: see `schema/roots.json`. */
export interface NamedRoot {
  readonly path: string;
  readonly name?: string;
  readonly workspace?: string;
  readonly varFiles?: readonly string[];
}
