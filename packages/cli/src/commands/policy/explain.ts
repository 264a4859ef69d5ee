import { explainSubject, type PolicyExplanation } from '@tollgate/policy-engine';
import { toJson } from '@tollgate/reporting';
import { prepareResources } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { exitCodes } from '../../exit-code.ts';
import { writeResult } from '../../output.ts';
import { baseDocuments } from '../../policy/base-documents.ts';
import { explanationText } from '../../policy/explanation-text.ts';
import { explainWorks } from '../../policy/gates.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../../policy/policy-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../../resources/configuration-options.ts';
import { type ProviderSchemaOptions, providerSchemaOption } from '../../resources/provider-schema-option.ts';
import { openResources } from '../../resources/read-resources.ts';
import type { Terminal } from '../../terminal.ts';

interface ExplainOptions extends PolicyOptions, RunOptions, ProviderSchemaOptions, ConfigurationOptions {
  readonly resource: string;
  readonly rule?: string;
  readonly base?: string;
  readonly environment?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate policy explain [DIR|PLAN]`: says why policies judge a resource as they do. */
export function explainCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('explain')
    .description('Say why policies judge a resource as they do: conditions with their values, and what would pass.')
    .argument('[path]', 'folder of a root module, or a plan as JSON; - reads a plan from standard input', '.');
  const options = [
    ...policyOptions(),
    new Option('--resource <address>', 'the resource: its address, in quotes where it has a key').makeOptionMandatory(),
    new Option('--rule <policy/rule>', 'only this rule, or with policy/* the rules of one policy'),
    new Option('--base <commit>', 'commit before the change: tells what a configuration changes'),
    ...runOptions(),
    providerSchemaOption(),
    ...configuration.options,
    new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (path: string, given: ExplainOptions) => {
    const explanation = await explain(path, given, configuration.variables, terminal);
    const color = terminal.color && given.output === undefined;
    const text = given.format === 'json' ? toJson(explanation) : explanationText(explanation, { color });
    writeResult(text, given.output, terminal);
    setExitCode(exitCodes.passed);
  });
}

async function explain(
  path: string,
  options: ExplainOptions,
  variables: ReturnType<typeof configurationOptions>['variables'],
  terminal: Terminal,
): Promise<PolicyExplanation> {
  const { policy, base, resource, rule = null } = options;
  if (policy === undefined) {
    throw new UsageError('There are no policies to explain. Give them with --policy, such as --policy policies.');
  }
  const set = await policySetOf(options, terminal);
  const { judge } = await prepareResources(set);
  const before = base === undefined ? null : await baseDocuments(base, options, terminal);
  const found = (await openResources({ ...options, path, variables, base: before }, terminal))();
  const run = await resourcesRun(options, terminal);
  const decision = judge(found, run);
  const { policies, readBeside } = set;
  return explainSubject(policies, explainWorks(found), { subject: resource, rule, now: run.now, decision, readBeside });
}
