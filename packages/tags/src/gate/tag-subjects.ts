import type { Source, Subject } from '@tollgate/policy-engine';
import { type ResourceInput, type ResourceOptions, resourceInput, resourceSubjects } from '@tollgate/resources';
import { type TagSource, tagSources } from '../tag-source.ts';
import { type TaggedResource, taggedResource } from '../tagged.ts';
import { tagsInput } from './tags-input.ts';

/**
 * Gives the resources that can carry tags, and are there after apply, as subjects of policies. What cannot carry tags is none, so
 * that nothing is demanded of it. A finding points at the attribute with the tags, when its place is known, else at the block.
 */
export function tagSubjects(input: ResourceInput, options?: ResourceOptions): readonly Subject<TaggedResource>[] {
  const sources = new Map(tagSources(input).map((source) => [source.address, source]));
  return resourceSubjects(input, options).flatMap((subject) => {
    const source = subject.data.mode === 'managed' ? sources.get(subject.data.address) : undefined;
    const tagged = source === undefined || isTakenAway(subject.data.action) ? null : taggedResource(source);
    if (source === undefined || tagged === null) return [];
    const place = placeOf(source, tagged.label) ?? subject.source;
    const { tags, openEnd, own, ownOpenEnd } = tagged;
    const resource = {
      ...resourceInput(subject.data),
      taggable: true,
      tags: tagsInput(tags, openEnd),
      ownTags: tagsInput(own, ownOpenEnd),
    };
    return [{ ...subject, ...(place === undefined ? {} : { source: place }), input: { resource }, data: tagged }];
  });
}

function isTakenAway(action: string | null): boolean {
  return action === 'delete' || action === 'forget';
}

/** The place of the attribute with the tags: `settings.user_labels` is in the first block `settings`. */
function placeOf({ source, places }: TagSource, label: string): Source | undefined {
  if (source === null || places === undefined) return undefined;
  const steps = label.split('.');
  const path = steps.flatMap((step, index) => (index < steps.length - 1 ? [step, 0] : [step]));
  const found = places.find(
    (place) => place.path.length === path.length && path.every((step, index) => place.path[index] === step),
  );
  if (found === undefined) return undefined;
  const { file, startLine, startColumn, endLine, endColumn } = found;
  return { file, startLine, startColumn, endLine, endColumn, callers: source.callers };
}
