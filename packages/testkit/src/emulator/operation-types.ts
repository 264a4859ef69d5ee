import type { operations } from '@octokit/openapi-types';

/** The operationId of an operation of GitHub's REST API. */
export type OperationId = keyof operations;

/** The values in the path of a request, as numbers where the description says so (JSON has no bigint). */
export type PathOf<Op extends OperationId> = operations[Op] extends {
  parameters: { path: infer Path };
}
  ? { readonly [Name in keyof Path]: Exclude<Path[Name], bigint> }
  : Record<never, never>;

/** The query of a request after it has been checked. */
export type QueryOf<Op extends OperationId> = operations[Op] extends {
  parameters: { query?: infer Query };
}
  ? [NonNullable<Query>] extends [never]
    ? Record<never, never>
    : NonNullable<Query>
  : Record<never, never>;

/** The JSON body of a request after it has been checked. */
export type BodyOf<Op extends OperationId> = operations[Op] extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: { 'application/json': infer Content } }
    ? NonNullable<Content>
    : undefined
  : undefined;
