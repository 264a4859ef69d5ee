// Writes what a JSON Schema says of fields as a table of Markdown.

/** What a table tells of a JSON Schema. Other keywords are for machines. */
export interface Schema {
  readonly description: string;
  readonly types: readonly string[];
  readonly choices: readonly unknown[];
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  /** What every further property of a mapping is, and every element of a list. */
  readonly others: Schema | null;
  readonly items: Schema | null;
  /** The name of the definition that it refers to. */
  readonly definition: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** One row: the name of a field, what it takes, whether it is needed, what it means. */
export type FieldRow = readonly [field: string, value: string, needed: string, meaning: string];

/** Reads a JSON Schema; `root` is the document in which `#/$defs/…` is looked up. */
export function readSchema(value: unknown, root: unknown = value): Schema {
  const reference = textAt(value, '$ref');
  const name = reference?.split('/').at(-1) ?? null;
  const target = name === null ? value : at(at(root, '$defs'), name);
  const properties = new Map(entriesOf(at(target, 'properties')).map(([key, each]) => [key, readSchema(each, root)]));
  const others = at(target, 'additionalProperties');
  const items = at(target, 'items');
  const choices = at(target, 'const') === undefined ? listOf(at(target, 'enum')) : [at(target, 'const')];
  return {
    description: textAt(value, 'description') ?? textAt(target, 'description') ?? '',
    types: [target, ...listOf(at(target, 'anyOf'))].flatMap((each) => at(each, 'type') ?? []).map(String),
    choices,
    properties,
    required: new Set(listOf(at(target, 'required')).map(String)),
    others: isObject(others) ? readSchema(others, root) : null,
    items: isObject(items) ? readSchema(items, root) : null,
    definition: name,
    minimum: numberAt(target, 'minimum'),
    maximum: numberAt(target, 'maximum'),
  };
}

/**
 * fieldRows gives a row for every field of a mapping, those of mappings inside of it with the way to them. `links` are the
 * definitions that have a table of their own.
 */
export function fieldRows(schema: Schema, links: Readonly<Record<string, string>> = {}, prefix = ''): FieldRow[] {
  const fields = [...schema.properties].map(([name, field]) => [name, field, schema.required.has(name)] as const);
  if (schema.others !== null) fields.push(['NAME', schema.others, false]);
  return fields.flatMap(([name, field, needed]) => rowsOf(`${prefix}${name}`, field, needed, links));
}

function rowsOf(name: string, field: Schema, needed: boolean, links: Readonly<Record<string, string>>): FieldRow[] {
  const link = field.definition === null ? undefined : links[field.definition];
  const itemLink = field.items?.definition == null ? undefined : links[field.items.definition];
  const row = (value: string): FieldRow => [name, value, needed ? 'yes' : '', field.description];
  if (link !== undefined) return [row(link)];
  if (itemLink !== undefined) return [row(`list: ${itemLink}`)];
  const hasFields = (schema: Schema | null) =>
    schema !== null && (schema.properties.size > 0 || schema.others !== null);
  if (hasFields(field)) return [row('mapping'), ...fieldRows(field, links, `${name}.`)];
  if (field.items !== null && hasFields(field.items)) {
    return [row('list of mappings'), ...fieldRows(field.items, links, `${name}[].`)];
  }
  return [row(valueText(field))];
}

/** What a field takes, in words. */
export function valueText({ types, choices, items, minimum, maximum, definition }: Schema): string {
  if (choices.length > 0) return choices.map((choice) => `\`${String(choice)}\``).join(', ');
  const [type, ...more] = types.filter((each) => each !== 'null');
  const orNull = types.includes('null') ? ' or null' : '';
  if (type === undefined) return 'any value';
  if (more.length > 0) return `${[type, ...more].map((each) => words[each] ?? each).join(', ')}${orNull}`;
  if (type === 'array') {
    return definition === 'patterns' ? 'list of patterns' : `list: ${items === null ? 'any value' : valueText(items)}`;
  }
  const range = [minimum === null ? '' : `from ${minimum}`, maximum === null ? '' : `to ${maximum}`].filter(Boolean);
  return [named[definition ?? ''] ?? words[type] ?? type, ...range].join(' ') + orNull;
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: '`true` or `false`',
  object: 'mapping',
  array: 'list',
};

const named: Readonly<Record<string, string>> = {
  name: 'name',
  packName: 'name',
  day: 'day',
  version: 'version',
  ruleReference: '`policy/rule`',
};

function at(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function textAt(value: unknown, key: string): string | null {
  const text = at(value, key);
  return typeof text === 'string' ? text : null;
}

function numberAt(value: unknown, key: string): number | null {
  const number = at(value, key);
  return typeof number === 'number' ? number : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
