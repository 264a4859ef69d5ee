import { type OptionNames, type WantedRoot, wantedRoots } from '@tollgate/resources';
import { UsageError } from '../error.ts';
import type { VariableOption } from '../evaluation/variable-options.ts';
import type { ConfigurationOptions } from '../resources/configuration-options.ts';
import { isPlan } from '../resources/read-resources.ts';
import type { Terminal } from '../terminal.ts';

/** Which root modules are to be priced. */
export interface CostRootsRequest extends ConfigurationOptions {
  /** Folders, patterns of folders, plans and states. */
  readonly paths: readonly string[];
  /** Whether all root modules of the repository are meant. */
  readonly all?: boolean;
  readonly variables: readonly VariableOption[];
}

/** How the command calls its options. */
const names: OptionNames = {
  noun: 'option',
  paths: '[paths...]',
  plans: '[paths...]',
  workspace: '--workspace',
  varFiles: '--var-file',
};

/**
 * Gives the root modules that are to be priced, in the order in which they are named.
 * @throws UsageError when options do not go with them, TerraformError when a pattern fits none.
 */
export async function costRoots(
  { paths, all = false, source, workspace, variables }: CostRootsRequest,
  { workingFolder }: Pick<Terminal, 'workingFolder'>,
): Promise<readonly WantedRoot[]> {
  if (all && paths.length > 0) throw new UsageError('--all takes every root module. Leave it out, or the paths.');
  const none = { plans: [], workspace: workspace ?? '', varFiles: [], workingFolder, before: null, names };
  const given = { workspace, variables };
  const named = paths.length === 0 ? ['.'] : paths;
  const roots: WantedRoot[] = [];
  for (const path of all ? ['auto'] : named) {
    if (all || isPattern(path)) {
      roots.push(...withVariables(await wantedRoots({ ...none, paths: [path] }), variables));
    } else if (isPlan(path)) {
      refuseEvaluation(path, given);
      roots.push({ name: path, path: source ?? '.', plan: path, workspace: undefined, variables: [] });
    } else roots.push({ name: path, path, plan: null, ...given });
  }
  if (source !== undefined && roots.every(({ plan }) => plan === null)) {
    throw new UsageError('--source goes with a plan or a state; a folder has its own files.');
  }
  return distinct(roots);
}

function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** Variables of the command line come last: of two values for one the last one counts. */
function withVariables(roots: readonly WantedRoot[], variables: readonly VariableOption[]): readonly WantedRoot[] {
  return roots.map((root) => ({ ...root, variables: [...root.variables, ...variables] }));
}

function distinct(roots: readonly WantedRoot[]): readonly WantedRoot[] {
  return [...new Map(roots.map((root) => [root.name, root])).values()];
}

function refuseEvaluation(path: string, { workspace, variables }: Pick<WantedRoot, 'workspace' | 'variables'>): void {
  const given = variables.length > 0 ? '--var and --var-file' : workspace === undefined ? undefined : '--workspace';
  if (given === undefined) return;
  throw new UsageError(
    `${given} cannot be used with ${path}: Terraform has evaluated it already. Give a folder, or leave it out.`,
  );
}
