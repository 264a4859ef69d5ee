import type { JsonObject, JsonValue } from '../json.ts';

/** A JSON Schema, or a part of one. */
export type Schema = JsonObject;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The part of a schema that a pointer such as `#/$defs/rule` names, through references; empty when there is none. */
export function schemaAt(root: Schema, pointer: string): Schema {
  let part: JsonValue = root;
  for (const step of pointerSteps(pointer)) {
    if (isJsonObject(part)) part = resolved(root, part)[step] ?? null;
    else if (Array.isArray(part)) part = part[Number(step)] ?? null;
    else return {};
  }
  return isJsonObject(part) ? resolved(root, part) : {};
}

/** A schema with what it refers to; what it says itself comes first. */
function resolved(root: Schema, schema: Schema): Schema {
  return typeof schema.$ref === 'string' ? { ...schemaAt(root, schema.$ref), ...schema } : schema;
}

/** The steps of a JSON Pointer, with or without the `#` of a fragment. */
export function pointerSteps(pointer: string): readonly string[] {
  const steps = pointer.replace(/^#/, '').split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer to what a pointer's target stands in. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The names of the properties that a schema lists. */
export function propertyNames(schema: Schema): readonly string[] {
  return isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
}

/** What a property is for, in the schema's words, or in those of the schema that it refers to. */
export function propertyMeaning(root: Schema, schema: Schema, name: string): string | undefined {
  const property = isJsonObject(schema.properties) ? schema.properties[name] : undefined;
  const description = isJsonObject(property) ? resolved(root, property).description : undefined;
  return typeof description === 'string' ? description : undefined;
}

/** JSON Schema's name of a value's type. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** JSON Schema's words for types, and those of people who write YAML. */
const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

/** A type, or several, in words: `a text or a list`. */
export function typeText(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return [...new Set(types.map((one) => typeWords[String(one)] ?? String(one)))].join(' or ');
}
