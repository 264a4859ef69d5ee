import { code, type Inline, text } from '@tollgate/policy-engine';
import type { ResourceChange } from '../changes/cost-change.ts';

/** Where a resource is written, after its name; nothing where that is not known. */
export function placeInlines(source: ResourceChange['source']): readonly Inline[] {
  if (source === null) return [];
  const { file, startLine, endLine } = source;
  return [text(' '), { kind: 'place', place: { file, startLine, endLine } }];
}

/** Where a resource was written that is removed: a link would lead to what is there now, or nowhere. */
export function formerPlaceInlines(source: ResourceChange['source']): readonly Inline[] {
  return source === null ? [] : [text(' '), code(`${source.file}:${source.startLine}`)];
}
