import type { Path } from '../documents/places.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { LayeredParam } from './layered-policy.ts';
import { didYouMean } from './name-suggestion.ts';

/** The value with its parameters, or the way to one that is not there and a sentence about it. */
export type Resolved = { readonly value: JsonValue } | { readonly path: Path; readonly message: string };

const PREFIX = '$params.';

/**
 * resolveParams puts the values of parameters in the place of `$params.name`, anywhere in a value of a rule. It has to be
 * a whole text; in the middle of one it means nothing. `$$params` at the beginning of a text stands for `$params`.
 *
 * @example
 * resolveParams({ Env: { oneOf: '$params.environments' } }, params); // { value: { Env: { oneOf: ['prod', 'dev'] } } }
 */
export function resolveParams(value: JsonValue, params: ReadonlyMap<string, LayeredParam>): Resolved {
  if (typeof value === 'string') return resolveText(value, params);
  if (Array.isArray(value)) {
    const elements = resolveMembers([...value.entries()], params);
    return 'message' in elements ? elements : { value: elements.members.map(([, member]) => member) };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = resolveMembers(Object.entries(value), params);
    if ('message' in entries) return entries;
    const object: JsonObject = Object.fromEntries(entries.members);
    return { value: object };
  }
  return { value };
}

function resolveMembers<Key extends string | number>(
  entries: readonly (readonly [Key, JsonValue])[],
  params: ReadonlyMap<string, LayeredParam>,
): { members: [Key, JsonValue][] } | { path: Path; message: string } {
  const members: [Key, JsonValue][] = [];
  for (const [key, member] of entries) {
    const resolved = resolveParams(member, params);
    if ('message' in resolved) return { path: [key, ...resolved.path], message: resolved.message };
    members.push([key, resolved.value]);
  }
  return { members };
}

function resolveText(text: string, params: ReadonlyMap<string, LayeredParam>): Resolved {
  if (text.startsWith('$$params')) return { value: text.slice(1) };
  if (!text.startsWith(PREFIX)) return { value: text };
  const name = text.slice(PREFIX.length);
  const param = params.get(name);
  if (param !== undefined) return { value: param.value };
  const hint = didYouMean(name, params.keys());
  const other = 'A text that begins so is written with two dollar signs: `$$params`.';
  return {
    path: [],
    message: `The policy has no parameter "${name}".${hint === '' ? ` Declare it in \`params\`. ${other}` : hint}`,
  };
}
