import type { ResourceInput } from '@tollgate/resources';
import type { TagOptions } from '../gate/tag-subjects.ts';
import { resolveTags } from '../resolve.ts';
import { moduleOf } from '../suggestions/tag-peer.ts';
import { type TagSource, tagSources } from '../tag-source.ts';

/** What resources are grouped by. */
export interface ComplianceGroups {
  /** Null when there is no CODEOWNERS file, and no tag was named. */
  readonly ownersFrom: { readonly kind: 'codeowners' } | { readonly kind: 'tag'; readonly key: string } | null;
  /** By address. */
  readonly owners: ReadonlyMap<string, ResourceOwners>;
  /** The address of the module call, without instances, by address of the resource; null for the root module. */
  readonly modules: ReadonlyMap<string, string | null>;
}

/** The owners of a resource. */
export interface ResourceOwners {
  readonly owners: readonly string[];
  /** Whether these are all for certain. */
  readonly known: boolean;
}

/** What owners are read from: a tag, where one is named, else the owners of files. */
export interface GroupOptions extends Pick<TagOptions, 'ownersOf' | 'taggability'> {
  readonly ownerTag?: string;
}

/** Groups the resources of an input by their owners and modules. */
export function complianceGroups(
  input: ResourceInput,
  { ownersOf, taggability, ownerTag }: GroupOptions,
): ComplianceGroups {
  const sources = tagSources(input, taggability);
  const ownersFrom =
    ownerTag !== undefined
      ? ({ kind: 'tag', key: ownerTag } as const)
      : ownersOf === undefined
        ? null
        : ({ kind: 'codeowners' } as const);
  const find = (source: TagSource): ResourceOwners =>
    ownerTag === undefined ? ownersOfFile(source, ownersOf) : ownersOfTag(source, ownerTag);
  return {
    ownersFrom,
    owners: ownersFrom === null ? new Map() : new Map(sources.map((source) => [source.address, find(source)])),
    modules: new Map(sources.map(({ address, module }) => [address, moduleOf(module)])),
  };
}

function ownersOfFile({ source }: TagSource, ownersOf: GroupOptions['ownersOf']): ResourceOwners {
  if (source === null || ownersOf === undefined) return { owners: [], known: false };
  return { owners: [...new Set(ownersOf(source.file))], known: true };
}

function ownersOfTag(source: TagSource, key: string): ResourceOwners {
  const resolved = resolveTags(source);
  if (resolved === null) return { owners: [], known: true };
  const tag = resolved.tags.get(key);
  if (tag === undefined) return { owners: [], known: resolved.openEnd === null };
  const isShown = tag.secret === 'nothing' && !tag.withheld && tag.value !== null;
  return isShown && tag.value !== null ? { owners: [tag.value], known: true } : { owners: [], known: false };
}
