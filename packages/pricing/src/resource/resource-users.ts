import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { isMarked, type Path, partAt } from './place.ts';
import { referencePaths } from './reference-paths.ts';
import type { ResourceIndex } from './resource-index.ts';

/**
 * Finds which resources refer to one, by whatever attribute: by what is known only after apply, or by an identifier that is known.
 * The answer is null when none is found and that tells nothing, since a plan names references only within a module.
 */
export function resourceUsers(
  views: readonly ResourceView[],
  index: ResourceIndex,
): (view: ResourceView) => readonly ResourceView[] | null {
  let known: { readonly users: UsersByAddress; readonly isWhole: boolean } | null = null;
  return ({ address }) => {
    known ??= { users: usersByAddress(views, index), isWhole: views.every(isTold) };
    const found = known.users.get(address);
    return found === undefined ? (known.isWhole ? [] : null) : [...found];
  };
}

type UsersByAddress = ReadonlyMap<string, ReadonlySet<ResourceView>>;

function usersByAddress(views: readonly ResourceView[], index: ResourceIndex): UsersByAddress {
  const users = new Map<string, Set<ResourceView>>();
  const note = (used: ResourceView, user: ResourceView) => {
    if (used !== user) users.set(used.address, (users.get(used.address) ?? new Set()).add(user));
  };
  const owners = Map.groupBy(
    views.flatMap((view) => identifiersOf(view).map((text) => ({ text, view }))),
    ({ text }) => text,
  );
  for (const user of views) {
    for (const used of index.namedBy(user)) note(used, user);
    for (const { attribute, text } of textsIn(user)) {
      for (const { view } of owners.get(text) ?? []) if (canMean(attribute, text, view)) note(view, user);
    }
  }
  return users;
}

/** What others take to refer to a resource: `id`, `arn`, `name`, and `bucket` of a bucket, `cluster_identifier` of a cluster. */
function identifiersOf({ type, values }: ResourceView): readonly string[] {
  return Object.entries(values).flatMap(([attribute, value]) =>
    typeof value === 'string' && value !== '' && isOwn(attribute, type) ? [value] : [],
  );
}

function isOwn(attribute: string, type: string): boolean {
  return /^(?:id|arn|name|identifier)$/.test(attribute) || type.endsWith(`_${meantBy(attribute)}`);
}

/** What an attribute is about: the cluster, for `cluster_identifier`. */
function meantBy(attribute: string): string {
  return attribute.replace(/(?:_(?:id|arn|name|identifier))?s?$/, '');
}

/** Things of different kinds are often called the same; an id or an ARN is of one thing. */
function canMean(attribute: string, text: string, { type, values }: ResourceView): boolean {
  return values.id === text || values.arn === text || type.includes(`_${meantBy(attribute)}`);
}

interface AttributeText {
  /** The innermost name: `target_group_arn`. */
  readonly attribute: string;
  readonly text: string;
}

/** The texts in a resource by which it can refer to others. */
function textsIn({ type, values }: ResourceView): readonly AttributeText[] {
  return Object.entries(values).flatMap(([attribute, value]) =>
    isOwn(attribute, type) ? [] : textsOf(attribute, value),
  );
}

function textsOf(attribute: string, value: JsonValue): readonly AttributeText[] {
  if (typeof value === 'string') return [{ attribute, text: value }];
  if (isList(value)) return value.flatMap((each) => textsOf(attribute, each));
  return isObject(value) ? Object.entries(value).flatMap(([name, each]) => textsOf(name, each)) : [];
}

/** Whether it is known what a resource refers to: an evaluation follows every reference, a plan none that leads out of the module. */
function isTold({ origin, expressions, unknown }: ResourceView): boolean {
  if (origin === 'configuration') return true;
  if (expressions === undefined) return Object.keys(unknown).length === 0;
  return referencePaths(expressions).every((path) => !isMarked(unknown, path) || !leadsOut(expressions, path));
}

function leadsOut(expressions: JsonValue, path: Path): boolean {
  const references = partAt(expressions, [...path, 'references']);
  return isList(references) && references.some((reference) => /^(?:var|local|module|each)\./.test(String(reference)));
}
