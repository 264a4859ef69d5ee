import { asList, asText, entriesOf, isObject, member } from './json.ts';
import { referencedSchemas, toJsonSchema } from './openapi-schema.ts';

/** What the extract says about itself. */
export interface ExtractHeader {
  /** The package, its version and the file in it. */
  readonly source: string;
  /** The day on which that version was published, as YYYY-MM-DD. */
  readonly date: string;
  /** Where the licence of the description is. */
  readonly license: string;
}

/**
 * extractOpenapi gives the part of an OpenAPI 3.0 description that describes the named operations, as OpenAPI 3.1:
 * paths, parameters, bodies, answers and the schemas they refer to, without prose. Keys are sorted, so that the same
 * description gives the same bytes.
 *
 * @throws Error when the description lacks one of the operations.
 */
export function extractOpenapi(description: unknown, operationIds: readonly string[], header: ExtractHeader): unknown {
  const wanted = new Set(operationIds);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, operation, id } of operationsOf(description)) {
    if (!wanted.delete(id)) continue;
    paths[path] ??= {};
    paths[path][method] = structureOf(description, operation, id);
  }
  if (wanted.size > 0) {
    throw new Error(`The description has no operation ${[...wanted].join(', ')}. Mend data/operations.json.`);
  }
  return sorted({
    openapi: '3.1.0',
    info: header,
    paths,
    components: { schemas: reachableSchemas(description, paths) },
  });
}

/** Examples of one operation, as GitHub's description gives them. */
export interface OperationExamples {
  /** Bodies that GitHub accepts. */
  readonly requests: readonly unknown[];
  /** The shape of GitHub's answer: every value replaced by the name of its type, of a list only the first item. */
  readonly answer?: { readonly status: number; readonly shape: unknown };
}

/** extractExamples gives GitHub's example bodies and the shapes of its example answers for the named operations. */
export function extractExamples(
  description: unknown,
  operationIds: readonly string[],
): Record<string, OperationExamples> {
  const wanted = new Set(operationIds);
  const examples: Record<string, OperationExamples> = {};
  for (const { operation, id } of operationsOf(description)) {
    if (!wanted.has(id)) continue;
    const requests = exampleValues(description, jsonContent(member(operation, 'requestBody')));
    const answer = entriesOf(member(operation, 'responses'))
      .filter(([status]) => status.startsWith('2'))
      .map(([status, response]) => ({
        status: Number(status),
        values: exampleValues(description, jsonContent(resolve(description, response))),
      }))
      .find(({ values }) => values.length > 0);
    if (requests.length === 0 && answer === undefined) continue;
    examples[id] =
      answer === undefined
        ? { requests }
        : { requests, answer: { status: answer.status, shape: shapeOf(answer.values[0]) } };
  }
  return Object.fromEntries(Object.entries(examples).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** shapeOf replaces every value by the name of its type; of a list it keeps the shape of the first item. */
export function shapeOf(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
  return typeof value;
}

function operationsOf(description: unknown) {
  return entriesOf(member(description, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      id: asText(member(operation, 'operationId')) ?? '',
    })),
  );
}

function structureOf(description: unknown, operation: unknown, operationId: string): unknown {
  const parameters = asList(member(operation, 'parameters')).map((parameter) => {
    const resolved = resolve(description, parameter);
    return {
      name: member(resolved, 'name'),
      in: member(resolved, 'in'),
      required: member(resolved, 'required') === true,
      schema: toJsonSchema(member(resolved, 'schema')),
      ...(member(resolved, 'x-multi-segment') === true ? { 'x-multi-segment': true } : {}),
    };
  });
  const body = resolve(description, member(operation, 'requestBody'));
  const responses = entriesOf(member(operation, 'responses')).map(([status, response]) => {
    const content = contentOf(resolve(description, response));
    return [status, content === undefined ? {} : { content }];
  });
  return {
    operationId,
    externalDocs: { url: member(member(operation, 'externalDocs'), 'url') },
    parameters,
    ...(body === undefined
      ? {}
      : { requestBody: { required: member(body, 'required') === true, content: contentOf(body) } }),
    responses: Object.fromEntries(responses),
  };
}

/** The media types of a body with their schemas; undefined for a body without content. */
function contentOf(body: unknown): unknown {
  const types = entriesOf(member(body, 'content'));
  if (types.length === 0) return undefined;
  return Object.fromEntries(types.map(([type, media]) => [type, { schema: toJsonSchema(member(media, 'schema')) }]));
}

function reachableSchemas(description: unknown, paths: unknown): Record<string, unknown> {
  const all = member(member(description, 'components'), 'schemas');
  const reached: Record<string, unknown> = {};
  const pending = referencedSchemas(paths);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name in reached) continue;
    const schema = toJsonSchema(member(all, name));
    reached[name] = schema;
    pending.push(...referencedSchemas(schema));
  }
  return reached;
}

function jsonContent(body: unknown): unknown {
  return member(member(body, 'content'), 'application/json');
}

function exampleValues(description: unknown, media: unknown): unknown[] {
  const named = entriesOf(member(media, 'examples')).map(([, example]) =>
    member(resolve(description, example), 'value'),
  );
  const single = member(media, 'example');
  return [...named, single].filter((value) => value !== undefined);
}

/** Follows a `$ref` inside the description. */
function resolve(description: unknown, value: unknown): unknown {
  const reference = asText(member(value, '$ref'));
  if (reference === undefined) return value;
  const target = reference.replace(/^#\//, '').split('/').reduce(member, description);
  return resolve(description, target);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
