import { readFileSync } from 'node:fs';
import { asList, asText, entriesOf, isObject, member } from './json.ts';
import type { Schema } from './openapi-schema.ts';

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
  /** Whether the value may hold slashes (a branch, a file). */
  readonly multiSegment: boolean;
}

/** One operation of GitHub's REST API as its OpenAPI description has it. */
export interface Operation {
  /** For example `issues/create-comment`. */
  readonly id: string;
  readonly method: string;
  /** Path template, for example `/repos/{owner}/{repo}`. */
  readonly path: string;
  /** Page of GitHub's documentation; errors carry it. */
  readonly documentationUrl: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Schema | undefined } | undefined;
  /** Status codes that the description names, with the schema of their JSON body, if they have one. */
  readonly answers: ReadonlyMap<number, Schema | undefined>;
}

/** GitHub's description, reduced to what the emulator answers. */
export interface Description {
  readonly operations: readonly Operation[];
  /** The shared schemas, under `#/components/schemas/NAME`. */
  readonly components: unknown;
}

/** parseDescription reads the file that scripts/extract-openapi.ts makes. */
export function parseDescription(document: unknown): Description {
  const operations = entriesOf(member(document, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, operation]) => parseOperation(path, method.toUpperCase(), operation)),
  );
  return { operations, components: member(document, 'components') };
}

function parseOperation(path: string, method: string, operation: unknown): Operation {
  const id = asText(member(operation, 'operationId'));
  const documentationUrl = asText(member(member(operation, 'externalDocs'), 'url'));
  if (id === undefined || documentationUrl === undefined) {
    throw new Error(`${method} ${path} lacks its operationId or documentation in data/github-openapi.json.`);
  }
  const body = member(operation, 'requestBody');
  return {
    id,
    method,
    path,
    documentationUrl,
    parameters: asList(member(operation, 'parameters')).map(parseParameter),
    body: isObject(body) ? { required: body.required === true, schema: jsonSchemaOf(body) } : undefined,
    answers: new Map(
      entriesOf(member(operation, 'responses')).map(([status, response]) => [Number(status), jsonSchemaOf(response)]),
    ),
  };
}

function parseParameter(parameter: unknown): Parameter {
  const name = asText(member(parameter, 'name')) ?? '';
  return {
    name,
    in: member(parameter, 'in') === 'path' ? 'path' : 'query',
    required: member(parameter, 'required') === true,
    schema: schemaOf(member(parameter, 'schema')),
    // The path of a file has slashes too; the description forgets to say so.
    multiSegment:
      member(parameter, 'x-multi-segment') === true || name === 'path' || name === 'basehead' || name === 'tag',
  };
}

function jsonSchemaOf(body: unknown): Schema | undefined {
  const media = member(member(body, 'content'), 'application/json');
  return media === undefined ? undefined : schemaOf(member(media, 'schema'));
}

function schemaOf(value: unknown): Schema {
  return isObject(value) ? value : true;
}

let loaded: Description | undefined;

/** The description in data/github-openapi.json, read once. */
export function githubDescription(): Description {
  loaded ??= parseDescription(
    JSON.parse(readFileSync(new URL('../../data/github-openapi.json', import.meta.url), 'utf8')),
  );
  return loaded;
}
