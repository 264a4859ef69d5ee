import type { GitHubClient } from './client.ts';
import { isPermissionError } from './error.ts';

/** Who wrote something. */
export interface Author {
  readonly login: string;
  /** Whether it is an app, as Actions is. */
  readonly bot: boolean;
}

/** The author of what GitHub gives; nobody when the account is gone. */
export function authorOf(user: { readonly login: string; readonly type: string } | null): Author {
  return { login: user?.login ?? '', bot: user?.type === 'Bot' };
}

/** Of comments with our marker, those that the token has written: anybody can copy a marker. */
export async function ownAmong<Comment extends { readonly author: Author }>(
  client: GitHubClient,
  marked: readonly Comment[],
): Promise<Comment[]> {
  // Only apps and Actions post as bots; with a person's token our comments are that person's.
  const bots = marked.filter(({ author }) => author.bot);
  if (bots.length > 0 || marked.length === 0) return bots;
  const login = await ownLogin(client);
  return marked.filter(({ author }) => author.login === login);
}

/** The login of a person's token; undefined for the token of an app or of Actions, which may not ask. */
async function ownLogin(client: GitHubClient): Promise<string | undefined> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (isPermissionError(error)) return undefined;
    throw error;
  }
}
