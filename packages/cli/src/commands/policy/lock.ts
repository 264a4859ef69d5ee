import { resolve } from 'node:path';
import { documentsError, lockFile, lockFileName, resolvePolicyPaths } from '@tollgate/policy-engine';
import { Command } from 'commander';
import { UsageError } from '../../error.ts';
import { writeResult } from '../../output.ts';
import { policySources } from '../../policy/policy-sources.ts';
import type { Terminal } from '../../terminal.ts';

/** `tollgate policy lock PATH…`: writes the digests of packs, so that another one is not judged by unnoticed. */
export function lockCommand(terminal: Terminal): Command {
  return new Command('lock')
    .description(`Write the digests of the packs in use to ${lockFileName}: with another pack nothing is judged.`)
    .argument('<path...>', 'policies as they are given to --policy: ready packs, folders with a pack.yml, COMMIT:PATH')
    .action(async (paths: readonly string[]) => {
      const { packs, problems } = await resolvePolicyPaths(paths, policySources(terminal));
      if (problems.length > 0) throw documentsError(problems);
      if (packs.length === 0) {
        throw new UsageError(
          `There is no pack in ${paths.join(', ')}. Name ready packs, folders with a pack.yml, or paths in a commit.`,
        );
      }
      writeResult(lockFile(packs), resolve(terminal.workingFolder, lockFileName), terminal);
      const names = packs.map(({ name, version }) => (version === null ? name : `${name} ${version}`));
      terminal.writeError(`${lockFileName} locks ${names.join(', ')}.\n`);
    });
}
