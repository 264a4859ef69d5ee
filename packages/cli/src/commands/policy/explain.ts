import { explainSubject, type PolicyExplanation, type PolicySet } from '@tollgate/policy-engine';
import { toJson } from '@tollgate/reporting';
import { prepareResources } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { explainCosts } from '../../cost/explain-costs.ts';
import { UsageError } from '../../error.ts';
import { exitCodes } from '../../exit-code.ts';
import { writeResult } from '../../output.ts';
import { baseDocuments } from '../../policy/base-documents.ts';
import { explanationText } from '../../policy/explanation-text.ts';
import { type ExplainedGates, explainWorks } from '../../policy/gates.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../../policy/policy-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../../resources/configuration-options.ts';
import { type ProviderSchemaOptions, providerSchemaOption } from '../../resources/provider-schema-option.ts';
import { openResources } from '../../resources/read-resources.ts';
import type { Terminal } from '../../terminal.ts';

interface ExplainOptions extends PolicyOptions, RunOptions, ProviderSchemaOptions, ConfigurationOptions {
  readonly resource?: string;
  readonly cost?: string;
  readonly rule?: string;
  readonly base?: string;
  readonly compareTo?: string;
  readonly usageFile?: string;
  readonly environment?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate policy explain [DIR|PLAN]`: says why policies judge a resource, or a cost, as they do. */
export function explainCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('explain')
    .description('Say why policies judge something as they do: conditions with their values, and what would pass.')
    .argument('[path]', 'folder of a root module, or a plan as JSON; - reads a plan from standard input', '.');
  const options = [
    ...policyOptions(),
    new Option('--resource <address>', 'the resource: its address, in quotes where it has a key'),
    new Option('--cost <name>', 'a cost: total, or the name of a root module or an environment').conflicts('resource'),
    new Option('--rule <policy/rule>', 'only this rule, or with policy/* the rules of one policy'),
    new Option('--base <commit>', 'commit before the change: tells what a configuration changes'),
    new Option(
      '--compare-to <base>',
      'for policies about costs: what the change is from, as for tollgate cost; the commit of --base unless given',
    ),
    new Option('--usage-file <file>', 'for policies about costs: what is billed by usage'),
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

type Variables = ReturnType<typeof configurationOptions>['variables'];

async function explain(
  path: string,
  options: ExplainOptions,
  variables: Variables,
  terminal: Terminal,
): Promise<PolicyExplanation> {
  const { policy, base, compareTo = base, resource, cost, rule = null } = options;
  if (policy === undefined) {
    throw new UsageError('There are no policies to explain. Give them with --policy, such as --policy policies.');
  }
  const subject = resource ?? cost;
  if (subject === undefined) {
    throw new UsageError('Nothing is named to explain. Give the address of a --resource, or a --cost such as total.');
  }
  const set = await policySetOf(options, terminal);
  const isAboutCosts = set.policies.some(({ gate }) => gate === 'cost');
  const isAboutMore = resource !== undefined && set.policies.some(({ gate }) => gate !== 'cost');
  if (!isAboutCosts) refuseCostOptions(options);
  if (isAboutCosts && isAboutMore && path === '-') {
    throw new UsageError('Policies about costs and others cannot both read standard input. Give the plan as a file.');
  }
  const gates: ExplainedGates[] = [];
  if (isAboutMore || !isAboutCosts) gates.push(await explainResources(set, path, options, variables, terminal));
  if (isAboutCosts) {
    const isResource = resource !== undefined;
    gates.push(await explainCosts(set, { ...options, isResource, paths: [path], variables, compareTo }, terminal));
  }
  const { now = terminal.today } = options;
  const decision = { verdicts: gates.flatMap(({ verdicts }) => verdicts) };
  const works = gates.flatMap((each) => each.works);
  return explainSubject(set.policies, works, { subject, rule, now, decision, readBeside: set.readBeside });
}

async function explainResources(
  set: PolicySet,
  path: string,
  options: ExplainOptions,
  variables: Variables,
  terminal: Terminal,
): Promise<ExplainedGates> {
  const { base } = options;
  const { judge } = await prepareResources(set);
  const before = base === undefined ? null : await baseDocuments(base, options, terminal);
  const found = (await openResources({ ...options, path, variables, base: before }, terminal))();
  const { verdicts } = judge(found, await resourcesRun(options, terminal));
  return { works: explainWorks(found), verdicts };
}

/** @throws UsageError for options about costs. */
function refuseCostOptions({ cost, compareTo, usageFile }: ExplainOptions): void {
  const given = Object.entries({ '--cost': cost, '--compare-to': compareTo, '--usage-file': usageFile });
  const [name] = given.find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  throw new UsageError(`${name} is for policies of the gate cost, and there is none among these. Leave it out.`);
}
