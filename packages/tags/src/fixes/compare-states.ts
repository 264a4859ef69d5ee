import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import type { ResolvedTags } from '../resolve.ts';
import { nestedTagPaths } from '../taggability.ts';
import type { State, TaggableResource } from './state.ts';

/** What edits have changed. */
export interface StateChanges {
  /** Something else than tags, as part of a sentence: `aws_instance.a has another ami`. */
  readonly others: readonly string[];
  /** Outputs whose value is another one. */
  readonly outputs: readonly string[];
  /** Resources with other tags, by address. */
  readonly tags: ReadonlyMap<string, TagChanges>;
}

/** What is different in the tags of a resource. */
export interface TagChanges {
  readonly keys: readonly string[];
  /** Whether the tags of what it makes beside itself are others. */
  readonly nested: boolean;
}

/** Compares two configurations. */
export function compareStates(before: State, after: State): StateChanges {
  const others: string[] = [];
  const tags = new Map<string, TagChanges>();
  for (const [address, was] of before.resources) {
    const is = after.resources.get(address);
    if (is === undefined) {
      others.push(`${address} would no longer be there`);
      continue;
    }
    const names = changedNames(was, is);
    if (names.length > 0) others.push(`${address} would have another ${names.join(', ')}`);
    const changes = tagChanges(was, is);
    if (changes.nested || changes.keys.length > 0) tags.set(address, changes);
  }
  for (const address of after.resources.keys())
    if (!before.resources.has(address)) others.push(`${address} would be new`);
  const outputs = Object.keys({ ...before.evaluation.outputs, ...after.evaluation.outputs }).filter(
    (name) => !isSame(before.evaluation.outputs[name], after.evaluation.outputs[name]),
  );
  return { others, outputs, tags };
}

const parts = ['values', 'unknown', 'sensitive'] as const;

/** The arguments that differ, tags left aside. */
function changedNames(was: TaggableResource, is: TaggableResource): string[] {
  const [old, now] = [withoutTags(was), withoutTags(is)];
  const names = Object.keys({
    ...old.values,
    ...now.values,
    ...old.unknown,
    ...now.unknown,
    ...old.sensitive,
    ...now.sensitive,
  });
  const changed = [...new Set(names)].filter((name) => parts.some((part) => !isSame(old[part][name], now[part][name])));
  if (!isSame(was.resource.provider, is.resource.provider)) changed.push('provider');
  return changed;
}

function tagChanges(was: TaggableResource, is: TaggableResource): TagChanges {
  const [old, now] = [tagsOf(was.resolved), tagsOf(is.resolved)];
  const keys = new Set([...old.keys(), ...now.keys()].filter((key) => old.get(key) !== now.get(key)));
  const nested = nestedTagPaths(is.resource.type).some((path) => {
    const steps = path.split('.');
    return parts.some((part) => !isSame(valuesAt(was.resource[part], steps), valuesAt(is.resource[part], steps)));
  });
  return { keys: [...keys], nested };
}

/** All values at a path, one for each of the blocks on the way. */
function valuesAt(
  value: JsonValue | undefined,
  [step, ...rest]: readonly string[],
): readonly (JsonValue | undefined)[] {
  if (step === undefined || value === undefined) return [value];
  if (isList(value)) return value.flatMap((element) => valuesAt(element, [step, ...rest]));
  return isObject(value) ? valuesAt(value[step], rest) : [];
}

function tagsOf(resolved: ResolvedTags | null): ReadonlyMap<string, string> {
  const own = resolved?.own.tags;
  const entries = [...(resolved?.tags ?? [])].map(([key, { value, secret, withheld }]): [string, string] => [
    key,
    JSON.stringify([value, secret, withheld, own?.has(key)]),
  ]);
  return new Map(entries);
}

function withoutTags({ resource, resolved }: TaggableResource) {
  const { type, values, unknown, sensitive } = resource;
  const paths = [
    ...(resolved === null ? [] : [resolved.placement.label, 'tags', 'tags_all']),
    ...nestedTagPaths(type),
  ].map((path) => path.split('.'));
  const cleaned = (part: { readonly [name: string]: JsonValue }) => paths.reduce<JsonValue>(without, { ...part });
  return {
    values: members(cleaned(values)),
    unknown: members(cleaned(unknown)),
    sensitive: members(cleaned(sensitive)),
  };
}

function members(value: JsonValue): { readonly [name: string]: JsonValue } {
  return isObject(value) ? value : {};
}

/** A value without what stands at a path, in each of the blocks on the way. */
function without(value: JsonValue, [step, ...rest]: readonly string[]): JsonValue {
  if (step === undefined) return value;
  if (isList(value)) return value.map((element) => without(element, [step, ...rest]));
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  const { [step]: inner, ...others } = value;
  return rest.length === 0 || inner === undefined ? others : { ...others, [step]: without(inner, rest) };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
