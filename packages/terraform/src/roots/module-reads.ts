import {
  bodyOf,
  type Expression,
  type FunctionCall,
  jsonExpression,
  parseConfig,
  parseJson,
  parseTemplate,
  walkExpressions,
  walkItems,
} from '@tollgate/hcl';
import { constantText } from '../modules/config/constants.ts';
import { decodeText } from '../modules/config/text.ts';
import { readsFiles } from '../modules/run/file-functions.ts';
import { isConfigurationName } from '../source/configuration-names.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { joinPath } from '../tree/tree-path.ts';
import { type WrittenPath, writtenEnd, writtenPath } from './written-path.ts';

/** What the configuration in a folder leads to. More than what an evaluation reads can be in it, and never less. */
export interface ModuleReads {
  /** The sources of the modules that it calls. */
  readonly sources: readonly string[];
  readonly files: readonly FileRead[];
}

/** What a function reads. Paths are from the folder of the root module. */
export type FileRead =
  | { readonly kind: 'file' | 'template'; readonly path: WrittenPath }
  /** The names of the files in a folder and in those inside of it. */
  | { readonly kind: 'folder'; readonly path: WrittenPath }
  /** Any file of the tree whose name ends so. */
  | { readonly kind: 'any'; readonly end: string };

/** Reads a folder of configuration, whether or not it is for OpenTofu. */
export function readModuleReads(tree: SourceTree, folder: string): ModuleReads {
  const sources: string[] = [];
  const files: FileRead[] = [];
  for (const { name, kind } of tree.listFolder(folder) ?? []) {
    if (kind !== 'file' || !isConfigurationName(name)) continue;
    const path = joinPath(folder, name);
    const bytes = tree.readFile(path);
    if (bytes === undefined) continue;
    const found = readFile(decodeText(bytes, path, []), path);
    sources.push(...found.sources);
    files.push(...found.files);
  }
  return { sources, files };
}

/** Whether a template asks for files, once it is rendered. */
export function templateReadsFiles(text: string): boolean {
  const { expression } = parseTemplate(text, { file: 'template' });
  return readsOf([expression]).length > 0;
}

const schema = { blocks: [{ type: 'module', labels: ['name'] }] };

function readFile(text: string, path: string): ModuleReads {
  if (path.endsWith('.json')) {
    const file = parseJson(text, { file: path });
    const { expression } = jsonExpression(file.source, file.root);
    return { sources: sourcesOf(file), files: readsOf([expression]) };
  }
  // Most files call neither a module nor a function that reads files, all of which have that word in their names.
  if (!text.includes('module') && !text.includes('file')) return { sources: [], files: [] };
  const file = parseConfig(text, { file: path });
  const expressions: Expression[] = [];
  walkItems(file.body, (item) => {
    if (item.kind === 'attribute') expressions.push(item.expression);
  });
  return { sources: sourcesOf(file), files: readsOf(expressions) };
}

function sourcesOf(file: Parameters<typeof bodyOf>[0]): string[] {
  return bodyOf(file)
    .partialContent(schema)
    .blocks.flatMap(({ body }) => {
      const { attributes } = body.partialContent({ attributes: [{ name: 'source' }] });
      const source = constantText(attributes.get('source'), []);
      return source === undefined ? [] : [source];
    });
}

function readsOf(expressions: readonly Expression[]): FileRead[] {
  const reads: FileRead[] = [];
  let isShadowed = false;
  for (const expression of expressions) {
    walkExpressions(expression, (part) => {
      if (part.kind === 'call' && readsFiles(part.name)) reads.push(readOf(part));
      const isLoop = part.kind === 'for' || part.kind === 'template-for';
      isShadowed ||= isLoop && (part.keyVariable === 'path' || part.valueVariable === 'path');
      return undefined;
    });
  }
  // Inside of such a loop `path.module` is something else.
  return isShadowed && reads.length > 0 ? [{ kind: 'any', end: '' }] : reads;
}

function readOf({ name, args, expandFinal }: FunctionCall): FileRead {
  const [first, second] = args;
  if (first === undefined || expandFinal) return { kind: 'any', end: '' };
  const path = writtenPath(first);
  const plainName = name.replace(/^core::/, '');
  switch (plainName) {
    case 'fileset': {
      const pattern = second === undefined ? undefined : writtenPath(second);
      const isBelow = pattern?.every((part) => typeof part === 'string') && !pattern.join('').includes('..');
      return path === undefined || !isBelow ? { kind: 'any', end: '' } : { kind: 'folder', path };
    }
    case 'templatefile':
      // What template it is nobody knows, and templates can ask for files too.
      return path === undefined ? { kind: 'any', end: '' } : { kind: 'template', path };
    default:
      return path === undefined ? { kind: 'any', end: writtenEnd(first) } : { kind: 'file', path };
  }
}
