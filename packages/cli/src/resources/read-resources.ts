import { statSync } from 'node:fs';
import type { PolicySet } from '@tollgate/policy-engine';
import {
  type ConfigurationInput,
  type EvaluatedFolder,
  environmentsOf,
  evaluateFolder,
  type OpenedFolder,
  openBefore,
  openFolder,
  type PlanInput,
  type ReadRootModulesOptions,
  readPlanOrStateWithSources,
  readPlanWithSources,
  type StateInput,
} from '@tollgate/resources';
import { type BaseResources, type JudgedResources, ownersOfFiles } from '@tollgate/tags';
import type { SourceTree } from '@tollgate/terraform';
import { UsageError } from '../error.ts';
import type { VariableOption } from '../evaluation/variable-options.ts';
import type { Terminal } from '../terminal.ts';
import type { ConfigurationOptions } from './configuration-options.ts';
import { type ProviderSchemaOptions, providerSchema } from './provider-schema-option.ts';
import { refuseErrors } from './refuse-errors.ts';

/** What is read, and with what. */
export interface ReadRequest extends ConfigurationOptions, ProviderSchemaOptions {
  /** A folder of a root module, a plan, or a state. */
  readonly path: string;
  readonly variables: readonly VariableOption[];
  /** The commit before the change, with the documents of policies and exceptions as they were then. */
  readonly base: { readonly ref: string; readonly documents: PolicySet['documents'] } | null;
}

/** Resources of a folder, a plan or a state, of which nobody asks what changes. */
export type PresentResources = ReadResources<PlanInput | StateInput>;

/** Resources with the repository that they belong to. */
export interface ReadResources<File extends PlanInput | StateInput = PlanInput> extends Omit<JudgedResources, 'input'> {
  readonly input: ConfigurationInput | File;
  readonly repository: SourceTree;
  /** What settings call it: the folder from the top of the repository, and the workspace; null for a file, which tells neither. */
  readonly environments: readonly string[] | null;
}

/**
 * Opens the resources of a folder or a plan, ready to be judged. Nothing is evaluated before the function that it gives is called.
 * @throws UsageError when there is nothing to read, or an option does not go with it; later, when the configuration has errors.
 */
export function openResources(request: ReadRequest, terminal: Terminal): Promise<() => ReadResources> {
  return openWith(readPlanWithSources, request, terminal);
}

/**
 * Opens the resources of a folder, a plan or a state.
 * @throws UsageError as `openResources` does.
 */
export function openPresentResources(
  request: Omit<ReadRequest, 'base'>,
  terminal: Terminal,
): Promise<() => PresentResources> {
  return openWith(readPlanOrStateWithSources, { ...request, base: null }, terminal);
}

async function openWith<File extends PlanInput | StateInput>(
  readFile: ReadRootModulesOptions<File>['readFile'],
  request: ReadRequest,
  terminal: Terminal,
): Promise<() => ReadResources<File>> {
  const { path } = request;
  const types = providerSchema(request, terminal);
  if (isPlan(path)) {
    refuseFolderOptions(request);
    return () => ({ ...fileResources(readFile, request, terminal), ...types });
  }
  if (request.source !== undefined) throw new UsageError('--source goes with a plan; a folder has its own files.');
  const { workspace, ref, variables, base } = request;
  const head = await openFolder(path, { workspace, ref, variables, mayBeEmpty: false }, terminal);
  const before = base === null ? null : openBefore(path, { workspace, ref: base.ref, variables }, terminal);
  return () => {
    const { evaluation, files } = evaluated(head);
    return {
      input: { kind: 'configuration', evaluation },
      tree: files.tree,
      pathOf: files.pathOf,
      ...ownersOfFiles(head.tree, files),
      ...types,
      folder: path,
      repository: head.tree,
      environments: environmentsOf(head),
      base: base === null || before === null ? null : baseResources(evaluated(before), base.documents),
    };
  };
}

/** Plans and states are files, or anything else that can be read and is no folder. Of what is not there the name tells. */
export function isPlan(path: string): boolean {
  if (path === '-') return true;
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? /\.(?:json|tfstate)$/.test(path) : !found.isDirectory();
}

function fileResources<File extends PlanInput | StateInput>(
  readFile: ReadRootModulesOptions<File>['readFile'],
  { path, source, base }: ReadRequest,
  terminal: Terminal,
): ReadResources<File> {
  const folder = source ?? '.';
  const read = readFile({ plan: path, folder, baseRef: base?.ref ?? null }, terminal);
  return {
    input: read.input,
    tree: read.files.tree,
    pathOf: read.files.pathOf,
    ...ownersOfFiles(read.repository, read.files),
    folder,
    repository: read.repository,
    environments: null,
    base: read.base === null || base === null ? null : baseResources(read.base, base.documents),
  };
}

/** @throws UsageError when the configuration has errors. */
function evaluated(opened: OpenedFolder): EvaluatedFolder {
  const found = evaluateFolder(opened);
  refuseErrors(found.evaluation, { ...opened, tree: found.files.tree, nameOf: (name) => name });
  return found;
}

function baseResources({ evaluation, files }: EvaluatedFolder, documents: PolicySet['documents']): BaseResources {
  return { evaluation, tree: files.tree, documents };
}

function refuseFolderOptions({ variables, workspace, ref }: ReadRequest): void {
  const given = [
    variables.length > 0 ? '--var and --var-file' : undefined,
    workspace === undefined ? undefined : '--workspace',
    ref === undefined ? undefined : '--ref',
  ].find((name) => name !== undefined);
  if (given === undefined) return;
  throw new UsageError(
    `${given} cannot be used with a plan: Terraform has evaluated it already. Give a folder, or leave it out.`,
  );
}
