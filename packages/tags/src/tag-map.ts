import { isList, isObject, isSensitive, type JsonValue } from '@tollgate/terraform';
import { type Attribute, attribute, elements, hasUnknown, isWithheld, reasonsOf } from './attribute.ts';
import { numberText } from './number-text.ts';
import type { OpenEnd } from './open-end.ts';

/** One tag. */
export interface Tag {
  /** Null when it is known only after apply, or withheld. */
  readonly value: string | null;
  /** It is sensitive, and not at hand. */
  readonly withheld: boolean;
  /** What of it must not be shown: nothing, the value, or the key too, as of a map that is sensitive as a whole. */
  readonly secret: 'nothing' | 'value' | 'key';
  /** Why the value is unknown, as far as it is told. */
  readonly reasons: readonly string[];
}

/** Tags as far as they are known. */
export interface TagMap {
  readonly tags: ReadonlyMap<string, Tag>;
  /** Why further keys may come to light at apply; null when these are all. */
  readonly openEnd: OpenEnd | null;
}

/**
 * Reads tags from a map, or from a list of blocks with key and value. A null value is left out, as the providers do; an unknown
 * one keeps its key, though it may turn out to be null.
 */
export function readTags(found: Attribute): TagMap {
  if (found.unknown === true) return { tags: new Map(), openEnd: { kind: 'own', reasons: reasonsOf(found) } };
  if (isWithheld(found)) return { tags: new Map(), openEnd: { kind: 'withheld' } };
  return isList(found.value) ? readBlocks(found) : readMap(found);
}

function readMap(found: Attribute): TagMap {
  const keys = [found.value, found.unknown].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
  const tags = new Map<string, Tag>();
  for (const key of new Set(keys)) {
    const tag = readTag(attribute(found, key), found);
    if (tag !== null) tags.set(key, tag);
  }
  return { tags, openEnd: null };
}

function readBlocks(found: Attribute): TagMap {
  const tags = new Map<string, Tag>();
  let openEnd: OpenEnd | null = null;
  const isMarkedByBlock = isList(found.unknown) && isList(found.value) && found.unknown.length === found.value.length;
  if (isList(found.unknown) && !isMarkedByBlock && hasUnknown(found.unknown)) {
    openEnd = { kind: 'own', reasons: reasonsOf(found) };
  }
  for (const block of elements(found)) {
    const key = attribute(block, 'key');
    const tag = readTag(attribute(block, 'value'), key);
    if (typeof key.value === 'string' && tag !== null) tags.set(key.value, tag);
    else if (isWithheld(key)) openEnd ??= { kind: 'withheld' };
    else if (typeof key.value !== 'string' && hasUnknown(block.unknown)) {
      openEnd ??= { kind: 'own', reasons: reasonsOf(key) };
    }
  }
  return { tags, openEnd };
}

/** `keeper` is what makes the key secret with it: the map, or the block's `key`. */
function readTag(found: Attribute, keeper: Attribute): Tag | null {
  const secret = keeper.sensitive === true ? 'key' : isSensitive(found.sensitive ?? false) ? 'value' : 'nothing';
  if (hasUnknown(found.unknown)) return { value: null, withheld: false, secret, reasons: reasonsOf(found) };
  if (isWithheld(found)) return { value: null, withheld: true, secret, reasons: [] };
  if (typeof found.value === 'number' && numberText(found.value) === null) {
    const reasons = ['a number of so many digits is not read exactly, and a text in quotes is'];
    return { value: null, withheld: false, secret, reasons };
  }
  const value = textOf(found.value);
  return value === null ? null : { value, withheld: false, secret, reasons: [] };
}

/** Tags are text; some providers take numbers and truth values, which Terraform turns into text. */
function textOf(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Lays the second tags over the first: of a key in both, the second counts. What may yet come leaves the first's values open. */
export function overlay(under: TagMap, over: TagMap): TagMap {
  const tags = new Map<string, Tag>();
  for (const [key, tag] of under.tags) tags.set(key, over.openEnd === null ? tag : opened(tag, over.openEnd));
  for (const [key, tag] of over.tags) tags.set(key, tag);
  return { tags, openEnd: over.openEnd ?? under.openEnd };
}

function opened(tag: Tag, openEnd: OpenEnd): Tag {
  return { ...tag, value: null, withheld: false, reasons: 'reasons' in openEnd ? openEnd.reasons : [] };
}

/** Tags whose values are told in the clear. */
export function plainTags(values: Readonly<Record<string, string>>): TagMap {
  const tags = Object.entries(values).map(([key, value]): [string, Tag] => [
    key,
    { value, withheld: false, secret: 'nothing', reasons: [] },
  ]);
  return { tags: new Map(tags), openEnd: null };
}

/** No tags, for certain. */
export const noTags: TagMap = { tags: new Map(), openEnd: null };
