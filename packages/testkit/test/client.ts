import { Octokit } from '@octokit/rest';
import type { GitHub, RepositoryHandle, TokenRequest } from '../src/emulator/index.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** GitHub's own client, talking to an emulator with a token. */
export function clientFor(github: GitHub, token: string): Octokit {
  return new Octokit({ auth: token, baseUrl: github.apiUrl, log: SILENT });
}

/** A client with a fresh token of the given permissions. */
export function clientWith(
  github: GitHub,
  repo: RepositoryHandle,
  permissions: NonNullable<TokenRequest['permissions']>,
  more: Pick<TokenRequest, 'kind' | 'login'> = {},
): Octokit {
  return clientFor(github, github.createToken({ repository: repo.fullName, permissions, ...more }));
}

/** What a refused request looked like: its status and GitHub's body. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ status: number; body: unknown; headers: unknown }> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Error && 'status' in error && typeof error.status === 'number' && 'response' in error) {
      const { response } = error;
      if (typeof response === 'object' && response !== null && 'data' in response && 'headers' in response) {
        return { status: error.status, body: response.data, headers: response.headers };
      }
    }
    throw error;
  }
  throw new Error('The request was not refused.');
}
