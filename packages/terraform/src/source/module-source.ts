import { type Block, findAttribute, locate, parseConfig } from '@tollgate/hcl';
import type { SourceFolders } from './source-folder.ts';

/** A place in a file, from 1; the end is exclusive. */
export interface SourceRange {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What one folder of configuration defines. */
export interface ModuleSource {
  /** Resource blocks by `type.name`, data blocks by `data.type.name`. */
  readonly resources: ReadonlyMap<string, SourceRange>;
  readonly calls: ReadonlyMap<string, ModuleCallSource>;
}

export interface ModuleCallSource extends SourceRange {
  /** As written, when it is written as plain text. */
  readonly source: string | undefined;
}

/** Finds the resources and module calls of a folder, as far as its files can be read. */
export function readModuleSource(folders: SourceFolders, folder: string): ModuleSource {
  const resources = new Map<string, SourceRange>();
  const calls = new Map<string, ModuleCallSource>();
  for (const { path, text } of folders.configurationFiles(folder)) {
    const { source, body } = parseConfig(text, { file: path });
    for (const block of body.blocks) {
      const [first, second] = block.labels.map(({ value }) => value);
      if (first === undefined) continue;
      const range = locate(source, block);
      if (block.type === 'module') setFirst(calls, first, { ...range, source: sourceOf(block) });
      else if (second !== undefined && block.type === 'resource') setFirst(resources, `${first}.${second}`, range);
      else if (second !== undefined && block.type === 'data') setFirst(resources, `data.${first}.${second}`, range);
    }
  }
  return { resources, calls };
}

function sourceOf(block: Block): string | undefined {
  const expression = findAttribute(block.body, 'source')?.expression;
  if (expression?.kind === 'string') return expression.value;
  const [only, ...others] = expression?.kind === 'template' ? expression.parts : [];
  return only?.kind === 'string' && others.length === 0 ? only.value : undefined;
}

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
