import { asList, isObject } from './json.ts';

/** A JSON Schema: an object, or true and false for everything and nothing. */
export type Schema = boolean | { readonly [key: string]: unknown };

/** Keywords that say something to people or to code generators, and nothing about the shape. */
const PROSE = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'discriminator',
  'xml',
  'tags',
]);

/** Formats that a validator of JSON Schema knows; the others of the description (`int64`, `repo.nwo`) only name a type. */
const KNOWN_FORMATS = new Set(['date-time', 'date', 'email', 'uri', 'binary']);

/** Keywords whose members are names chosen by the author, so that a property called `title` stays. */
const NAMED = new Set(['properties', 'patternProperties']);

/** Keywords whose value is data, not a schema. */
const LITERAL = new Set(['enum', 'default', 'required', 'const']);

/**
 * toJsonSchema gives the structure of an OpenAPI 3.0 schema as JSON Schema: prose and extensions are left out, and
 * `nullable` becomes a type of its own.
 */
export function toJsonSchema(schema: unknown): Schema {
  if (!isObject(schema)) return schema !== false;
  const { nullable, ...rest } = schema;
  const structure: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(rest)) {
    if (PROSE.has(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === 'format' && !(typeof value === 'string' && KNOWN_FORMATS.has(value))) continue;
    structure[keyword] = convert(keyword, value);
  }
  return nullable === true ? admitNull(structure) : structure;
}

function convert(keyword: string, value: unknown): unknown {
  if (LITERAL.has(keyword) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (NAMED.has(keyword)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, toJsonSchema(schema)]));
  }
  return toJsonSchema(value);
}

function admitNull(schema: Record<string, unknown>): Schema {
  const combined = ['$ref', 'oneOf', 'anyOf', 'allOf'].some((keyword) => keyword in schema);
  if (combined) return { anyOf: [schema, { type: 'null' }] };
  const admitting = { ...schema };
  if (typeof schema.type === 'string') admitting.type = [schema.type, 'null'];
  if (Array.isArray(schema.enum)) admitting.enum = [...schema.enum.filter((value) => value !== null), null];
  return admitting;
}

/** The names of the shared schemas (`#/components/schemas/NAME`) that a schema refers to, itself not followed. */
export function referencedSchemas(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(referencedSchemas);
  if (!isObject(schema)) return [];
  const own = typeof schema.$ref === 'string' ? [schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] : [];
  return [...own, ...Object.values(schema).flatMap(referencedSchemas)];
}

/**
 * closed gives the schema with every object closed: a member that the description does not name is an error. GitHub
 * ignores most unknown members, but in a test a misspelt one must not pass. Objects that the description leaves free
 * (`payload` of a deployment) stay free.
 */
export function closed(schema: Schema): Schema {
  return close(schema, true);
}

const IN_PLACE = ['allOf', 'anyOf', 'oneOf'];

function close(schema: Schema, outermost: boolean): Schema {
  if (typeof schema === 'boolean') return schema;
  const result: Record<string, unknown> = { ...schema };
  if (isObject(schema.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, close(toSchema(property), true)]),
    );
    // An alternative that names a few members only narrows them: the object around it says which there are.
    delete result.additionalProperties;
  }
  if (isObject(schema.items)) result.items = close(schema.items, true);
  const alternativesStandAlone = !isObject(schema.properties);
  for (const keyword of IN_PLACE) {
    if (keyword in schema) {
      result[keyword] = asList(schema[keyword]).map((part) =>
        close(toSchema(part), alternativesStandAlone && outermost),
      );
    }
  }
  if (outermost && isObject(schema.properties)) result.unevaluatedProperties = false;
  return result;
}

function toSchema(value: unknown): Schema {
  return isObject(value) ? value : value !== false;
}
