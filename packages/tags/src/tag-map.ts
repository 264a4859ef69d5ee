import { isList, isObject, isSensitive, type JsonValue } from '@tollgate/terraform';
import { type Attribute, attribute, elements, hasUnknown } from './attribute.ts';

/** One tag. */
export interface Tag {
  /** Null when it is known only after apply. */
  readonly value: string | null;
  /** What of it must not be shown: nothing, the value, or the key too, as of a map that is sensitive as a whole. */
  readonly secret: 'nothing' | 'value' | 'key';
}

/** Tags as far as a plan knows them. */
export interface TagMap {
  readonly tags: ReadonlyMap<string, Tag>;
  /** False when further keys may come to light at apply. */
  readonly complete: boolean;
}

/**
 * Reads tags from a map, or from a list of blocks with key and value. A null value is left out, as the providers do; an unknown
 * one keeps its key, though it may turn out to be null.
 */
export function readTags(found: Attribute): TagMap {
  if (found.unknown === true) return { tags: new Map(), complete: false };
  return isList(found.value) ? readBlocks(found) : readMap(found);
}

function readMap(found: Attribute): TagMap {
  const keys = [found.value, found.unknown].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
  const tags = new Map<string, Tag>();
  for (const key of new Set(keys)) {
    const tag = readTag(attribute(found, key), found);
    if (tag !== null) tags.set(key, tag);
  }
  return { tags, complete: true };
}

function readBlocks(found: Attribute): TagMap {
  const tags = new Map<string, Tag>();
  let complete =
    !isList(found.unknown) ||
    !isList(found.value) ||
    found.unknown.length === found.value.length ||
    !hasUnknown(found.unknown);
  for (const block of elements(found)) {
    const key = attribute(block, 'key').value;
    const tag = readTag(attribute(block, 'value'), attribute(block, 'key'));
    if (typeof key === 'string' && tag !== null) tags.set(key, tag);
    if (typeof key !== 'string' && hasUnknown(block.unknown)) complete = false;
  }
  return { tags, complete };
}

/** `keeper` is what makes the key secret with it: the map, or the block's `key`. */
function readTag(found: Attribute, keeper: Attribute): Tag | null {
  const secret = keeper.sensitive === true ? 'key' : isSensitive(found.sensitive ?? false) ? 'value' : 'nothing';
  if (hasUnknown(found.unknown)) return { value: null, secret };
  const value = textOf(found.value);
  return value === null ? null : { value, secret };
}

/** Tags are text; some providers take numbers and truth values, which Terraform turns into text. */
function textOf(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Lays the second tags over the first: of a key in both, the second counts. What may yet come leaves the first's values open. */
export function overlay(under: TagMap, over: TagMap): TagMap {
  const tags = new Map<string, Tag>();
  for (const [key, tag] of under.tags) tags.set(key, over.complete ? tag : { ...tag, value: null });
  for (const [key, tag] of over.tags) tags.set(key, tag);
  return { tags, complete: under.complete && over.complete };
}

/** Tags whose values the plan tells in the clear. */
export function plainTags(values: Readonly<Record<string, string>>): TagMap {
  const tags = Object.entries(values).map(([key, value]): [string, Tag] => [key, { value, secret: 'nothing' }]);
  return { tags: new Map(tags), complete: true };
}

/** No tags, for certain. */
export const noTags: TagMap = { tags: new Map(), complete: true };
