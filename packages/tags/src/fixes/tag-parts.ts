import { type Expression, keyOf, type LiteralValue, staticString } from '@tollgate/hcl';
import {
  type FoundBlock,
  findBlocks,
  follow,
  lastAttribute,
  nestedBlocks,
  type Part,
  placeAt,
  placeText,
  type Scope,
  scopeOf,
  type World,
  within,
} from '@tollgate/resources';
import type { EvaluatedProvider, EvaluatedResource, Evaluation } from '@tollgate/terraform';
import { cloudOf } from '../tagged.ts';

/** How the tags of a subject are written. */
export type WrittenTags =
  | { readonly kind: 'map'; readonly parts: readonly Part[]; readonly scope: Scope; readonly holder: FoundBlock | null }
  /** The blocks `tag` of an Auto Scaling group. */
  | {
      readonly kind: 'blocks';
      readonly holder: FoundBlock;
      readonly blocks: readonly FoundBlock[];
      readonly scope: Scope;
    }
  /** The provider has no block `default_tags` yet. */
  | { readonly kind: 'no-block'; readonly holder: FoundBlock };

/** How the own tags of a resource are written. `label` is where they are: `tags`, `settings.user_labels`. */
export function resourceTags(resource: EvaluatedResource, label: string, isBlock: boolean, world: World): WrittenTags {
  const { source, type, name } = resource;
  const scope = scopeOf(source.file, source.callers, world);
  const blocks = findBlocks(scope.module, 'resource', [type, name]);
  const [first] = blocks;
  if (first === undefined) return notNative(source.file, scope);
  if (isBlock) {
    const refusal = blockRefusal(blocks);
    if (refusal !== null) {
      return { kind: 'map', parts: [{ kind: 'opaque', reason: refusal }], scope, holder: null };
    }
    const holder = blocks.findLast((block) => nestedBlocks(block, 'tag').length > 0) ?? first;
    return { kind: 'blocks', holder, blocks: nestedBlocks(holder, 'tag'), scope };
  }
  const steps = label.split('.');
  const attribute = steps.pop() ?? label;
  const holders = steps.reduce<readonly FoundBlock[]>(
    (found, step) => found.flatMap((block) => nestedBlocks(block, step).slice(0, 1)),
    blocks,
  );
  const [holder] = holders;
  if (holder === undefined) {
    const reason = `${placeText({ ...first, range: first.block })} has no block ${steps.join('.')} in which ${attribute} could stand`;
    return { kind: 'map', parts: [{ kind: 'opaque', reason }], scope, holder: null };
  }
  return { kind: 'map', parts: partsOf(holders, holder, attribute, scope), scope, holder };
}

/** Why blocks `tag` cannot be edited; null when they can. */
function blockRefusal(blocks: readonly FoundBlock[]): string | null {
  const list = lastAttribute(blocks, 'tags');
  if (list === null) return null;
  return `what stands at ${placeText({ ...list.holder, range: list.attribute })} is a list of tags, which providers since 5.0 do not take`;
}

/** How the default tags of a provider are written. */
export function providerTags(provider: EvaluatedProvider, evaluation: Evaluation, world: World): WrittenTags {
  const { at, module, name } = provider;
  const callers =
    module === null
      ? []
      : (evaluation.resources.find((resource) => resource.module === module)?.source.callers ?? null);
  const scope = scopeOf(at.file, callers, world);
  const blocks = findBlocks(scope.module, 'provider', [name]).filter(({ path, file, block }) => {
    const { line, column } = file.source.lines.positionAt(block.start);
    return path === at.file && line === at.startLine && column === at.startColumn;
  });
  const [block] = blocks;
  if (block === undefined) return notNative(at.file, scope);
  if (cloudOf(name) === 'google') {
    return { kind: 'map', parts: partsOf(blocks, block, 'default_labels', scope), scope, holder: block };
  }
  const holders = nestedBlocks(block, 'default_tags');
  const [holder] = holders;
  if (holder !== undefined) return { kind: 'map', parts: partsOf(holders, holder, 'tags', scope), scope, holder };
  const dynamic = nestedBlocks(block, 'dynamic').find((inner) => inner.block.labels[0]?.value === 'default_tags');
  if (dynamic === undefined) return { kind: 'no-block', holder: block };
  const reason = `what stands at ${placeText({ ...dynamic, range: dynamic.block })} is a dynamic block`;
  return { kind: 'map', parts: [{ kind: 'opaque', reason }], scope, holder: null };
}

function partsOf(holders: readonly FoundBlock[], first: FoundBlock, name: string, scope: Scope): readonly Part[] {
  const found = lastAttribute(holders, name);
  if (found === null) {
    return [{ kind: 'empty', place: placeAt(first, name, first.block.headerRange), isNull: false }];
  }
  const { expression } = found.attribute;
  return follow(expression, placeAt(found.holder, name, expression), scope);
}

function notNative(file: string, scope: Scope): WrittenTags {
  const what = file.endsWith('.json') ? 'it is JSON' : 'its block is not found there';
  return { kind: 'map', parts: [{ kind: 'opaque', reason: `${file} cannot be edited: ${what}` }], scope, holder: null };
}

/** A key of the tags with its value, where both are written. */
export interface WrittenTag {
  readonly part: Extract<Part, { kind: 'object' }>;
  readonly value: Expression;
}

/** Where a key is written, in the order in which the maps count. */
export function writtenKeys(parts: readonly Part[], key: string): readonly WrittenTag[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'object') return [];
    const item = part.object.items.findLast((candidate) => keyOf(candidate) === key);
    return item === undefined ? [] : [{ part, value: item.value }];
  });
}

/** Where the value of a key is written out, when it is one text. */
export function writtenValue({ part, value }: WrittenTag, key: string): Part {
  const [only, ...others] = follow(value, within(part.place, [key], value), part.scope);
  if (only !== undefined && others.length === 0) return only;
  return { kind: 'opaque', reason: `the value at ${placeText({ ...part.place, range: value })} is made of several` };
}

/** The block `tag` of an Auto Scaling group with a key. */
export function tagBlock(blocks: readonly FoundBlock[], key: string): FoundBlock | undefined {
  return blocks.find((block) => {
    const attribute = lastAttribute([block], 'key');
    return attribute !== null && staticString(attribute.attribute.expression) === key;
  });
}

/** The arguments of a new block `tag`. */
export function newTagBlock(key: string, value: string): Record<string, { readonly literal: LiteralValue }> {
  return { key: { literal: key }, value: { literal: value }, propagate_at_launch: { literal: true } };
}
