import { type OnUnknown, onUnknownValues } from '@tollgate/policy-engine';
import type { Report } from '@tollgate/reporting';
import { checkRequiredTags, checkResources, requiredTagsDocument } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { exitCodeOf } from '../exit-code.ts';
import { type OutputOptions, outputOptions, writeReport } from '../output.ts';
import { baseDocuments } from '../policy/base-documents.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../policy/policy-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import { openResources } from '../resources/read-resources.ts';
import type { Terminal } from '../terminal.ts';

interface CheckOptions extends OutputOptions, PolicyOptions, RunOptions, ConfigurationOptions {
  readonly requiredTags?: readonly string[];
  readonly onUnknown: OnUnknown;
  readonly base?: string;
  readonly environment?: string;
}

/** `tollgate check [DIR|PLAN]`: judges resources and their tags with policies. */
export function checkCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('check')
    .description('Judge the resources of a configuration or a plan, and their tags, with policies.')
    .argument('[path]', 'folder of a root module, or a plan as JSON; - reads a plan from standard input', '.');
  const options = [
    ...policyOptions(),
    new Option(
      '--required-tags <keys>',
      'tag keys that every taggable resource must carry, separated by commas; short for such a policy',
    ).argParser(keysOf),
    new Option('--on-unknown <effect>', 'for --required-tags: what follows when a tag cannot be known before apply')
      .choices(onUnknownValues)
      .default('warn'),
    new Option(
      '--base <commit>',
      'commit before the change: tells what a configuration changes, and which exceptions the change adds',
    ),
    ...runOptions(),
    ...configuration.options,
    ...outputOptions,
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (path: string, given: CheckOptions) => {
    const report = await check(path, given, configuration.variables, terminal);
    writeReport(report, given, terminal);
    setExitCode(exitCodeOf(report.decision.outcome));
  });
}

async function check(
  path: string,
  options: CheckOptions,
  variables: ReturnType<typeof configurationOptions>['variables'],
  terminal: Terminal,
): Promise<Report> {
  const { requiredTags, onUnknown, policy, base } = options;
  if (policy === undefined && requiredTags === undefined) {
    throw new UsageError(
      'There is nothing to judge by. Give policies with --policy, such as --policy policies, or tag keys with --required-tags.',
    );
  }
  const open = async () =>
    openResources(
      { ...options, path, variables, base: base === undefined ? null : await baseDocuments(base, options, terminal) },
      terminal,
    );
  if (policy === undefined && requiredTags !== undefined) {
    const { input, base: before } = (await open())();
    return checkRequiredTags(input, {
      required: requiredTags,
      onUnknown,
      ...(before === null ? {} : { base: before.evaluation }),
    });
  }
  const written = requiredTags === undefined ? [] : [requiredTagsDocument(requiredTags, onUnknown)];
  const set = await policySetOf(options, terminal, written);
  return checkResources(set, await open(), await resourcesRun(options, terminal));
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
