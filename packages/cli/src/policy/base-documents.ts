import { relative, sep } from 'node:path';
import { PolicyEngineError, type PolicySet, readDocuments, resolvePolicyPaths } from '@tollgate/policy-engine';
import { findRepository, gitTree, realPath } from '@tollgate/terraform';
import type { Terminal } from '../terminal.ts';
import type { PolicyOptions } from './policy-options.ts';
import { policySources } from './policy-sources.ts';

/** The documents that policies and exceptions were before the change. */
export interface BaseDocuments {
  /** The commit before the change. */
  readonly ref: string;
  readonly documents: PolicySet['documents'];
}

/**
 * Reads the same policies as they are in the commit before the change. One that was not there yet, or could not be read, held
 * no exceptions.
 */
export async function baseDocuments(
  ref: string,
  { policy = [] }: PolicyOptions,
  terminal: Terminal,
): Promise<BaseDocuments> {
  const tree = gitTree({ repository: terminal.workingFolder, ref });
  const here = realPath(terminal.workingFolder);
  const below = relative(findRepository(here)?.top ?? here, here)
    .split(sep)
    .join('/');
  const at = (path: string) => (below === '' ? path : `${below}/${path}`);
  const files = {
    readFile: (path: string) => tree.readFile(at(path)),
    listFolder: (path: string) => tree.listFolder(at(path)),
  };
  const found = await Promise.all(
    policy.map(async (name) => {
      try {
        return (await resolvePolicyPaths([name], { ...policySources(terminal), files })).files;
      } catch (error) {
        if (error instanceof PolicyEngineError) return [];
        throw error;
      }
    }),
  );
  return { ref, documents: await readDocuments(found.flat()) };
}
