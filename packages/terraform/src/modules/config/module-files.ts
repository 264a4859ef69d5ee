import { type Block, type Body, bodyOf, createSource, parseConfig, parseJson } from '@tollgate/hcl';
import { configurationNames, isConfigurationName, isOverrideName } from '../../source/configuration-names.ts';
import type { SourceTree } from '../../tree/index.ts';
import { errorMessage, type Message, messageOf } from '../message.ts';
import { joinFolder } from '../module-path.ts';
import { decodeText } from './text.ts';

/** A file of configuration, parsed. */
export interface ModuleFile {
  /** Its blocks are laid over those of the other files. */
  readonly override: boolean;
  readonly body: Body;
  /** The blocks of a file in the native syntax by where they start; undefined in JSON. */
  readonly blocks: ReadonlyMap<number, Block> | undefined;
}

/**
 * readModuleFiles reads the configuration in a folder: the primary files in the order of their names, then the overrides.
 * Undefined when there is no such folder.
 */
export function readModuleFiles(
  tree: SourceTree,
  folder: string,
  openTofu: boolean,
  messages: Message[],
): readonly ModuleFile[] | undefined {
  const entries = tree.listFolder(folder);
  if (entries === undefined) return undefined;
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  for (const name of (tree.lostLinks?.(folder) ?? []).filter(isConfigurationName)) {
    messages.push(lostLink(joinFolder(folder, name)));
  }
  const files = configurationNames(names, openTofu).map((name) => readFile(tree, joinFolder(folder, name), messages));
  return files.filter((file) => file !== undefined);
}

/** Terraform would follow the link: to go on without the file would be to judge another configuration. */
function lostLink(path: string): Message {
  const at = { source: createSource(path, ''), range: { start: 0, end: 0 } };
  const detail = `The file ${path} is a link that leads out of the repository, or nowhere. Put the file itself in its place.`;
  return errorMessage(at, 'Failed to read file', detail);
}

function readFile(tree: SourceTree, path: string, messages: Message[]): ModuleFile | undefined {
  const bytes = tree.readFile(path);
  if (bytes === undefined) return undefined;
  const override = isOverrideName(path.slice(path.lastIndexOf('/') + 1));
  const text = decodeText(bytes, path, messages);
  if (path.endsWith('.json')) {
    const file = parseJson(text, { file: path });
    messages.push(...file.diagnostics.map(messageOf));
    return { override, body: bodyOf(file), blocks: undefined };
  }
  const file = parseConfig(text, { file: path });
  messages.push(...file.diagnostics.map(messageOf));
  return { override, body: bodyOf(file), blocks: new Map(file.body.blocks.map((block) => [block.start, block])) };
}
