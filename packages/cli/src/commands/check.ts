import { type OnUnknown, onUnknownValues } from '@tollgate/policy-engine';
import { checkRequiredTags } from '@tollgate/tags';
import { folderTree, locateResources, readPlanFile } from '@tollgate/terraform';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { exitCodeOf } from '../exit-code.ts';
import { type OutputOptions, outputOptions, writeReport } from '../output.ts';
import type { Terminal } from '../terminal.ts';

interface CheckOptions extends OutputOptions {
  readonly requiredTags: readonly string[];
  readonly onUnknown: OnUnknown;
  readonly source: string;
}

/** `tollgate check PLAN`: judges the resources that a plan creates or changes. */
export function checkCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const command = new Command('check')
    .description('Judge the resources of a plan with policies.')
    .argument('<plan>', 'the plan as JSON, made by "terraform show -json"; - reads standard input')
    .addOption(
      new Option('--required-tags <keys>', 'tag keys that every taggable resource must carry, separated by commas')
        .argParser(keysOf)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--on-unknown <effect>', 'what follows when Terraform cannot know a tag before apply')
        .choices(onUnknownValues)
        .default('warn'),
    )
    .addOption(
      new Option(
        '--source <folder>',
        'root module that the plan was made from, so that findings name file and line',
      ).default('.'),
    );
  for (const option of outputOptions) command.addOption(option);
  return command.action((path: string, options: CheckOptions) => {
    const plan = readPlanFile(path);
    const report = checkRequiredTags(plan, {
      required: options.requiredTags,
      onUnknown: options.onUnknown,
      sources: locateResources(plan, { tree: folderTree('.'), folder: options.source }),
    });
    writeReport(report, options, terminal);
    setExitCode(exitCodeOf(report.decision.outcome));
  });
}

function keysOf(text: string): readonly string[] {
  const keys = text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (keys.length === 0)
    throw new UsageError(
      `--required-tags names no key in "${text}". Write for example --required-tags Owner,CostCenter.`,
    );
  return [...new Set(keys)];
}
