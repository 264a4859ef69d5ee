import { posix } from 'node:path';
import { TerraformError } from '../error.ts';
import { modulePath } from '../plan/module-path.ts';
import type { PlannedResource } from '../plan/plan.ts';
import type { SourceTree } from '../tree/source-tree.ts';
import { treePath } from '../tree/tree-path.ts';
import { type ModuleSource, readModuleSource, type SourceRange } from './module-source.ts';

/** Where a resource is defined: its block, and the module calls that lead there, outermost first. */
export interface ResourceSource extends SourceRange {
  readonly callers: readonly (SourceRange & { readonly address: string })[];
}

/** Where to look: `folder` is the root module of the plan, from the root of the tree. */
export interface LocateOptions {
  readonly tree: SourceTree;
  readonly folder: string;
}

/** What tells where a resource is defined. */
type LocatedResource = Pick<PlannedResource, 'address' | 'mode' | 'type' | 'name' | 'module'>;

/**
 * Finds the blocks that define the resources of a plan or a state, by address. Neither holds lines, so the configuration is read
 * beside it: the root module and the local modules that it calls. A resource whose block is not found, because its module comes from
 * a registry or the folder holds another configuration, has no entry.
 * @throws TerraformError when there is no such folder.
 */
export function locateResources(
  { resources }: { readonly resources: readonly LocatedResource[] },
  { tree, folder }: LocateOptions,
): ReadonlyMap<string, ResourceSource> {
  const start = folderBelow(tree, folder);
  const modules = new Map<string, ModuleSource>();
  const moduleIn = (path: string) => {
    const known = modules.get(path) ?? readModuleSource(tree, path);
    modules.set(path, known);
    return known;
  };

  const found = new Map<string, ResourceSource>();
  for (const resource of resources) {
    const calls = modulePath(resource.module ?? '');
    if (calls === null) continue;
    const source = follow(resource, calls, start, moduleIn);
    if (source !== undefined) found.set(resource.address, source);
  }
  return found;
}

function follow(
  resource: LocatedResource,
  calls: readonly string[],
  start: string,
  moduleIn: (folder: string) => ModuleSource,
): ResourceSource | undefined {
  const callers: ResourceSource['callers'][number][] = [];
  let folder = start;
  let address = '';
  for (const name of calls) {
    const call = moduleIn(folder).calls.get(name);
    if (call?.source === undefined || !/^\.\.?\//.test(call.source)) return undefined;
    const { source, ...range } = call;
    address = address === '' ? `module.${name}` : `${address}.module.${name}`;
    callers.push({ address, ...range });
    folder = posix.join(folder, source);
  }
  const key = `${resource.mode === 'data' ? 'data.' : ''}${resource.type}.${resource.name}`;
  const range = moduleIn(folder).resources.get(key);
  return range === undefined ? undefined : { ...range, callers };
}

/** A folder as the tree knows it. */
function folderBelow(tree: SourceTree, folder: string): string {
  const path = treePath(folder);
  if (path === undefined) {
    throw new TerraformError(folder, `The folder ${folder} is outside of the repository. Give one inside of it.`);
  }
  if (tree.listFolder(path) !== undefined) return path;
  throw new TerraformError(
    folder,
    `There is no folder ${folder}. Give the folder of the root module that the plan was made from.`,
  );
}
