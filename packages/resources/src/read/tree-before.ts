import { findRepository, gitTree, realPath, type SourceTree, TerraformError } from '@tollgate/terraform';
import { treeBelow } from './tree-below.ts';

/**
 * The working folder as it was in a commit; null when there is none, or the clone does not have it, which whoever reads the
 * commit tells.
 */
export function treeBefore(ref: string | null, workingFolder: string): SourceTree | null {
  if (ref === null) return null;
  const here = realPath(workingFolder);
  try {
    return treeBelow(gitTree({ repository: here, ref }), findRepository(here)?.below ?? '');
  } catch (error) {
    if (error instanceof TerraformError) return null;
    throw error;
  }
}
