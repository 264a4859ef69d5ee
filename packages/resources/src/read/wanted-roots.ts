import { compilePathPatterns } from '@tollgate/policy-engine';
import {
  configurationFolders,
  findRootModules,
  folderTree,
  hasConfiguration,
  namedRootModules,
  type RootModule,
  reachedFolders,
  type SourceTree,
  TerraformError,
  treePath,
} from '@tollgate/terraform';
import type { GivenVariable } from './given-variables.ts';
import { linkedFolders } from './linked-folders.ts';

/** A root module that is to be read. */
export interface WantedRoot {
  /** How the report calls it, unique in the run. */
  readonly name: string;
  /** Its folder, relative to the working folder. */
  readonly path: string;
  /** The plan that was made from it, or its state; null when it is to be evaluated. */
  readonly plan: string | null;
  /** The Terraform workspace; undefined when nothing names one. */
  readonly workspace: string | undefined;
  readonly variables: readonly GivenVariable[];
}

/** What the options of a command or the inputs of an action say of root modules. */
export interface WantedRoots {
  /** Folders, patterns of folders, or `auto` alone. */
  readonly paths: readonly string[];
  /** Plans, each of the root module in the same place of `paths`. */
  readonly plans: readonly string[];
  /** Empty when nothing names one. */
  readonly workspace: string;
  readonly varFiles: readonly string[];
  readonly workingFolder: string;
  /**
   * The working folder before the change; null when it is not known. Root modules that `auto` led to there count as long as their
   * files are there, so that a change cannot take them out of a gate.
   */
  readonly before: SourceTree | null;
  /** How people call the options, for messages. */
  readonly names: OptionNames;
}

/** The options as people give them: inputs `"path"`, `"plan-file"`; options `--workspace`, `--var-file`. */
export interface OptionNames {
  readonly noun: 'input' | 'option';
  readonly paths: string;
  readonly plans: string;
  readonly workspace: string;
  readonly varFiles: string;
}

/** How the actions call their inputs. */
export const inputNames: OptionNames = {
  noun: 'input',
  paths: '"path"',
  plans: '"plan-file"',
  workspace: '"workspace"',
  varFiles: '"var-files"',
};

const automatic = 'auto';

/**
 * Gives the root modules that are wanted, in the order in which they are named; those of a pattern and those that are found in the
 * order of their names.
 * @throws TerraformError when there are none, unless the change took all of them away, and when the plans do not go with them.
 */
export async function wantedRoots(wanted: WantedRoots): Promise<readonly WantedRoot[]> {
  const { paths, plans, workspace, varFiles, workingFolder, before, names } = wanted;
  const outside = paths.find((path) => treePath(path.replace(/^!/, '')) === undefined);
  if (outside !== undefined) {
    throw refusal(`The folder ${outside} is outside of the workspace. Name root modules inside of it.`);
  }
  const given: Given = {
    workspace: workspace === '' ? undefined : workspace,
    variables: varFiles.map((file) => ({ kind: 'file', file }) as const),
  };
  if (plans.length > 0) return planned(wanted);
  const isAutomatic = paths.includes(automatic);
  if (isAutomatic && paths.length > 1) {
    throw refusal(
      `${subject(names)} ${names.paths} has "${automatic}" beside others. Leave it alone, or name the root modules.`,
    );
  }
  const tree = folderTree(workingFolder);
  if (isAutomatic) return wantedOf(await automaticRoots(tree, before, names), given);
  const roots = expand([...new Set(paths.map(plain))], tree, given);
  if (roots.length > 0) return roots;
  throw refusal(
    `No folder with Terraform configuration matches the ${names.noun} ${names.paths}: ${paths.join(', ')}. Mend the patterns, or write "${automatic}" to have the root modules found.`,
  );
}

/** Gives the root modules of a tree to which `auto` or patterns lead; folders that are named are left out. None will do. */
export async function lookedForRoots(tree: SourceTree, paths: readonly string[]): Promise<readonly WantedRoot[]> {
  if (paths.includes(automatic)) return wantedOf(await findRootModules(tree), unset);
  const patterns = paths.map(plain).filter(isPattern);
  return expand(patterns, tree, unset);
}

/** What root modules are evaluated with that none has of its own. */
type Given = Pick<WantedRoot, 'workspace' | 'variables'>;

const unset: Given = { workspace: undefined, variables: [] };

