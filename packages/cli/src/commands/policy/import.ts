import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Level, levels, policyText } from '@tollgate/policy-engine';
import { type ImportedPolicy, importTagPolicies, type TagPolicyFile } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { writeResult } from '../../output.ts';
import type { Terminal } from '../../terminal.ts';

interface ImportOptions {
  readonly name?: string;
  readonly level: Level;
  readonly requiredLevel: Level;
  readonly output?: string;
}

/** `tollgate policy import FILE…`: makes a policy of the tag policies of AWS Organizations. */
export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('Make a policy of the tag policies of AWS Organizations.')
    .argument(
      '<file...>',
      'tag policies as JSON, from the root of the organization down; those of one level joined by commas',
    )
    .option('--name <name>', 'name of the policy (default: aws-tag-policies)')
    .addOption(
      new Option('--level <level>', 'level of what the tag policies say of types that they do not enforce')
        .choices(levels)
        .default('advisory'),
    )
    .addOption(
      new Option('--required-level <level>', 'level of keys that the tag policies report when they are missing')
        .choices(levels)
        .default('hard-mandatory'),
    )
    .option('--output <file>', 'write the policy to a file instead of standard output')
    .action(async (files: readonly string[], { output, ...options }: ImportOptions) => {
      const read = files.map((level) => level.split(',').map((file) => fileAt(file, terminal)));
      const { policy, notices }: ImportedPolicy = importTagPolicies(read, options);
      for (const notice of notices) terminal.writeError(`${notice}\n`);
      const remark = `Made by "tollgate policy import" of ${files.join(', ')}.`;
      writeResult(await policyText(policy, [remark, ...notices]), output, terminal);
    });
}

function fileAt(name: string, { workingFolder }: Terminal): TagPolicyFile {
  try {
    return { name, text: readFileSync(resolve(workingFolder, name), 'utf8') };
  } catch {
    throw new UsageError(`There is no file ${name} that can be read. Give the JSON of a tag policy.`);
  }
}
