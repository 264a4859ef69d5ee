import type { Source, Subject } from '@tollgate/policy-engine';
import { type ResourceInput, type ResourceOptions, resourceInput, resourceSubjects } from '@tollgate/resources';
import type { OwnersOf } from '../suggestions/code-owners.ts';
import { suggestValues } from '../suggestions/suggested-value.ts';
import { peersOf } from '../suggestions/tag-peer.ts';
import { type ValueUses, valueUses } from '../suggestions/value-uses.ts';
import { type TagSource, tagSources } from '../tag-source.ts';
import type { TaggabilityOf } from '../taggability.ts';
import { type TaggedResource, taggedResource } from '../tagged.ts';
import { tagsInput } from './tags-input.ts';

/** What is known beside the resources. */
export interface TagOptions extends ResourceOptions {
  /** Who owns a file, by its name in the places of the input, so that owners can be suggested. */
  readonly ownersOf?: OwnersOf;
  /** Which types carry tags, where the table does not decide. */
  readonly taggability?: TaggabilityOf;
}

/**
 * Gives the resources that can carry tags, and are there after apply, as subjects of policies. What cannot carry tags is none, so
 * that nothing is demanded of it. A finding points at the attribute with the tags, when its place is known, else at the block.
 */
export function tagSubjects(input: ResourceInput, options: TagOptions = {}): readonly Subject<TaggedResource>[] {
  const all = tagSources(input, options.taggability);
  const sources = new Map(all.map((source) => [source.address, source]));
  const uses = valuesOnce(all);
  return resourceSubjects(input, options).flatMap((subject) => {
    const source = subject.data.mode === 'managed' ? sources.get(subject.data.address) : undefined;
    const tagged = source === undefined || isTakenAway(subject.data.action) ? null : taggedResource(source);
    if (source === undefined || tagged === null) return [];
    const place = placeOf(source, tagged.label) ?? subject.source;
    const { tags, openEnd, own, ownOpenEnd } = tagged;
    const resource = {
      ...resourceInput(subject.data, options),
      taggable: true,
      tags: tagsInput(tags, openEnd),
      ownTags: tagsInput(own, ownOpenEnd),
    };
    const { address } = source;
    const suggest = suggestValues({ address, uses, ownedFile: () => ownedFile(source, options.ownersOf) });
    return [
      {
        ...subject,
        ...(place === undefined ? {} : { source: place }),
        input: { resource },
        data: { ...tagged, suggest },
      },
    ];
  });
}

/** Most runs find nothing to suggest, so that nothing is counted before the first question. */
function valuesOnce(sources: readonly TagSource[]): () => ValueUses {
  let counted: ValueUses | undefined;
  return () => {
    counted ??= valueUses(peersOf(sources));
    return counted;
  };
}

function ownedFile({ source }: TagSource, ownersOf: OwnersOf | undefined) {
  return source === null || ownersOf === undefined ? null : { file: source.file, owners: ownersOf(source.file) };
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
