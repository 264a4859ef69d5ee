import { isList, isObject, type JsonValue, member } from '@tollgate/terraform';
import { type Taggability, taggability } from '../taggability.ts';

/** Names of attributes with a resource's own tags, by what they are. The first that is there counts. */
const ownAttributes = [
  ['tags', 'tags'],
  ['labels', 'labels'],
  ['user_labels', 'user-labels'],
  ['resource_labels', 'resource-labels'],
] as const;

/**
 * Where resources carry tags by the schema of their type: in a map of text that can be set, or in blocks with key and value. What
 * an attribute means is not in a schema: where the table knows the type, the attribute that it names counts if the schema has it,
 * and one that it says is none counts only beside the attribute in which providers keep the merged tags.
 */
export function schemaTaggability(type: string, schema: JsonValue): Taggability {
  const block = member(schema, 'block');
  const listed = taggability(type);
  if (listed.taggable && settableMap(blockAt(block, listed.attribute), nameIn(listed.attribute))) {
    const kind = listed.kind === 'listed-only' ? 'tags' : listed.kind;
    return found(listed.attribute, kind, blockAt(block, listed.attribute));
  }
  if (hasTagBlocks(block)) {
    return listed.taggable || !listed.known ? found('tag', 'tag-block', block) : { taggable: false, known: true };
  }
  for (const [name, kind] of ownAttributes) {
    if (!settableMap(block, name)) continue;
    const own = found(name, kind, block);
    const isSaidToBeNone = !listed.taggable && listed.known;
    if (!isSaidToBeNone || own.effectiveAttribute !== null) return own;
  }
  return { taggable: false, known: true };
}

function found(
  attribute: string,
  kind: Extract<Taggability, { taggable: true }>['kind'],
  holder: JsonValue | undefined,
) {
  const companions = nameIn(attribute) === 'tags' ? ['tags_all'] : ['effective_labels', 'terraform_labels'];
  const attributes = member(holder, 'attributes');
  const effectiveAttribute = companions.find((name) => member(attributes, name) !== undefined) ?? null;
  return { taggable: true, attribute, effectiveAttribute, kind } as const;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The block that holds an attribute: `settings` for `settings.user_labels`. */
function blockAt(block: JsonValue | undefined, path: string): JsonValue | undefined {
  const outer = path.split('.').slice(0, -1);
  return outer.reduce((holder, name) => member(member(member(holder, 'block_types'), name), 'block'), block);
}

/** Whether an attribute is a map of text that a configuration can set. */
function settableMap(block: JsonValue | undefined, name: string): boolean {
  const attribute = member(member(block, 'attributes'), name);
  const type = member(attribute, 'type');
  const isMap = isList(type) && type[0] === 'map' && type[1] === 'string';
  return isMap && (member(attribute, 'optional') === true || member(attribute, 'required') === true);
}

function hasTagBlocks(block: JsonValue | undefined): boolean {
  const attributes = member(member(member(member(block, 'block_types'), 'tag'), 'block'), 'attributes');
  return isObject(attributes) && member(attributes, 'key') !== undefined && member(attributes, 'value') !== undefined;
}
