import type { Account } from './account.ts';

/** How much somebody may do in a repository. */
export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin';

/** A team of an organization. */
export interface Team {
  readonly id: number;
  readonly organization: Account;
  readonly slug: string;
  readonly name: string;
  readonly members: readonly { readonly account: Account; readonly role: 'member' | 'maintainer' }[];
  /** Full names of repositories in lower case, with the role of the team there. */
  readonly repositories: ReadonlyMap<string, Role>;
  readonly createdAt: Date;
}
