import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { isMarked, type Path, partAt } from './place.ts';
import { referencePaths } from './reference-paths.ts';
import type { ResourceIndex } from './resource-index.ts';

/**
 * A name that more resources have does not say which of them is meant. It also bounds the work: each text in a resource is compared
 * with so many others.
 */
const maxNamesakes = 100;

/**
 * Finds which resources refer to one, by whatever attribute: by what is known only after apply, or by an identifier that is known.
 * The answer is null when none is found and that tells nothing: a plan names references only within a module, and the name that
 * somebody uses may be that of very many.
 */
export function resourceUsers(
  views: readonly ResourceView[],
  index: ResourceIndex,
): (view: ResourceView) => readonly ResourceView[] | null {
  let known: (Uses & { readonly isWhole: boolean }) | null = null;
  return (view) => {
    known ??= { ...usesOf(views, index), isWhole: views.every(isTold) };
    const { users, unclear, isWhole } = known;
    const found = users.get(view.address);
    if (found !== undefined) return [...found];
    return isWhole && !identifiersOf(view).some((text) => unclear.has(text)) ? [] : null;
  };
}

interface Uses {
  /** By the address of what is used. */
  readonly users: ReadonlyMap<string, ReadonlySet<ResourceView>>;
  /** Names that are used, and that too many have. */
  readonly unclear: ReadonlySet<string>;
}

function usesOf(views: readonly ResourceView[], index: ResourceIndex): Uses {
  const users = new Map<string, Set<ResourceView>>();
  const unclear = new Set<string>();
  const note = (used: ResourceView, user: ResourceView) => {
    if (used !== user) users.set(used.address, (users.get(used.address) ?? new Set()).add(user));
  };
  const owners = Map.groupBy(
    views.flatMap((view) => [...new Set(identifiersOf(view))].map((text) => ({ text, view }))),
    ({ text }) => text,
  );
  for (const user of views) {
    for (const used of index.namedBy(user)) note(used, user);
    for (const { attribute, text } of textsIn(user)) {
      const namesakes = owners.get(text) ?? [];
      if (namesakes.length > maxNamesakes) unclear.add(text);
      else for (const { view } of namesakes) if (canMean(attribute, text, view)) note(view, user);
    }
  }
  return { users, unclear };
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