function planned({ paths, plans, workspace, varFiles, names }: WantedRoots): readonly WantedRoot[] {
  if (workspace !== '' || varFiles.length > 0) {
    const name = workspace === '' ? names.varFiles : names.workspace;
    throw refusal(
      `${subject(names)} ${name} cannot be used with ${names.plans}: Terraform has evaluated the plan already. Leave one of them out.`,
    );
  }
  if (paths.some((path) => path === automatic || isPattern(path))) {
    throw refusal(
      `${subject(names)} ${names.paths} must name the root module of each plan, one a line, in the order of ${names.plans}.`,
    );
  }
  if (paths.length !== plans.length) {
    throw refusal(
      `${subject(names)}s ${names.plans} and ${names.paths} go together line by line, but the one has ${plans.length} and the other ${paths.length}. Name the root module of each plan.`,
    );
  }
  return plans.map((plan, index) => {
    const path = paths[index] ?? '.';
    // Two plans of one root module, such as of two workspaces, are told apart by their files.
    const isShared = paths.filter((other) => other === path).length > 1;
    return { name: isShared ? plan : path, path, plan, workspace: undefined, variables: [] };
  });
}

async function automaticRoots(
  tree: SourceTree,
  before: SourceTree | null,
  names: OptionNames,
): Promise<readonly RootModule[]> {
  const found = await findRootModules(tree);
  const earlier = before === null ? noRoots : await rootsBefore(before);
  const roots = [...found, ...dropped(found, tree, earlier)];
  // A change may take all of them away.
  if (roots.length > 0 || earlier.roots.length > 0) return roots;
  throw refusal(
    `There is no root module in the workspace. Name them in the ${names.noun} ${names.paths} or in tollgate.yml, and check the repository out before.`,
  );
}

/**
 * Root modules of before that are none any more, although the change leaves their files in place: `tollgate.yml` does not name them, or
 * they lost the signs by which they were found. What a root module calls now is judged as a part of it.
 */
function dropped(
  found: readonly RootModule[],
  tree: SourceTree,
  { roots, areNamed }: RootsBefore,
): readonly RootModule[] {
  if (roots.length === 0) return [];
  const names = new Set(found.map(({ name }) => name));
  const reachedFrom = reachedFolders(tree);
  const judged = new Set(found.flatMap(({ path }) => [...reachedFrom(path)]));
  const isThere = ({ path, varFiles }: RootModule) =>
    hasConfiguration(tree, path) && varFiles.every((file) => tree.readFile(file) !== undefined);
  return roots.filter((root) => !(areNamed ? names.has(root.name) : judged.has(root.path)) && isThere(root));
}

/** The root modules before the change. */
interface RootsBefore {
  readonly roots: readonly RootModule[];
  /** Whether `tollgate.yml` named them. */
  readonly areNamed: boolean;
}

const noRoots: RootsBefore = { roots: [], areNamed: false };

/** Settings that were broken name none, and the change may be what mends them. */
async function rootsBefore(before: SourceTree): Promise<RootsBefore> {
  try {
    const named = await namedRootModules(before);
    return { roots: named ?? (await findRootModules(before)), areNamed: named !== undefined };
  } catch (error) {
    if (error instanceof TerraformError) return noRoots;
    throw error;
  }
}

function wantedOf(roots: readonly RootModule[], given: Given): readonly WantedRoot[] {
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
function expand(paths: readonly string[], tree: SourceTree, given: Given): readonly WantedRoot[] {
  const patterns = paths.filter(isPattern);
  const named = paths.filter((path) => !isPattern(path));
  const folders = patterns.length === 0 ? [] : matching(patterns, tree);
  return [...new Set([...named, ...folders])].map((path) => ({ name: path, path, plan: null, ...given }));
}

function matching(patterns: readonly string[], tree: SourceTree): readonly string[] {
  const matches = compilePathPatterns(patterns);
  const inPlace = configurationFolders(tree).flatMap(({ hasConfiguration, path }) => (hasConfiguration ? [path] : []));
  return [...inPlace, ...linkedFolders(tree)].filter((path) => path !== '' && matches(path)).sort();
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

function refusal(message: string): TerraformError {
  return new TerraformError('.', message);
}

/** The word for an option where a sentence begins. */
function subject({ noun }: OptionNames): string {
  return noun === 'input' ? 'Input' : 'Option';
}
