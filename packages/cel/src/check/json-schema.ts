import { BOOL, DYN, NULL, NUMBER, type ObjectType, STRING, type Type } from './type.ts';

/** A JSON Schema (draft 2020-12) as parsed JSON: an object, `true` or `false`. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

const cache = new WeakMap<object, Type>();

/**
 * The type that a JSON Schema describes. Understood are `type`, `properties`, `additionalProperties`, `items`,
 * `enum`, `const` and `$ref` to a place in the same document. What else a schema says, and alternatives (`oneOf`,
 * `anyOf`), is not used: such a value is `dyn`.
 *
 * An object with `properties` has only these fields unless `additionalProperties` says otherwise: an expression that
 * names another one is most likely misspelt, even though the schema would allow it.
 */
export function typeFromSchema(schema: JsonSchema): Type {
  if (typeof schema !== 'object') return DYN;
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const type = convert(schema, { root: schema, following: new Set() });
  cache.set(schema, type);
  return type;
}

interface Context {
  readonly root: JsonSchema;
  /** References that are being followed, against references that only lead to each other. */
  readonly following: ReadonlySet<string>;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function isStringList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function convert(schema: unknown, context: Context): Type {
  if (!isSchema(schema) || typeof schema === 'boolean') return DYN;
  if (typeof schema.$ref === 'string') return followReference(schema.$ref, context);
  if (schema.const !== undefined) return typeOfConstants([schema.const]);
  if (Array.isArray(schema.enum)) return typeOfConstants(schema.enum);
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return DYN;
  const types = typeof schema.type === 'string' ? [schema.type] : isStringList(schema.type) ? schema.type : [];
  const [first, ...others] = types.filter((type) => type !== 'null');
  if (others.length > 0) return DYN;
  if (first === undefined) {
    if (types.includes('null')) return NULL;
    return schema.properties === undefined ? DYN : objectType(schema, context);
  }
  const type = convertOne(first, schema, context);
  return types.includes('null') && type.kind !== 'dyn' ? { kind: 'nullable', of: type } : type;
}

function convertOne(name: string, schema: { readonly [keyword: string]: unknown }, context: Context): Type {
  switch (name) {
    case 'string':
      return STRING;
    case 'boolean':
      return BOOL;
    case 'integer':
    case 'number':
      return NUMBER;
    case 'array':
      return { kind: 'list', element: convert(schema.items, context) };
    case 'object':
      if (schema.properties !== undefined) return objectType(schema, context);
      return { kind: 'map', key: STRING, value: convert(schema.additionalProperties, context) };
    default:
      return DYN;
  }
}

function objectType(schema: { readonly [keyword: string]: unknown }, context: Context): ObjectType {
  const properties = isSchema(schema.properties) && typeof schema.properties === 'object' ? schema.properties : {};
  const fields = new Map<string, Type>();
  const { additionalProperties } = schema;
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  return {
    kind: 'object',
    fieldNames: Object.keys(properties),
    rest: isOpen ? convert(additionalProperties, context) : null,
    field(name) {
      if (!Object.hasOwn(properties, name)) return undefined;
      const known = fields.get(name);
      if (known !== undefined) return known;
      const type = convert(properties[name], { root: context.root, following: new Set() });
      fields.set(name, type);
      return type;
    },
  };
}

function typeOfConstants(values: readonly unknown[]): Type {
  const present = values.filter((value) => value !== null);
  let type: Type = DYN;
  if (isStringList(present) && present.length > 0) type = { kind: 'string', values: present };
  else if (present.length > 0 && present.every((value) => typeof value === 'number')) type = NUMBER;
  else if (present.length > 0 && present.every((value) => typeof value === 'boolean')) type = BOOL;
  else if (present.length === 0) return NULL;
  return present.length < values.length && type !== DYN ? { kind: 'nullable', of: type } : type;
}

function followReference(reference: string, context: Context): Type {
  if (!reference.startsWith('#') || context.following.has(reference)) return DYN;
  let target: unknown = context.root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    target =
      typeof target === 'object' && target !== null ? Object.getOwnPropertyDescriptor(target, key)?.value : undefined;
  }
  return convert(target, { root: context.root, following: new Set([...context.following, reference]) });
}
