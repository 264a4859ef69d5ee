import { resolve } from 'node:path';
import {
  type EvaluateOptions,
  findRootModules,
  hasConfiguration,
  memoryTree,
  TerraformError,
  withFiles,
} from '@tollgate/terraform';
import { findVariables, type GivenVariable } from './given-variables.ts';
import { type OpenedConfiguration, type OpenOptions, openConfiguration, openIfThere } from './open-configuration.ts';
import type { ReadPlace } from './place.ts';

/** What a folder is evaluated with. */
export interface FolderOptions extends Pick<OpenOptions, 'openCommit'> {
  readonly workspace: string | undefined;
  readonly ref: string | undefined;
  readonly variables: readonly GivenVariable[];
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
 * @throws TerraformError when there is no such folder, or it has no configuration.
 */
export async function openFolder(path: string, options: FolderOptions, place: ReadPlace): Promise<OpenedFolder> {
  const opened = openConfiguration({ ...options, folder: path, workingFolder: place.workingFolder });
  if (!options.mayBeEmpty && !hasConfiguration(opened.tree, opened.folder)) throw await noConfiguration(path, opened);
  return readyFolder(path, opened, options, place);
}

/**
 * Opens a folder as it was in the commit before a change. What was not there yet is an empty folder.
 * @throws TerraformError when there is no such commit.
 */
export function openBefore(
  path: string,
  options: Omit<FolderOptions, 'mayBeEmpty'> & { readonly ref: string },
  place: ReadPlace,
): OpenedFolder {
  const opened = openIfThere({ ...options, folder: path, workingFolder: place.workingFolder });
  if (opened !== null) return readyFolder(path, opened, options, place);
  const nothing = {
    tree: memoryTree({}),
    root: path,
    folder: '',
    folderOnDisk: path,
    pathOf: (name: string) => name,
    nameOf: (name: string) => name,
  };
  return readyFolder(path, nothing, { ...options, variables: [] }, place);
}

/**
 * Makes a folder that was opened ready to be evaluated. Files of variables are looked up from the working folder, or else from
 * the folder, unless told otherwise.
 * @throws TerraformError when a file of variables is not there.
 */
export function readyFolder(
  path: string,
  opened: OpenedConfiguration,
  { workspace: given, ref, variables }: Omit<FolderOptions, 'mayBeEmpty'>,
  { environment, workingFolder }: ReadPlace,
  placesOf = (file: string): readonly string[] => [resolve(workingFolder, file), resolve(opened.folderOnDisk, file)],
): OpenedFolder {
  const found = findVariables(variables, opened, placesOf);
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

/** What settings call what is evaluated: the folder from the top of the repository, and the workspace. */
export function environmentsOf({ folder, options }: Pick<OpenedFolder, 'folder' | 'options'>): readonly string[] {
  return [folder === '' ? '.' : folder, options.workspace ?? 'default'];
}

async function noConfiguration(path: string, { tree, folder, nameOf }: OpenedConfiguration): Promise<TerraformError> {
  const roots = (await findRootModules(tree))
    .filter((root) => folder === '' || root.path.startsWith(`${folder}/`))
    .map((root) => nameOf(root.path));
  const names = [...new Set(roots)].slice(0, 10);
  const wayOut =
    names.length === 0
      ? 'Give the folder of a root module.'
      : `Give one of the root modules below it: ${names.join(', ')}.`;
  return new TerraformError(path, `The folder "${path}" holds no Terraform configuration. ${wayOut}`);
}
