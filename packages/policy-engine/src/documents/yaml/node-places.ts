import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { LineColumn, Path, Places } from '../places.ts';
import { keyText } from './plain-data.ts';
import { sourceOffset, type WrittenScalar } from './scalar-offsets.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** A document's tree with what its aliases stand for. */
export interface PlacedTree {
  readonly root: Node | null;
  readonly targets: ReadonlyMap<Alias, Node>;
  /** Where the document begins, for one without content. */
  readonly offset: number;
}

/** Where the parts of a tree stand. What an alias repeats stands where it is written out. */
export function nodePlaces(file: string, index: TextIndex, tree: PlacedTree): Places {
  const placeOf = (node: Node | null) => index.placeOf(node?.range?.[0] ?? tree.offset);
  return {
    file,
    at: (path) => placeOf(follow(tree, path).node),
    keyAt(path) {
      const { node, key, length } = follow(tree, path);
      return placeOf(length === path.length ? (key ?? node) : node);
    },
    within(path, line, column) {
      const { node, length } = follow(tree, path);
      const scalar = isAlias(node) ? (tree.targets.get(node) ?? null) : node;
      const start = placeOf(scalar);
      if (length !== path.length || !isScalar(scalar) || typeof scalar.value !== 'string') return start;
      return withinScalar(index, scalar, scalar.value, { line, column }) ?? start;
    },
  };
}

/** The last node on a way that is there, its key, and how much of the way leads to it. */
function follow(tree: PlacedTree, path: Path): { node: Node | null; key: Node | null; length: number } {
  let node = tree.root;
  let key: Node | null = null;
  for (const [length, step] of path.entries()) {
    const inside: Node | null = isAlias(node) ? (tree.targets.get(node) ?? null) : node;
    const found = stepInto(inside, step);
    if (found === undefined) return { node, key, length };
    node = found.node;
    key = found.key;
  }
  return { node, key, length: path.length };
}

function stepInto(node: Node | null, step: string | number): { node: Node; key: Node | null } | undefined {
  if (isSeq<Node>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { node: item, key: null };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair = node.items.find((item) => keyText(item.key) === String(step));
  // `{ a }` has a key without a value: its place is that of the key.
  return pair === undefined ? undefined : { node: pair.value ?? pair.key, key: pair.key };
}

function withinScalar(index: TextIndex, scalar: Scalar, value: string, place: LineColumn): LineColumn | undefined {
  const [start, end] = scalar.range ?? [0, 0];
  const written: WrittenScalar = { source: index.text.slice(start, end), style: styleOf(scalar), value };
  const offset = sourceOffset(written, indexText(value).offsetOf(place));
  return offset === undefined ? undefined : index.placeOf(start + offset);
}

function styleOf({ type }: Scalar): WrittenScalar['style'] {
  switch (type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return 'block';
    default:
      return 'plain';
  }
}
