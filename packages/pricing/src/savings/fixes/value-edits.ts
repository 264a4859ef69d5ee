import type { LiteralValue } from '@tollgate/hcl';
import {
  type Change,
  type FileEdit,
  type FoundBlock,
  fileEdit,
  findBlocks,
  follow,
  lastAttribute,
  made,
  nestedBlocks,
  placeAt,
  placeText,
  type ResourceView,
  refused,
  type Scope,
  scopeOf,
  type World,
} from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { partAt, pathText } from '../../resource/place.ts';
import type { ValueChange } from '../alternative.ts';

/** The edits that give attributes of a resource other values, where these are written out in its own block. */
export function valueEdits(view: ResourceView, changes: readonly ValueChange[], world: World): Change {
  const { source, type, name } = view;
  if (source === null) return refused('it is not known where the resource is written');
  const scope = scopeOf(source.file, source.callers, world);
  const blocks = findBlocks(scope.module, 'resource', [type, name]);
  if (blocks.length === 0) return refused(`the file ${source.file} cannot be edited: its block is not found there`);
  const edits: FileEdit[] = [];
  for (const change of changes) {
    const found = editOf(view, blocks, change, scope);
    if (found.kind === 'refused') return found;
    edits.push(...found.edits);
  }
  return made(edits);
}

function editOf(view: ResourceView, blocks: readonly FoundBlock[], { path, to }: ValueChange, scope: Scope): Change {
  const holders = holdersOf(view, blocks, path.slice(0, -1));
  const [first] = holders;
  const name = path.at(-1);
  if (first === undefined || typeof name !== 'string') {
    return refused(`the block ${pathText(path.slice(0, -1))} is not written out`);
  }
  const found = lastAttribute(holders, name);
  if (found === null) {
    const literal = literalOf(to);
    if (to === null) return made([]);
    if (literal === undefined) return refused(`${pathText(path)} is no single value`);
    const place = placeAt(first, name, first.block.headerRange);
    return made([fileEdit(place, { kind: 'set', path: place.value, value: { literal } })]);
  }
  const place = placeAt(found.holder, name, found.attribute.expression);
  if (to === null) return made([fileEdit(place, { kind: 'remove', path: place.value })]);
  const [part, ...others] = follow(found.attribute.expression, place, scope);
  if (part?.kind === 'opaque') return refused(part.reason);
  const literal = literalOf(to);
  if (part?.kind !== 'literal' || others.length > 0 || literal === undefined) {
    return refused(`what stands at ${placeText(place)} is not written as one value`);
  }
  const { path: file, range } = part.place;
  const isHere = file === place.path && range.start >= place.range.start && range.end <= place.range.end;
  if (!isHere) return refused(`its value comes from ${placeText(part.place)}, which may be for others as well`);
  return made([fileEdit(place, { kind: 'set', path: place.value, value: { literal } })]);
}

/** The blocks in which an attribute can stand. A block is taken by its number only when all of them are written out. */
function holdersOf(
  { values }: ResourceView,
  blocks: readonly FoundBlock[],
  path: ValueChange['path'],
): readonly FoundBlock[] {
  let found = blocks;
  for (const [at, step] of path.entries()) {
    if (typeof step !== 'string') continue;
    const value = partAt(values, path.slice(0, at + 1));
    const count = isList(value) ? value.length : isObject(value) ? 1 : 0;
    const inner = found.flatMap((outer) => nestedBlocks(outer, step));
    const index = path[at + 1];
    const one = inner[typeof index === 'number' ? index : 0];
    if (one === undefined || inner.length !== count) return [];
    found = [one];
  }
  return found;
}

function literalOf(value: JsonValue): LiteralValue | undefined {
  return value === null || isObject(value) || isList(value) ? undefined : value;
}
