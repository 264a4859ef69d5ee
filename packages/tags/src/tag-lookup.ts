import type { ResourceInput, StateInput } from '@tollgate/resources';
import type { TagOptions } from './gate/tag-subjects.ts';
import { type ReportedTags, tagReport } from './tag-report.ts';

/**
 * Gives the tags of resources; null for what has none, and for a state, whose tags are not read. They are worked out when they are
 * first asked for.
 */
export function tagLookup(
  input: ResourceInput | StateInput,
  options: Pick<TagOptions, 'taggability'> = {},
): (resource: { readonly address: string }) => ReportedTags | null {
  if (input.kind === 'state') return () => null;
  let known: ReadonlyMap<string, ReportedTags> | null = null;
  return ({ address }) => {
    known ??= new Map(tagReport(input, options).resources.map((resource) => [resource.address, resource]));
    return known.get(address) ?? null;
  };
}
