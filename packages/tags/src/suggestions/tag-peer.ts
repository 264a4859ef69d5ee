import type { ResourceInput } from '@tollgate/resources';
import { resolveTags } from '../resolve.ts';
import { type TagSource, tagSources } from '../tag-source.ts';

/** A resource that can carry tags, as one of those whose tags are compared. Holds nothing that is sensitive. */
export interface TagPeer {
  readonly address: string;
  /** The address of its module without instances, `module.web`; null for the root module. */
  readonly module: string | null;
  /** Its tags by key; null for a value that is known only after apply, or that must not be shown. */
  readonly values: ReadonlyMap<string, string | null>;
}

/** Gives the resources of an input that can carry tags, in its order. */
export function tagPeers(input: ResourceInput): readonly TagPeer[] {
  return peersOf(tagSources(input));
}

/** Gives those of resources that can carry tags. */
export function peersOf(sources: readonly TagSource[]): readonly TagPeer[] {
  return sources.flatMap((source) => {
    const resolved = resolveTags(source);
    if (resolved === null) return [];
    const { address } = source;
    const values = [...resolved.tags].flatMap(([key, tag]): [string, string | null][] =>
      tag.secret === 'key' ? [] : [[key, tag.secret === 'nothing' && !tag.withheld ? tag.value : null]],
    );
    return [{ address, module: moduleOf(source.module), values: new Map(values) }];
  });
}

const instance = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** The address of a module without instances: `module.web` for `module.web["a"]`. Null stays null. */
export function moduleOf(module: string | null): string | null {
  return module?.replaceAll(instance, '') ?? null;
}
