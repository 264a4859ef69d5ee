import { unpackNames } from './packed-names.ts';
import { nestedGroups, taggableGroups, untaggableTypes } from './taggable.gen.ts';

/** Whether resources of a type carry tags, and where. */
export type Taggability =
  | {
      readonly taggable: true;
      /** The attribute with the tags that the resource itself is given; with a block before it: `settings.user_labels`. */
      readonly attribute: string;
      /** The attribute beside it that has the provider's default tags merged in; null where default tags do not reach. */
      readonly effectiveAttribute: string | null;
      readonly kind: TaggableKind;
    }
  /** `known`: the type is known and has no tags. Otherwise the table does not have it. */
  | { readonly taggable: false; readonly known: boolean };

/**
 * `tag-block`: blocks with key and value. `block-labels`: a map in a block. `listed-only`: a source names the type, and the
 * provider version that was read does not have it. All others are maps, named as in the provider.
 */
export type TaggableKind = (typeof taggableGroups)[number]['kind'];

/** Says of a resource type whether it carries tags. */
export type TaggabilityOf = (type: string) => Taggability;

/** Looks up a resource type of AWS, Azure or Google. Sources and dates are in `data/taggable.tsv`. */
export function taggability(type: string): Taggability {
  table ??= readTable();
  return table.get(type) ?? table.get(azureTwin(type)) ?? { taggable: false, known: false };
}

/** The types of resources that the table knows, whether they carry tags or not. */
export function knownTypes(): readonly string[] {
  table ??= readTable();
  return [...table.keys()];
}

/** The provider of Azure Stack was made of that of Azure, and has its types under another name. */
function azureTwin(type: string): string {
  return type.replace(/^azurestack_/, 'azurerm_');
}

/** Where resources of a type hold the tags of what they make beside themselves: `root_block_device.tags`, `volume_tags`. */
export function nestedTagPaths(type: string): readonly string[] {
  nested ??= readNested();
  return nested.get(type) ?? [];
}

// Unpacking the lists of names is left to the first question, since most commands never ask.
let table: ReadonlyMap<string, Taggability> | undefined;
let nested: ReadonlyMap<string, readonly string[]> | undefined;

function readTable(): ReadonlyMap<string, Taggability> {
  const types = new Map<string, Taggability>();
  for (const type of unpackNames(untaggableTypes)) types.set(type, { taggable: false, known: true });
  for (const { kind, attribute, effective, types: names } of taggableGroups) {
    const taggability: Taggability = { taggable: true, attribute, effectiveAttribute: effective || null, kind };
    for (const type of unpackNames(names)) types.set(type, taggability);
  }
  return types;
}

function readNested(): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, types } of nestedGroups) {
    for (const type of unpackNames(types)) paths.set(type, [...(paths.get(type) ?? []), path]);
  }
  return paths;
}
