import { statSync } from 'node:fs';
import type { PolicySet } from '@tollgate/policy-engine';
import type { BaseResources, JudgedResources } from '@tollgate/tags';
import {
  type Evaluation,
  evaluateModule,
  gitTree,
  locateResources,
  readPlanFile,
  type SourceTree,
} from '@tollgate/terraform';
import { UsageError } from '../error.ts';
import { diagnosticsText } from '../evaluation/diagnostic-text.ts';
import { openConfiguration } from '../evaluation/open-configuration.ts';
import { type OpenedFolder, openFolder } from '../evaluation/open-folder.ts';
import { renameFiles } from '../evaluation/rename-files.ts';
import { sourceLines } from '../evaluation/source-lines.ts';
import type { VariableOption } from '../evaluation/variable-options.ts';
import type { Terminal } from '../terminal.ts';
import type { ConfigurationOptions } from './configuration-options.ts';

/** What is read, and with what. */
export interface ReadRequest extends ConfigurationOptions {
  /** A folder of a root module, or a plan. */
  readonly path: string;
  readonly variables: readonly VariableOption[];
  /** The commit before the change, with the documents of policies and exceptions as they were then. */
  readonly base: { readonly ref: string; readonly documents: PolicySet['documents'] } | null;
}

/**
 * Reads the resources of a folder or a plan, ready to be judged. Nothing is evaluated before `read` is called.
 * @throws UsageError when there is nothing to read, or an option does not go with it; in `read`, when the configuration has errors.
 */
export async function openResources(request: ReadRequest, terminal: Terminal): Promise<() => JudgedResources> {
  const { path } = request;
  if (isPlan(path)) {
    refuseFolderOptions(request);
    return () => planResources(request, terminal);
  }
  if (request.source !== undefined) throw new UsageError('--source goes with a plan; a folder has its own files.');
  const { workspace, ref, variables, base } = request;
  const head = await openFolder(path, { workspace, ref, variables, mayBeEmpty: false }, terminal);
  const before =
    base === null ? null : await openFolder(path, { workspace, ref: base.ref, variables, mayBeEmpty: true }, terminal);
  return () => ({
    ...evaluated(head),
    folder: path,
    base: base === null || before === null ? null : baseResources(before, base.documents),
  });
}

/** A plan is a file, or anything else that can be read and is no folder. Of what is not there the name tells. */
export function isPlan(path: string): boolean {
  if (path === '-') return true;
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? path.endsWith('.json') : !found.isDirectory();
}

function planResources({ path, source, base }: ReadRequest, { workingFolder }: Terminal): JudgedResources {
  const plan = readPlanFile(path);
  const opened = openConfiguration({ folder: source ?? '.', ref: undefined, workingFolder });
  const names = renaming(opened);
  const sources = new Map(
    [...locateResources(plan, opened)].map(([address, found]) => [
      address,
      { ...names.place(found), callers: found.callers.map(names.place) },
    ]),
  );
  const folder = source ?? '.';
  const judged = { input: { kind: 'plan', plan, sources }, tree: names.tree, folder, base: null } as const;
  if (base === null) return judged;
  const tree = gitTree({ repository: opened.folderOnDisk, ref: base.ref });
  const evaluation = evaluateModule(tree, { folder: opened.folder });
  const before = renaming({ ...opened, tree });
  return {
    ...judged,
    base: { evaluation: before.evaluation(evaluation), tree: before.tree, documents: base.documents },
  };
}

function evaluated(
  opened: OpenedFolder,
): Pick<JudgedResources, 'input' | 'tree'> & { readonly evaluation: Evaluation } {
  const { tree, options, nameOf } = opened;
  const evaluation = evaluateModule(tree, { ...options, places: true });
  const { diagnostics } = evaluation;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const text = diagnosticsText(diagnostics, { color: false, lineOf: sourceLines(tree), nameOf });
    throw new UsageError(`${text.trimEnd()}\nNothing was judged: mend the configuration first.`);
  }
  const names = renaming(opened);
  const renamed = names.evaluation(evaluation);
  return { input: { kind: 'configuration', evaluation: renamed }, tree: names.tree, evaluation: renamed };
}

function baseResources(opened: OpenedFolder, documents: PolicySet['documents']): BaseResources {
  const { evaluation, tree } = evaluated(opened);
  return { evaluation, tree, documents };
}

/** Names files as people call them, and finds them again by these names. */
function renaming({ tree, nameOf }: { readonly tree: SourceTree; readonly nameOf: (path: string) => string }) {
  const paths = new Map<string, string>();
  const name = (path: string): string => {
    const given = nameOf(path);
    paths.set(given, path);
    return given;
  };
  return {
    place: <P extends { readonly file: string }>(place: P): P => ({ ...place, file: name(place.file) }),
    evaluation: (evaluation: Evaluation) => renameFiles(evaluation, name),
    tree: {
      readFile: (given: string) => tree.readFile(paths.get(given) ?? given),
      listFolder: (given: string) => tree.listFolder(given),
    },
  };
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
