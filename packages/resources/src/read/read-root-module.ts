import { type EvaluationDiagnostic, evaluateModule, memoryTree, TerraformError } from '@tollgate/terraform';
import type { PlanInput, StateInput } from '../resource-view.ts';
import type { UnreadRootModule } from '../unread-root-modules.ts';
import type { Base, BaseFolder, GoneRoot, OpenedBase } from './base.ts';
import { namedFiles } from './named-files.ts';
import type { OpenOptions } from './open-configuration.ts';
import { environmentsOf, type OpenedFolder, openFolder } from './open-folder.ts';
import type { ReadPlace } from './place.ts';
import { type EvaluatedFolder, evaluateFolder, type PlanRequest, type ReadPlan } from './read-resources.ts';
import type { PastNotice, ReadRootModule, RootModuleOutcome } from './root-module.ts';
import type { WantedRoot } from './wanted-roots.ts';

/** What a root module is read with. */
export interface Reading<File extends PlanInput | StateInput> {
  readonly base: Base | null;
  /** The commit that is read; undefined for the working tree. */
  readonly ref: string | undefined;
  /** The base, when there is one. */
  readonly opened: OpenedBase | null;
  /** Whether a root module that the change cannot affect is left out. */
  readonly isSkipping: boolean;
  readonly readFile: (request: PlanRequest, place: ReadPlace) => ReadPlan<File>;
  readonly openCommit: NonNullable<OpenOptions['openCommit']>;
  readonly place: ReadPlace;
}

/**
 * Reads one root module.
 * @throws TerraformError when it cannot be read.
 */
export async function readRootModule<File extends PlanInput | StateInput>(
  root: WantedRoot,
  reading: Reading<File>,
): Promise<RootModuleOutcome<File>> {
  return root.plan === null ? readFolder(root, reading) : readPlan(root, root.plan, reading);
}

async function readFolder<File extends PlanInput | StateInput>(
  root: WantedRoot,
  { opened: base, ref, isSkipping, openCommit, place }: Reading<File>,
): Promise<RootModuleOutcome<File>> {
  const { name, path, workspace, variables } = root;
  const options = { workspace, variables, openCommit, ref, mayBeEmpty: false };
  const head = await openFolder(path, options, place);
  const before = base === null ? null : findBefore(base, root, head);
  const isUnaffected =
    isSkipping && before?.kind === 'found' && base?.effectOf(head, before.folder).kind === 'unaffected';
  if (isUnaffected) return { kind: 'unaffected', root };
  const { evaluation, files } = evaluateFolder(head);
  const errors = errorsOf(evaluation.diagnostics);
  if (errors.length > 0) return { kind: 'unread', root: { name, errors } };
  return {
    kind: 'read',
    root: {
      ...root,
      input: { kind: 'configuration', evaluation },
      files,
      repository: head.tree,
      environments: environmentsOf(head),
      ...pastOf(before),
    },
  };
}

/** Reads a root module that the change takes away, as one that has nothing after it. */
export function readGoneRoot({ root, opened }: GoneRoot): ReadRootModule<never> {
  const { evaluation, files } = emptyFolder();
  const before = pastOf({ kind: 'found', folder: { opened, renamedFrom: null } });
  return {
    ...root,
    input: { kind: 'configuration', evaluation },
    files,
    repository: memoryTree({}),
    environments: environmentsOf(opened),
    ...before,
    past: before.past ?? { kind: 'gone' },
  };
}

/** A root module in the base, or why nobody knows it. */
type Before =
  | { readonly kind: 'found'; readonly folder: BaseFolder | null }
  | { readonly kind: 'unknown'; readonly why: string };

function findBefore(base: OpenedBase, root: WantedRoot, head: OpenedFolder): Before {
  try {
    return { kind: 'found', folder: base.find(root, head) };
  } catch (error) {
    if (error instanceof TerraformError) return { kind: 'unknown', why: `it could not be read (${error.message})` };
    throw error;
  }
}

type Past = Pick<ReadRootModule, 'base' | 'baseRepository' | 'past'>;

/** What was before the change. One that was broken tells nothing, and the change may be what mends it. */
function pastOf(before: Before | null): Past {
  if (before === null) return untold(null);
  if (before.kind === 'unknown') return untold(before);
  if (before.folder === null) return { base: emptyFolder(), baseRepository: memoryTree({}), past: { kind: 'new' } };
  const { opened, renamedFrom } = before.folder;
  try {
    const base = evaluateFolder(opened);
    const [error] = errorsOf(base.evaluation.diagnostics);
    if (error !== undefined) return untold({ kind: 'unknown', why: `it could not be evaluated (${error.message})` });
    const past = renamedFrom === null ? null : ({ kind: 'renamed', from: renamedFrom } as const);
    return { base, baseRepository: opened.tree, past };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    return untold({ kind: 'unknown', why: `it could not be read (${error.message})` });
  }
}

function untold(past: PastNotice | null): Past {
  return { base: null, baseRepository: null, past };
}

function emptyFolder(): EvaluatedFolder {
  const tree = memoryTree({});
  return { evaluation: evaluateModule(tree), files: namedFiles({ tree, nameOf: (path) => path }) };
}

function readPlan<File extends PlanInput | StateInput>(
  root: WantedRoot,
  plan: string,
  { base, readFile, openCommit, place }: Reading<File>,
): RootModuleOutcome<File> {
  const baseRef = base?.kind === 'commit' ? base.ref : null;
  const read = readFile({ plan, folder: root.path, baseRef, openCommit }, place);
  return { kind: 'read', root: { ...root, ...read, environments: null, baseRepository: null, past: null } };
}

function errorsOf(diagnostics: readonly EvaluationDiagnostic[]): UnreadRootModule['errors'] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail, source }) => ({
      message: detail === '' ? `${summary}.` : `${summary}: ${detail}`,
      ...(source === null ? {} : { source }),
    }));
}
