// What the pages about policies list: the fields of every kind of document, and what conditions can use.
import { type Gate, regoForm } from '@tollgate/policy-engine';
import { alternativeSchema, costGate } from '@tollgate/pricing';
import { resourceGate } from '@tollgate/resources';
import { defaultTagsGate, tagsGate } from '@tollgate/tags';
import { CONVERSIONS, WHOLE_VALUE_FUNCTIONS } from '../packages/cel/src/functions/conversions.ts';
import { ENCODER_FUNCTIONS } from '../packages/cel/src/functions/encoders.ts';
import { LIST_FUNCTIONS } from '../packages/cel/src/functions/lists.ts';
import { MATH_FUNCTIONS } from '../packages/cel/src/functions/math.ts';
import { OPTIONAL_FUNCTIONS } from '../packages/cel/src/functions/optionals.ts';
import { STRING_FUNCTIONS } from '../packages/cel/src/functions/strings.ts';
import { TIME_FUNCTIONS } from '../packages/cel/src/functions/times.ts';
import exception from '../packages/policy-engine/schema/exception.json' with { type: 'json' };
import lock from '../packages/policy-engine/schema/lock.json' with { type: 'json' };
import override from '../packages/policy-engine/schema/override.json' with { type: 'json' };
import pack from '../packages/policy-engine/schema/pack.json' with { type: 'json' };
import policy from '../packages/policy-engine/schema/policy.json' with { type: 'json' };
import policyTest from '../packages/policy-engine/schema/policy-test.json' with { type: 'json' };
import { fieldRows, readSchema } from './schema-tables.ts';

/** A part of a page: a table, or lines of code. */
export type PagePart =
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** The generated parts of the pages about policies, by file and name. */
export function policyReference(): Readonly<Record<string, Readonly<Record<string, PagePart>>>> {
  // Of a gate that prices nothing here, the files are not read.
  const cost = costGate({ read: () => null });
  const [tags, tagKeys] = ['tags', 'tagKeys'].map((name) => formSchema(tagsGate, name));
  return {
    'docs/policies/reference.md': {
      policy: fields(policy),
      match: fields(policy.$defs.match, policy),
      param: fields(policy.$defs.param, policy),
      rule: fields(policy.$defs.rule, policy),
      tags: fields(tags),
      tagKeys: fields(tagKeys),
      limit: fields(formSchema(cost, 'limit')),
      alternative: fields(alternativeSchema),
      exception: fields(exception),
      override: fields(override),
      'policy-test': fields(policyTest),
      given: fields(resourceGate.given?.schema),
      'given-cost': fields(cost.given?.schema, undefined, isOnlyOfCost),
      pack: fields(pack),
      lock: fields(lock),
    },
    'docs/policies/conditions.md': {
      'variables-resource': variables(resourceGate),
      'variables-tags': variables(tagsGate, (name) => ownOfTags.has(name)),
      'variables-default-tags': variables(defaultTagsGate),
      'variables-cost': variables(cost, isOfCost),
      'functions-strings': signatures(STRING_FUNCTIONS),
      'functions-lists': signatures(LIST_FUNCTIONS),
      'functions-numbers': signatures(MATH_FUNCTIONS),
      'functions-times': signatures(TIME_FUNCTIONS),
      'functions-conversions': signatures([...WHOLE_VALUE_FUNCTIONS, ...CONVERSIONS]),
      'functions-optionals': signatures(OPTIONAL_FUNCTIONS),
      'functions-encoders': signatures(ENCODER_FUNCTIONS),
    },
    'docs/policies/rego.md': { rego: fields(regoForm(() => new Uint8Array()).schema) },
  };
}

/** What the gate `tags` knows of a resource beside what the gate `resource` does. */
const ownOfTags: ReadonlySet<string> = new Set(['resource.taggable', 'resource.tags', 'resource.ownTags']);

/** The same of the gate `cost`. */
function isOfCost(name: string): boolean {
  return (!name.startsWith('resource.') || name.startsWith('resource.usedBy')) && !name.endsWith('.NAME');
}

/** What cases for the gate `cost` can give beside what those for the gate `resource` can. */
function isOnlyOfCost(name: string): boolean {
  return /^(?:usage|date|environment|rootModules|pricesAsOf)\b/.test(name);
}

/** Definitions that have a table of their own. */
const links = { match: '[match](#match)', param: '[parameter](#parameters)', rule: '[rule](#rules)' };

function fields(schema: unknown, root: unknown = schema, isListed = (_: string) => true): PagePart {
  const rows = fieldRows(readSchema(schema, root), links)
    .filter(([field]) => isListed(field))
    .map(([field, ...rest]) => [`\`${field}\``, ...rest]);
  return { kind: 'table', head: ['Field', 'Value', 'Needed', 'Meaning'], rows };
}

function formSchema(gate: { readonly forms?: Gate<never>['forms'] }, name: string): unknown {
  return gate.forms?.find((form) => form.name === name)?.schema;
}

function variables(
  { schema }: Pick<Gate<never>, 'schema'>,
  isListed = (name: string) => !name.endsWith('.NAME'),
): PagePart {
  const rows = fieldRows(readSchema(schema))
    .filter(([name]) => isListed(name))
    .map(([name, value, , meaning]) => [`\`${name}\``, value, meaning]);
  return { kind: 'table', head: ['Variable', 'Value', 'Meaning'], rows };
}

function signatures(definitions: readonly (readonly [signature: string, run: unknown])[]): PagePart {
  return { kind: 'lines', lines: definitions.map(([signature]) => signature) };
}
