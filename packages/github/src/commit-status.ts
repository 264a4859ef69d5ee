import type { GitHubClient } from './client.ts';
import type { RepositoryName } from './event.ts';
import { type Publication, unlessReadOnly } from './publication.ts';
import { writeOnce } from './write-once.ts';

/** The most characters of a status' description; GitHub answers 422 to more. */
export const statusDescriptionLimit = 140;

/** The state of one context on a commit; the newest one counts. */
export interface CommitStatus {
  readonly repository: RepositoryName;
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string;
  readonly targetUrl: string;
}

/** Sets a commit status. Setting it twice shows the same as once. */
export function publishCommitStatus(client: GitHubClient, status: CommitStatus): Promise<Publication> {
  return unlessReadOnly(async () => {
    const { data } = await writeOnce(client, {
      write: () =>
        client.rest.repos.createCommitStatus({
          owner: status.repository.owner,
          repo: status.repository.name,
          sha: status.sha,
          context: status.context,
          state: status.state,
          description: status.description.slice(0, statusDescriptionLimit),
          target_url: status.targetUrl,
        }),
      lookUp: async () => undefined,
    });
    return { kind: 'published', url: data.url };
  });
}
