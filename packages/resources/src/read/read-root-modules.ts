import { findRepository, type GitTree, gitTree, TerraformError } from '@tollgate/terraform';
import type { PlanInput, StateInput } from '../resource-view.ts';
import { type Base, type GoneRoot, type OpenedBase, openBase } from './base.ts';
import type { OpenOptions } from './open-configuration.ts';
import type { ReadPlace } from './place.ts';
import type { PlanRequest, ReadPlan } from './read-resources.ts';
import { readGoneRoot, readRootModule } from './read-root-module.ts';
import type { RootModuleOutcome } from './root-module.ts';
import type { WantedRoot } from './wanted-roots.ts';

/** How root modules are read. */
export interface ReadRootModulesOptions<File extends PlanInput | StateInput> {
  /** What the change is compared with; null when the run is about no change. */
  readonly base: Base | null;
  /** The commit that is read, without a checkout; the working tree unless given. */
  readonly ref?: string | undefined;
  /** Whether a root module that is new can be one that is gone, by what is in it. */
  readonly followRenames: boolean;
  /**
   * Leaves out the root modules that the change cannot affect; `shared` are files that matter to all of them, from the top of the
   * repository. Null to read all.
   */
  readonly onlyAffected: { readonly shared: readonly string[] } | null;
  /**
   * `auto` and patterns, by which root modules were found: those of the base that are gone are read after the others. None unless
   * given.
   */
  readonly gonePaths?: readonly string[];
  /** Reads a plan: `readPlanWithSources`, or `readPlanOrStateWithSources` where a state will do. */
  readonly readFile: (request: PlanRequest, place: ReadPlace) => ReadPlan<File>;
}

/**
 * Reads root modules one after the other, in their order: whoever keeps none of them needs the memory of one. One of several that
 * cannot be read or has errors is told, and the others are read all the same.
 * @throws TerraformError when the only one cannot be read.
 */
export async function* readRootModules<File extends PlanInput | StateInput>(
  roots: readonly WantedRoot[],
  { base, ref, followRenames, onlyAffected, gonePaths = [], readFile }: ReadRootModulesOptions<File>,
  place: ReadPlace,
): AsyncGenerator<RootModuleOutcome<File>, void, undefined> {
  const openCommit = openOnce();
  const shared = onlyAffected?.shared ?? [];
  const opened = base === null ? null : openBase({ base, ref, roots, followRenames, shared, openCommit }, place);
  const reading = { base, ref, opened, isSkipping: onlyAffected !== null, readFile, openCommit, place };
  for (const root of roots) yield roots.length === 1 ? readRootModule(root, reading) : orUnread(root);
  if (opened === null || gonePaths.length === 0) return;
  for (const gone of await findGone(opened)) yield { kind: 'read', root: readGoneRoot(gone) };

  /** A base that cannot be read is told with each root module; settings that were broken in it named none. */
  async function findGone({ findGone: find }: OpenedBase): Promise<readonly GoneRoot[]> {
    try {
      return await find(gonePaths);
    } catch (error) {
      if (error instanceof TerraformError) return [];
      throw error;
    }
  }

  async function orUnread(root: WantedRoot): Promise<RootModuleOutcome<File>> {
    try {
      return await readRootModule(root, reading);
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      return { kind: 'unread', root: { name: root.name, errors: [{ message: error.message }] } };
    }
  }
}

/** Root modules of one repository read one commit: its list of files is read once. */
function openOnce(): NonNullable<OpenOptions['openCommit']> {
  const opened = new Map<string, GitTree>();
  return ({ repository, ref }) => {
    const key = JSON.stringify([findRepository(repository)?.gitDirectory, ref]);
    const tree = opened.get(key) ?? gitTree({ repository, ref });
    opened.set(key, tree);
    return tree;
  };
}
