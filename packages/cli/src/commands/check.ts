import type { Report } from '@tollgate/reporting';
import { checkRequiredTags, checkResources, requiredTagsDocument } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { exitCodeOf } from '../exit-code.ts';
import { type OutputOptions, outputOptions, writeReport } from '../output.ts';
import { baseDocuments } from '../policy/base-documents.ts';
import { type BaselineOptions, baselineOfRun, baselineOptions, writeBaseline } from '../policy/baseline-options.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../policy/policy-options.ts';
import { type RequiredTagsOptions, requiredTagsOptions } from '../policy/required-tags-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import { type ProviderSchemaOptions, providerSchemaOption } from '../resources/provider-schema-option.ts';
import { openResources } from '../resources/read-resources.ts';
import type { Terminal } from '../terminal.ts';

interface CheckOptions
  extends OutputOptions,
    PolicyOptions,
    RequiredTagsOptions,
    RunOptions,
    BaselineOptions,
    ProviderSchemaOptions,
    ConfigurationOptions {
  readonly base?: string;
  readonly environment?: string;
}

/** `tollgate check [DIR|PLAN]`: judges resources and their tags with policies. */
export function checkCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('check').argument(
    '[path]',
    'folder of a root module, or a plan as JSON; - reads a plan from standard input',
    '.',
  );
  const options = [
    ...policyOptions(),
    ...requiredTagsOptions(),
    new Option(
      '--base <commit>',
      'commit before the change: tells what a configuration changes, and which exceptions the change adds',
    ),
    ...baselineOptions(),
    ...runOptions(),
    providerSchemaOption(),
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
  const isPlain = options.baseline === undefined && options.writeBaseline === undefined;
  if (policy === undefined && requiredTags !== undefined && isPlain) {
    const found = (await open())();
    return checkRequiredTags(found, { required: requiredTags, onUnknown }, await resourcesRun(options, terminal));
  }
  const written = requiredTags === undefined ? [] : [requiredTagsDocument(requiredTags, onUnknown)];
  const set = await policySetOf(options, terminal, written);
  const read = await open();
  const run = { ...(await resourcesRun(options, terminal)), ...(await baselineOfRun(options, base, terminal)) };
  if (options.writeBaseline === undefined) return checkResources(set, read, run);
  const found = read();
  const { decision } = await checkResources(set, () => found, run);
  const known = await writeBaseline(options.writeBaseline, decision, run.now, terminal);
  return checkResources(set, () => found, { ...run, ...known });
}
