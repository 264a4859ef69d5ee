import { jsonReply, type Reply } from './reply.ts';

/** The emulator answers REST only: a GraphQL request gets an error that says so, in the shape of GraphQL. */
export function graphqlReply(): Reply {
  const message = 'The emulator does not answer GraphQL. Use the REST API.';
  return jsonReply(200, { data: null, errors: [{ type: 'NOT_IMPLEMENTED', message }] });
}
