import type { ResourceInput } from '@tollgate/resources';
import type { TagOptions } from './gate/tag-subjects.ts';
import { type ReportedTags, tagReport } from './tag-report.ts';

/** Gives the tags of resources by their addresses; null for what has none. They are worked out when they are first asked for. */
export function tagLookup(
  input: ResourceInput,
  options: Pick<TagOptions, 'taggability'> = {},
): (address: string) => ReportedTags | null {
  let known: ReadonlyMap<string, ReportedTags> | null = null;
  return (address) => {
    known ??= new Map(tagReport(input, options).resources.map((resource) => [resource.address, resource]));
    return known.get(address) ?? null;
  };
}
