import { isList, isObject, type JsonValue, member } from '@tollgate/terraform';
import { type Attribute, attribute, elements, isPresent } from './attribute.ts';
import type { TagSource } from './tag-source.ts';
import type { TaggableKind } from './taggability.ts';

/** Where a resource holds its own tags. */
export interface Placement {
  /** The resource itself, or the block that holds the tags. */
  readonly holder: Attribute;
  /** Name of the attribute in the holder. */
  readonly name: string;
  /** The attribute as a person writes it: `settings.user_labels`. */
  readonly label: string;
  readonly kind: TaggableKind | 'inferred';
  /** The attribute in the holder with the default tags merged in; null where default tags do not reach. */
  readonly effective: string | null;
}

/**
 * Finds where a resource holds its tags; null when it carries none.
 *
 * The table, or the schema of the provider where it is given, decides for the types that it has. For others the plan itself can prove it: by the attribute that providers keep
 * for merged default tags, or by a value that is a map of text (or a list of blocks with key and value). A `tags` that is null or
 * unknown proves nothing, since it can be a list of words, as of DigitalOcean and Datadog, which can never hold a required key;
 * only in AWS and Azure a `tags` beside the table is always a map.
 * A configuration proves less, since it has only what somebody wrote.
 */
export function findPlacement(source: TagSource): Placement | null {
  const root = source.values;
  const entry = source.taggability;
  if (!entry.taggable) return inferFromCompanion(root) ?? (entry.known ? null : inferFromValue(source));
  const [block, name] = splitPath(entry.attribute);
  const holder = block === null ? root : firstBlock(attribute(root, block));
  // A configuration has only what somebody wrote: there the type itself proves a provider version that has the attribute.
  if (entry.kind === 'listed-only' && source.origin !== 'configuration' && !isPresent(attribute(holder, name)))
    return null;
  const companion = companions(name).find((companion) => isPresent(attribute(holder, companion)));
  return { holder, name, label: entry.attribute, kind: entry.kind, effective: companion ?? entry.effectiveAttribute };
}

/** The attributes in which providers keep tags with the default tags merged in, the most telling first. */
function companions(name: string): readonly string[] {
  return name === 'tags' ? ['tags_all'] : ['effective_labels', 'terraform_labels'];
}

const ownNames = ['tags', 'labels', 'user_labels', 'resource_labels'];

function inferFromCompanion(root: Attribute): Placement | null {
  for (const name of ownNames) {
    const effective = companions(name).find((companion) => isPresent(attribute(root, companion)));
    if (effective !== undefined && isPresent(attribute(root, name))) return inferred(root, name, effective);
  }
  return null;
}

const tagsAreMaps = /^(?:aws|azurerm|azurestack)_/;

function inferFromValue(source: TagSource): Placement | null {
  const { type, values: root, before } = source;
  for (const name of ['tags', 'labels']) {
    const values = [attribute(root, name).value, member(before ?? undefined, name)];
    if (values.some(isMapOfText) || values.some(isListOfTags)) return inferred(root, name, null);
  }
  const tags = attribute(root, 'tags');
  const proven = tagsAreMaps.test(type) && isPresent(tags) && !isList(tags.value) && !isList(tags.unknown);
  return proven || isTracked(source) ? inferred(root, 'tags', null) : null;
}

/**
 * `azapi_resource` makes any resource of Azure. Those that the Resource Manager tracks, and only those, have a location and tags:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types, 2026-03-10.
 */
function isTracked({ type, origin, values }: TagSource): boolean {
  if (type !== 'azapi_resource') return false;
  const location = attribute(values, 'location');
  // A plan has both as unknown wherever the provider fills them in.
  return origin === 'configuration'
    ? isPresent(location) || isPresent(attribute(values, 'tags'))
    : typeof location.value === 'string';
}

function inferred(holder: Attribute, name: string, effective: string | null): Placement {
  return { holder, name, label: name, kind: 'inferred', effective };
}

function isMapOfText(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.values(value).every((tag) => tag === null || typeof tag !== 'object');
}

function isListOfTags(value: JsonValue | undefined): boolean {
  const hasKey = (element: JsonValue) =>
    typeof member(element, 'key') === 'string' && member(element, 'value') !== undefined;
  return isList(value) && value.length > 0 && value.every(hasKey);
}

function splitPath(path: string): [block: string | null, name: string] {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? [null, path] : [path.slice(0, dot), path.slice(dot + 1)];
}

/** The only block of its name. One that is unknown as a whole is unknown in all of its members. */
function firstBlock(blocks: Attribute): Attribute {
  const unknown = blocks.unknown === true ? true : undefined;
  return elements(blocks)[0] ?? { ...blocks, value: undefined, unknown, sensitive: undefined };
}
