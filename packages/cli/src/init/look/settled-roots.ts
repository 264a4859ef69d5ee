import { findRootModules, type RootModule, readSettings, type SourceTree, settingsFile } from '@tollgate/terraform';
import { field } from './tools/fields.ts';
import { type ToolProject, type ToolRoots, toolRoots } from './tools/tool-roots.ts';

/** The root modules that the gates are to take. */
export interface SettledRoots {
  readonly roots: readonly RootModule[];
  /** What `tollgate.yml` has to say so that the gates take these; null when they find them as it is. */
  readonly naming: RootNaming | null;
  /** Usage files that another tool names. */
  readonly usageFiles: readonly string[];
  readonly notices: readonly string[];
}

/** Root modules that have to be named. */
export interface RootNaming {
  /** The file of the tool that names them: `infracost.yml`. */
  readonly from: string;
  /** Folders with root modules that are found, and that the tool does not name. */
  readonly others: readonly string[];
}

/**
 * Settles the root modules of a repository: those of `tollgate.yml`, or those that are found, or those that another tool names when
 * they are not all found.
 * @throws TerraformError when `tollgate.yml` cannot be used.
 */
export async function settleRoots(tree: SourceTree): Promise<SettledRoots> {
  const found = await findRootModules(tree);
  const { named: tool, notices } = toolRoots(tree, found);
  if (tool === null) return { roots: found, naming: null, usageFiles: [], notices };
  const usageFiles = [...new Set(tool.projects.flatMap(({ usageFile }) => usageFile ?? []))];
  const settled = { usageFiles, notices };
  const known = new Set(found.map(identity));
  if (namesRoots(tree) || tool.projects.every((project) => known.has(identity(project)))) {
    return { roots: found, naming: null, ...settled };
  }
  const named = new Set(tool.projects.map(({ path }) => path));
  const others = [...new Set(found.map(({ path }) => path))].filter((path) => !named.has(path));
  return { roots: namedRoots(tool), naming: { from: tool.file, others }, ...settled };
}

function namesRoots(tree: SourceTree): boolean {
  const bytes = tree.readFile(settingsFile);
  if (bytes === undefined) return false;
  return field(readSettings(settingsFile, Buffer.from(bytes).toString('utf8')).content, 'roots') !== undefined;
}

function identity({ path, workspace, varFiles }: Pick<RootModule, 'path' | 'workspace' | 'varFiles'>): string {
  return JSON.stringify([path, workspace, varFiles]);
}

/** Gives each root module a name of its own, as `tollgate.yml` wants it; one that is named twice with the same content is one. */
function namedRoots({ projects }: ToolRoots): readonly RootModule[] {
  const different = [...new Map(projects.map((project) => [identity(project), project])).values()];
  const names = new Set<string>();
  return different.map((project) => {
    const { path, workspace, varFiles } = project;
    const wanted = project.name ?? nameOf(project, different);
    let name = wanted;
    for (let count = 2; names.has(name); count++) name = `${wanted} ${count}`;
    names.add(name);
    return { name, path, workspace, varFiles };
  });
}

/** `infra`, or `infra (prod)` when the folder is there more than once. */
function nameOf({ path, workspace, varFiles }: ToolProject, all: readonly ToolProject[]): string {
  const folder = path === '' ? '.' : path;
  const variant = workspace ?? varFiles.at(-1)?.replace(/^.*\/|\.tfvars(?:\.json)?$/g, '');
  const isAlone = all.filter((other) => other.path === path).length === 1;
  return isAlone || variant === undefined ? folder : `${folder} (${variant})`;
}
