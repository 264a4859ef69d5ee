import type { PolicySet } from '@tollgate/policy-engine';
import {
  type EvaluatedFolder,
  evaluateFolder,
  type FolderOptions,
  type OpenedFolder,
  openBefore,
  openFolder,
  type ReadPlace,
  readPlanWithSources,
} from '@tollgate/resources';
import { type JudgedResources, ownersOfFiles, type UnreadRootModule } from '@tollgate/tags';
import { type EvaluationDiagnostic, findRepository, type GitTree, gitTree, TerraformError } from '@tollgate/terraform';
import type { WantedRoot } from './root-modules.ts';

/** The commit before the change, with the documents of policies and exceptions as they were then. */
export interface Before {
  readonly ref: string;
  readonly documents: PolicySet['documents'];
}

/** A root module that was read. */
export interface ReadRoot extends JudgedResources {
  readonly wanted: WantedRoot;
}

/** What became of the root modules of a run. */
export interface ReadRoots {
  readonly judged: readonly ReadRoot[];
  readonly unread: readonly UnreadRootModule[];
  /** Sentences about root modules whose past is not known. */
  readonly notices: readonly string[];
}

/**
 * Reads root modules. One of several that cannot be read or has errors is told and left out; the ids of the others begin with their
 * names then.
 * @throws TerraformError when the only one cannot be read.
 */
export async function readRootModules(
  roots: readonly WantedRoot[],
  before: Before | null,
  place: ReadPlace,
): Promise<ReadRoots> {
  const isOnly = roots.length === 1;
  const reading: Reading = { before, place, openCommit: openOnce() };
  const judged: ReadRoot[] = [];
  const unread: UnreadRootModule[] = [];
  const notices: string[] = [];
  for (const wanted of roots) {
    try {
      const read = wanted.plan === null ? await readFolder(wanted, reading) : readPlan(wanted, wanted.plan, reading);
      if ('errors' in read) {
        unread.push({ name: wanted.name, errors: read.errors });
        continue;
      }
      judged.push({ ...read.found, wanted, ...(isOnly ? {} : { prefix: `${wanted.name}:` }) });
      if (read.notice !== null) notices.push(read.notice);
    } catch (error) {
      if (isOnly || !(error instanceof TerraformError)) throw error;
      unread.push({ name: wanted.name, errors: [{ message: error.message }] });
    }
  }
  return { judged, unread, notices };
}

interface Reading {
  readonly before: Before | null;
  readonly place: ReadPlace;
  readonly openCommit: NonNullable<FolderOptions['openCommit']>;
}

type Read =
  | { readonly found: JudgedResources; readonly notice: string | null }
  | { readonly errors: UnreadRootModule['errors'] };

async function readFolder(
  { path, name, workspace, variables }: WantedRoot,
  { before, place, openCommit }: Reading,
): Promise<Read> {
  const options = { workspace, variables, openCommit };
  const opened = await openFolder(path, { ...options, ref: undefined, mayBeEmpty: false }, place);
  const { evaluation, files } = evaluateFolder(opened);
  const errors = errorsOf(evaluation.diagnostics);
  if (errors.length > 0) return { errors };
  const past =
    before === null ? null : evaluatedBefore(() => openBefore(path, { ...options, ref: before.ref }, place), name);
  return {
    found: {
      input: { kind: 'configuration', evaluation },
      tree: files.tree,
      pathOf: files.pathOf,
      folder: path,
      ...ownersOfFiles(opened.tree, files),
      base: before === null ? null : baseOf(past?.found ?? null, before),
    },
    notice: past?.notice ?? null,
  };
}

/** The configuration before the change. One that was broken tells nothing, and the change may be what mends it. */
function evaluatedBefore(
  open: () => OpenedFolder,
  name: string,
): { readonly found: EvaluatedFolder | null; readonly notice: string | null } {
  const unknown = (reason: string) => ({
    found: null,
    notice: `What the change does in ${name} is not known, so all of it is judged: before the change ${reason}`,
  });
  try {
    const found = evaluateFolder(open());
    const [error] = errorsOf(found.evaluation.diagnostics);
    return error === undefined ? { found, notice: null } : unknown(`it could not be evaluated (${error.message})`);
  } catch (error) {
    if (error instanceof TerraformError) return unknown(`it could not be read (${error.message})`);
    throw error;
  }
}

function readPlan({ path }: WantedRoot, plan: string, { before, place, openCommit }: Reading): Read {
  const read = readPlanWithSources({ plan, folder: path, baseRef: before?.ref ?? null, openCommit }, place);
  return {
    found: {
      input: read.input,
      tree: read.files.tree,
      pathOf: read.files.pathOf,
      folder: path,
      ...ownersOfFiles(read.repository, read.files),
      base: before === null ? null : baseOf(read.base, before),
    },
    notice: null,
  };
}

function baseOf(found: EvaluatedFolder | null, { documents }: Before): JudgedResources['base'] {
  return found === null ? null : { evaluation: found.evaluation, tree: found.files.tree, documents };
}

function errorsOf(diagnostics: readonly EvaluationDiagnostic[]): UnreadRootModule['errors'] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail, source }) => ({
      message: detail === '' ? `${summary}.` : `${summary}: ${detail}`,
      ...(source === null ? {} : { source }),
    }));
}

/** Root modules of one repository read one commit: its list of files is read once. */
function openOnce(): NonNullable<FolderOptions['openCommit']> {
  const opened = new Map<string, GitTree>();
  return ({ repository, ref }) => {
    const key = JSON.stringify([findRepository(repository)?.gitDirectory, ref]);
    const tree = opened.get(key) ?? gitTree({ repository, ref });
    opened.set(key, tree);
    return tree;
  };
}
