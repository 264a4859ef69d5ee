import {
  type Attribute,
  type Block,
  type BlockSelector,
  findAttribute,
  type NativeFile,
  parseConfig,
} from '@tollgate/hcl';
import { configurationFiles, type SourceTree } from '@tollgate/terraform';

/** The outermost blocks in one folder as they are written in the native syntax, by type and labels. */
export type ModuleText = ReadonlyMap<string, readonly FoundBlock[]>;

/** A block with the way to it. */
export interface FoundBlock {
  readonly path: string;
  readonly file: NativeFile;
  readonly block: Block;
  readonly selectors: readonly BlockSelector[];
}

/** Reads the configuration in folders of a tree, each once. */
export function moduleTexts(tree: SourceTree): (folder: string) => ModuleText {
  const known = new Map<string, ModuleText>();
  return (folder) => {
    const text = known.get(folder) ?? readModuleText(tree, folder);
    known.set(folder, text);
    return text;
  };
}

function readModuleText(tree: SourceTree, folder: string): ModuleText {
  const found = new Map<string, FoundBlock[]>();
  for (const { path, syntax, text } of configurationFiles(tree, folder)) {
    if (syntax === 'json') continue;
    const file = parseConfig(text, { file: path });
    const counts = new Map<string, number>();
    for (const block of file.body.blocks) {
      const { type } = block;
      const labels = block.labels.map(({ value }) => value);
      const key = blockKey(type, labels);
      const index = counts.get(key) ?? 0;
      counts.set(key, index + 1);
      const selector = { type, ...(labels.length === 0 ? {} : { labels }), index };
      found.set(key, [...(found.get(key) ?? []), { path, file, block, selectors: [selector] }]);
    }
  }
  return found;
}

function blockKey(type: string, labels: readonly string[]): string {
  return JSON.stringify([type, ...labels]);
}

/** The blocks of a type with these labels, in the order in which they count: each is laid over those before it. */
export function findBlocks(module: ModuleText, type: string, labels: readonly string[] = []): readonly FoundBlock[] {
  return module.get(blockKey(type, labels)) ?? [];
}

/** The blocks of a type inside of another. */
export function nestedBlocks(outer: FoundBlock, type: string): readonly FoundBlock[] {
  return outer.block.body.blocks
    .filter((block) => block.type === type)
    .map((block, index) => ({ ...outer, block, selectors: [...outer.selectors, { type, index }] }));
}

/** The attribute of a name that counts, with the block that has it: the last. */
export function lastAttribute(
  blocks: readonly FoundBlock[],
  name: string,
): { readonly holder: FoundBlock; readonly attribute: Attribute } | null {
  for (const holder of blocks.toReversed()) {
    const attribute = findAttribute(holder.block.body, name);
    if (attribute !== undefined) return { holder, attribute };
  }
  return null;
}

/** The folder of a file. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
