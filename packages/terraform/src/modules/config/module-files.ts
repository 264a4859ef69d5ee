import { type Block, type Body, bodyOf, parseConfig, parseJson } from '@tollgate/hcl';
import type { SourceTree } from '../../tree/index.ts';
import { type Message, messageOf } from '../message.ts';
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
  const files = configurationNames(names, openTofu).map((name) => readFile(tree, joinFolder(folder, name), messages));
  const read = files.filter((file) => file !== undefined);
  return [...read.filter(({ override }) => !override), ...read.filter(({ override }) => override)];
}

const TERRAFORM = /^(.+)\.tf(\.json)?$/;
const OPENTOFU = /^(.+)\.tofu(\.json)?$/;
/** Hidden files, and what editors leave behind. */
const IGNORED = /^\.|~$|^#.*#$/;

/**
 * The files that count. A `.tofu` file takes the place of a `.tf` file of the same name. Other `.tofu` files are OpenTofu's
 * only: they count when the configuration is said to be for it, or when there are no others.
 */
function configurationNames(names: readonly string[], openTofu: boolean): readonly string[] {
  const visible = names.filter((name) => !IGNORED.test(name));
  const terraform = visible.filter((name) => TERRAFORM.test(name));
  const tofu = visible.filter((name) => OPENTOFU.test(name));
  const known = new Set(visible);
  const replaced = new Set(tofu.map((name) => name.replace(OPENTOFU, '$1.tf$2')));
  const all = openTofu || terraform.length === 0;
  const counting = tofu.filter((name) => all || known.has(name.replace(OPENTOFU, '$1.tf$2')));
  return visible.filter((name) => (terraform.includes(name) ? !replaced.has(name) : counting.includes(name)));
}

function readFile(tree: SourceTree, path: string, messages: Message[]): ModuleFile | undefined {
  const bytes = tree.readFile(path);
  if (bytes === undefined) return undefined;
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:tf|tofu)(?:\.json)?$/, '');
  const override = base === 'override' || base.endsWith('_override');
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
