import { type EvaluateOptions, findRootModules, hasConfiguration, withFiles } from '@tollgate/terraform';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { type OpenedConfiguration, openConfiguration } from './open-configuration.ts';
import { givenVariables, type VariableOption } from './variable-options.ts';

/** What a folder is evaluated with. */
export interface FolderOptions {
  readonly workspace: string | undefined;
  readonly ref: string | undefined;
  readonly variables: readonly VariableOption[];
  /** Whether a folder without configuration will do: expressions need none. */
  readonly mayBeEmpty: boolean;
}

/** A folder that is ready to be evaluated. */
export interface OpenedFolder extends OpenedConfiguration {
  readonly options: EvaluateOptions;
  /** What is evaluated, for people: `Evaluated infra at main in workspace prod`. */
  readonly title: string;
}

/**
 * Opens a folder with what it is to be evaluated with.
 * @throws UsageError when it has no configuration.
 */
export async function openFolder(
  path: string,
  { workspace: given, ref, variables, mayBeEmpty }: FolderOptions,
  { environment, workingFolder }: Terminal,
): Promise<OpenedFolder> {
  const opened = openConfiguration({ folder: path, ref, workingFolder });
  if (!mayBeEmpty && !hasConfiguration(opened.tree, opened.folder)) throw await noConfiguration(path, opened);
  const found = givenVariables(variables, opened, workingFolder);
  const workspace = given ?? environment.TF_WORKSPACE ?? 'default';
  const commit = ref === undefined ? '' : ` at ${ref}`;
  return {
    ...opened,
    tree: withFiles(opened.tree, found.files),
    title: `Evaluated ${path}${commit} in workspace ${workspace}`,
    options: {
      folder: opened.folder,
      workspace,
      // Neither the working folder nor the home: what a report says must not tell of the machine that made it.
      variables: { environment, arguments: found.arguments },
    },
  };
}

async function noConfiguration(path: string, { tree, folder, nameOf }: OpenedConfiguration): Promise<UsageError> {
  const roots = (await findRootModules(tree))
    .filter((root) => folder === '' || root.path.startsWith(`${folder}/`))
    .map((root) => nameOf(root.path));
  const names = [...new Set(roots)].slice(0, 10);
  const wayOut =
    names.length === 0
      ? 'Give the folder of a root module.'
      : `Give one of the root modules below it: ${names.join(', ')}.`;
  return new UsageError(`The folder "${path}" holds no Terraform configuration. ${wayOut}`);
}
