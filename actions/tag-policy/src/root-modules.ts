import { ActionError } from '@tollgate/action-kit';
import { compilePathPatterns } from '@tollgate/policy-engine';
import type { GivenVariable } from '@tollgate/resources';
import { configurationFolders, findRootModules, folderTree, type SourceTree, treePath } from '@tollgate/terraform';
import { linkedFolders } from './linked-folders.ts';

/** A root module that is to be judged. */
export interface WantedRoot {
  /** How the report calls it, unique in the run. */
  readonly name: string;
  /** Its folder, relative to the workspace. */
  readonly path: string;
  /** The plan that was made from it; null when it is to be evaluated. */
  readonly plan: string | null;
  /** The Terraform workspace; undefined when nothing names one. */
  readonly workspace: string | undefined;
  readonly variables: readonly GivenVariable[];
}

/** What the inputs say of root modules. */
export interface WantedRoots {
  readonly paths: readonly string[];
  readonly plans: readonly string[];
  readonly workspace: string;
  readonly varFiles: readonly string[];
  readonly workingFolder: string;
}

const automatic = 'auto';

/**
 * Gives the root modules that are wanted, in the order in which they are named; those of a pattern and those that are found in the
 * order of their names.
 * @throws ActionError when there are none, or the plans do not go with them.
 */
export async function wantedRoots(wanted: WantedRoots): Promise<readonly WantedRoot[]> {
  const { paths, plans, workspace, varFiles, workingFolder } = wanted;
  const outside = paths.find((path) => treePath(path.replace(/^!/, '')) === undefined);
  if (outside !== undefined) {
    throw new ActionError(`The folder ${outside} is outside of the workspace. Name root modules inside of it.`);
  }
  const given = {
    workspace: workspace === '' ? undefined : workspace,
    variables: varFiles.map((file) => ({ kind: 'file', file }) as const),
  };
  if (plans.length > 0) return planned(wanted);
  if (paths.includes(automatic)) {
    if (paths.length > 1) {
      throw new ActionError(`Input "path" has "${automatic}" beside others. Leave it alone, or name the root modules.`);
    }
    return found(folderTree(workingFolder), given);
  }
  const folders = expand([...new Set(paths.map(plain))], folderTree(workingFolder));
  return folders.map((path) => ({ name: path, path, plan: null, ...given }));
}

function planned({ paths, plans, workspace, varFiles }: WantedRoots): readonly WantedRoot[] {
  if (workspace !== '' || varFiles.length > 0) {
    const name = workspace === '' ? 'var-files' : 'workspace';
    throw new ActionError(
      `Input "${name}" cannot be used with "plan-file": Terraform has evaluated the plan already. Leave one of them out.`,
    );
  }
  if (paths.some((path) => path === automatic || isPattern(path))) {
    throw new ActionError(
      'Input "path" must name the root module of each plan, one a line, in the order of "plan-file".',
    );
  }
  if (paths.length !== plans.length) {
    throw new ActionError(
      `Inputs "plan-file" and "path" go together line by line, but the one has ${plans.length} and the other ${paths.length}. Name the root module of each plan.`,
    );
  }
  return plans.map((plan, index) => {
    const path = paths[index] ?? '.';
    // Two plans of one root module, such as of two workspaces, are told apart by their files.
    const isShared = paths.filter((other) => other === path).length > 1;
    return { name: isShared ? plan : path, path, plan, workspace: undefined, variables: [] };
  });
}

async function found(
  tree: SourceTree,
  given: Pick<WantedRoot, 'workspace' | 'variables'>,
): Promise<readonly WantedRoot[]> {
  const roots = await findRootModules(tree);
  if (roots.length === 0) {
    throw new ActionError(
      'There is no root module in the workspace. Name them in the input "path" or in tollgate.yml, and check the repository out before this step.',
    );
  }
  return roots.map(({ name, path, workspace, varFiles }) => ({
    name,
    path: path === '' ? '.' : path,
    plan: null,
    workspace: given.workspace ?? workspace ?? undefined,
    variables: [...varFiles.map((file) => ({ kind: 'file', file }) as const), ...given.variables],
  }));
}

/**
 * Puts the folders with configuration in the place of patterns. Links are gone through: a change that puts one in the place of a
 * root module must not take it out of the gate.
 */
function expand(paths: readonly string[], tree: SourceTree): readonly string[] {
  if (!paths.some(isPattern)) return paths;
  const matches = compilePathPatterns(paths.filter(isPattern));
  const inPlace = configurationFolders(tree).flatMap(({ hasConfiguration, path }) => (hasConfiguration ? [path] : []));
  const folders = [...inPlace, ...linkedFolders(tree)].filter((path) => path !== '' && matches(path)).sort();
  const all = new Set([...paths.filter((path) => !isPattern(path)), ...folders]);
  if (all.size > 0) return [...all];
  throw new ActionError(
    `No folder with Terraform configuration matches the input "path": ${paths.join(', ')}. Mend the patterns, or write "${automatic}" to have the root modules found.`,
  );
}

function isPattern(path: string): boolean {
  return /[*?]|^!/.test(path);
}

/** A path or pattern as it is written in one way only: `infra/prod` for `./infra/prod/`. */
function plain(pattern: string): string {
  const negation = pattern.startsWith('!') ? '!' : '';
  const path = pattern.slice(negation.length);
  return `${negation}${(treePath(path) ?? path) || '.'}`;
}
