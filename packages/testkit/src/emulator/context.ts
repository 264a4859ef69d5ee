import type { Answer } from './answer.ts';
import type { BodyOf, OperationId, PathOf, QueryOf } from './operation-types.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';
import type { Token } from './tokens.ts';

/** The form of an answer that the `Accept` header asks for. */
export type Media = 'json' | 'diff' | 'patch' | 'raw' | 'object' | 'sha' | 'sarif' | 'octet-stream';

/** A request after all checks: what an operation works with. */
export interface Context<Op extends OperationId> {
  readonly state: GitHubState;
  readonly token: Token;
  readonly path: PathOf<Op>;
  readonly query: QueryOf<Op>;
  readonly body: BodyOf<Op>;
  readonly media: Media;
  /** The body as it came, for uploads. */
  readonly raw: Buffer;
  readonly contentType: string;
}

/** A request under `/repos/{owner}/{repo}`. */
export interface RepositoryContext<Op extends OperationId> extends Context<Op> {
  readonly repo: Repository;
}

/** Operations of a repository by their operationId. */
export type RepositoryRoutes = {
  readonly [Op in OperationId]?: (context: RepositoryContext<Op>) => Answer | Promise<Answer>;
};

/** Operations outside of any repository by their operationId. */
export type GlobalRoutes = {
  readonly [Op in OperationId]?: (context: Context<Op>) => Answer | Promise<Answer>;
};

/** mediaOf reads the form asked for, with or without GitHub's old `v3` and with or without `+json`. */
export function mediaOf(accept: string | undefined): Media {
  if (accept === undefined) return 'json';
  if (/application\/octet-stream/.test(accept)) return 'octet-stream';
  if (/application\/sarif\+json/.test(accept)) return 'sarif';
  const form = /application\/vnd\.github(?:\.v3)?\.(diff|patch|raw|object|sha)\b/.exec(accept)?.[1];
  switch (form) {
    case 'diff':
    case 'patch':
    case 'raw':
    case 'object':
    case 'sha':
      return form;
    default:
      return 'json';
  }
}
