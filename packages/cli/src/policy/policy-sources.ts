import { existsSync } from 'node:fs';
import type { PolicySources } from '@tollgate/policy-engine';
import { folderTree, gitTree, memoryTree } from '@tollgate/terraform';
import type { Terminal } from '../terminal.ts';

/** Where the command looks policies up: the current folder, the packs that come with it, and commits of the clone. */
export function policySources({ workingFolder, packsFolder }: Terminal): PolicySources {
  return {
    files: folderTree(workingFolder),
    // A command that was built without packs has none.
    packs: existsSync(packsFolder) ? folderTree(packsFolder) : memoryTree({}),
    openCommit: (ref) => gitTree({ repository: workingFolder, ref }),
  };
}
