import { type Edit, keyOf } from '@tollgate/hcl';
import {
  type Change,
  type FileEdit,
  type FoundBlock,
  fileEdit,
  follow,
  lastAttribute,
  made,
  type Part,
  placeAt,
  placeText,
  refused,
  type WrittenPlace,
} from '@tollgate/resources';
import { quoted } from '../open-end.ts';
import { newTagBlock, tagBlock, type WrittenTags, writtenKeys, writtenValue } from './tag-parts.ts';

/**
 * Adds a key: to the last map that is written at the resource itself, else to the last that a reference leads to. `attempt` counts
 * from 0 through these places, for when an edit at the first of them cannot be made.
 */
export function addKey(tags: WrittenTags, key: string, value: string, attempt: number): Change {
  if (tags.kind === 'blocks') {
    const add = { type: 'tag', attributes: newTagBlock(key, value) };
    return made([{ path: tags.holder.path, edit: { kind: 'add-block', block: tags.holder.selectors, add } }]);
  }
  if (tags.kind === 'no-block') {
    const { path, selectors } = tags.holder;
    const setup: FileEdit = { path, edit: { kind: 'add-block', block: selectors, add: { type: 'default_tags' } } };
    const block = [...selectors, { type: 'default_tags' }];
    return made([{ path, edit: { kind: 'set', block, path: ['tags', key], value: { literal: value } } }], [setup]);
  }
  const part = placesForKey(tags.parts)[attempt];
  if (part === undefined) return refused(lastReason(tags.parts));
  const { place } = part;
  const setup: FileEdit[] =
    part.kind === 'empty' && part.isNull
      ? [fileEdit(place, { kind: 'set', path: place.value, value: { object: {} } })]
      : [];
  return made([fileEdit(place, { kind: 'set', path: [...place.value, key], value: { literal: value } })], setup);
}

/** In how many places a key could be added. */
export function countPlaces(tags: WrittenTags): number {
  return tags.kind === 'map' ? placesForKey(tags.parts).length : 1;
}

/** Where a key could be added, the best place first. */
function placesForKey(parts: readonly Part[]) {
  const fromLast = parts.toReversed();
  const objects = fromLast.filter((part) => part.kind === 'object');
  return [
    ...objects.filter(({ steps }) => steps === 0),
    ...objects.filter(({ steps }) => steps > 0),
    ...fromLast.filter((part) => part.kind === 'empty'),
  ];
}

/** Gives a key another name, wherever it is written. */
export function renameKey(all: readonly WrittenTags[], key: string, to: string): Change {
  return everywhere(
    all,
    key,
    (place) => ({ kind: 'rename', path: [...place.value, key], to }),
    (block) => ({
      kind: 'set',
      block: block.selectors,
      path: ['key'],
      value: { literal: to },
    }),
  );
}

/** Removes a key, wherever it is written. */
export function removeKey(all: readonly WrittenTags[], key: string): Change {
  return everywhere(
    all,
    key,
    (place) => ({ kind: 'remove', path: [...place.value, key] }),
    (block) => ({
      kind: 'remove-block',
      block: block.selectors,
    }),
  );
}

function everywhere(
  all: readonly WrittenTags[],
  key: string,
  inMap: (place: WrittenPlace) => Edit,
  ofBlock: (block: FoundBlock) => Edit,
): Change {
  const edits = all.flatMap((tags): FileEdit[] => {
    if (tags.kind === 'no-block') return [];
    if (tags.kind === 'blocks') {
      const block = tagBlock(tags.blocks, key);
      return block === undefined ? [] : [{ path: block.path, edit: ofBlock(block) }];
    }
    return writtenKeys(tags.parts, key).map(({ part: { place } }) => fileEdit(place, inMap(place)));
  });
  return edits.length > 0 ? made(edits) : refused(notWritten(all, key));
}

/** Gives a key another value, where the value that counts is written out. */
export function setValue(all: readonly WrittenTags[], key: string, to: string): Change {
  for (const tags of all) {
    if (tags.kind === 'no-block') continue;
    if (tags.kind === 'blocks') {
      const block = tagBlock(tags.blocks, key);
      const value = block === undefined ? null : lastAttribute([block], 'value');
      if (value === null) continue;
      const place = placeAt(value.holder, 'value', value.attribute.expression);
      return setLiteral(follow(value.attribute.expression, place, tags.scope), to);
    }
    const tag = writtenKeys(tags.parts, key).at(-1);
    if (tag !== undefined) return setLiteral([writtenValue(tag, key)], to);
  }
  return refused(notWritten(all, key));
}

function setLiteral(parts: readonly Part[], to: string): Change {
  const [part] = parts;
  if (part?.kind === 'opaque') return refused(part.reason);
  if (part?.kind !== 'literal' || parts.length > 1) return refused('the value is not written as one text');
  return made([fileEdit(part.place, { kind: 'set', path: part.place.value, value: { literal: to } })]);
}

function notWritten(all: readonly WrittenTags[], key: string): string {
  for (const tags of all) {
    if (tags.kind === 'map' && tags.parts.some(({ kind }) => kind === 'opaque')) return lastReason(tags.parts);
    for (const part of tags.kind === 'map' ? tags.parts : []) {
      const computed = part.kind === 'object' ? part.object.items.find((item) => keyOf(item) === undefined) : undefined;
      if (part.kind !== 'object' || computed === undefined) continue;
      return `the key at ${placeText({ ...part.place, range: computed.key })} is an expression`;
    }
  }
  return `no place is found at which the key ${quoted(key)} is written`;
}

function lastReason(parts: readonly Part[]): string {
  const part = parts.findLast(({ kind }) => kind === 'opaque');
  return part?.kind === 'opaque' ? part.reason : 'the tags are not written as a map';
}
