import type { PolicySet } from '@tollgate/policy-engine';
import {
  type ReadPlace,
  type ReadRootModule,
  readRootModules as readAll,
  readPlanWithSources,
  type UnreadRootModule,
  type WantedRoot,
} from '@tollgate/resources';
import { type JudgedResources, ownersOfFiles } from '@tollgate/tags';

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
  const judged: ReadRoot[] = [];
  const unread: UnreadRootModule[] = [];
  const notices: string[] = [];
  const options = {
    base: before === null ? null : ({ kind: 'commit', ref: before.ref } as const),
    // Who gives a root module a new name could otherwise have its violations pass for old ones.
    followRenames: false,
    onlyAffected: null,
    readFile: readPlanWithSources,
  };
  for await (const outcome of readAll(roots, options, place)) {
    if (outcome.kind === 'unread') unread.push(outcome.root);
    if (outcome.kind !== 'read') continue;
    const { name, past } = outcome.root;
    judged.push({ ...judgedResources(outcome.root, before), ...(roots.length === 1 ? {} : { prefix: `${name}:` }) });
    if (past?.kind === 'unknown') {
      notices.push(
        `What the change does in ${name} is not known, so all of it is judged: before the change ${past.why}`,
      );
    }
  }
  return { judged, unread, notices };
}

function judgedResources(root: ReadRootModule, before: Before | null): ReadRoot {
  const { input, files, repository, base, path } = root;
  const isKnown = base !== null && before !== null;
  return {
    input,
    tree: files.tree,
    pathOf: files.pathOf,
    folder: path,
    ...ownersOfFiles(repository, files),
    base: isKnown ? { evaluation: base.evaluation, tree: base.files.tree, documents: before.documents } : null,
    wanted: root,
  };
}
