import {
  type Body,
  type BodyBlock,
  bodyOf,
  expressionOf,
  locate,
  parseConfig,
  parseJson,
  staticString,
} from '@tollgate/hcl';
import type { SourceTree } from '../tree/source-tree.ts';
import { configurationFiles } from './configuration-files.ts';

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
  /** Whether a provider is given arguments here, or the state a place: then nothing else calls the folder as a module. */
  readonly configuresProviders: boolean;
  readonly configuresState: boolean;
}

export interface ModuleCallSource extends SourceRange {
  /** As written, when it is written as plain text. */
  readonly source: string | undefined;
}

const blocks = [
  { type: 'resource', labels: ['type', 'name'] },
  { type: 'data', labels: ['type', 'name'] },
  { type: 'module', labels: ['name'] },
  { type: 'provider', labels: ['name'] },
  { type: 'terraform' },
];

/** Finds what a folder defines, as far as its files can be read. */
export function readModuleSource(tree: SourceTree, folder: string): ModuleSource {
  const resources = new Map<string, SourceRange>();
  const calls = new Map<string, ModuleCallSource>();
  let configuresProviders = false;
  let configuresState = false;
  for (const { path, syntax, text } of configurationFiles(tree, folder)) {
    const file = syntax === 'json' ? parseJson(text, { file: path }) : parseConfig(text, { file: path });
    for (const block of bodyOf(file).partialContent({ blocks }).blocks) {
      const [first = '', second = ''] = block.labels;
      const range = locate(block.source, block.range);
      switch (block.type) {
        case 'resource':
          setFirst(resources, `${first}.${second}`, range);
          break;
        case 'data':
          setFirst(resources, `data.${first}.${second}`, range);
          break;
        case 'module':
          setFirst(calls, first, { ...range, source: sourceOf(block) });
          break;
        case 'provider':
          configuresProviders ||= hasArguments(block.body);
          break;
        case 'terraform':
          configuresState ||= keepsState(block.body);
      }
    }
  }
  return { resources, calls, configuresProviders, configuresState };
}

function sourceOf({ body }: BodyBlock): string | undefined {
  const source = body.partialContent({ attributes: [{ name: 'source' }] }).attributes.get('source');
  return source === undefined ? undefined : staticString(expressionOf(source.value).expression);
}

/** An empty provider block, or one with nothing but a version, is what older modules have. */
function hasArguments(body: Body): boolean {
  const { attributes, diagnostics } = body.justAttributes();
  return diagnostics.length > 0 || [...attributes.keys()].some((name) => name !== 'version' && name !== 'alias');
}

function keepsState(body: Body): boolean {
  const schema = { blocks: [{ type: 'backend', labels: ['type'] }, { type: 'cloud' }] };
  return body.partialContent(schema).blocks.length > 0;
}

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}
