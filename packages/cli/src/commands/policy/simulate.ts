import { resolve } from 'node:path';
import { isNewlyBlocked, type PolicySimulation, policySimulation } from '@tollgate/policy-engine';
import { toJson, toMarkdown, toTerminal } from '@tollgate/reporting';
import { findRepository } from '@tollgate/terraform';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { exitCodes } from '../../exit-code.ts';
import { writeResult } from '../../output.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../../policy/policy-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../../policy/run-options.ts';
import { type JudgeBoth, judgeBoth, readyPolicies } from '../../policy/simulate/judge-both.ts';
import { simulateHistory } from '../../policy/simulate/simulate-history.ts';
import { simulateInputs } from '../../policy/simulate/simulate-inputs.ts';
import { simulationReport } from '../../policy/simulate/simulation-report.ts';
import type { Terminal } from '../../terminal.ts';

interface SimulateOptions extends PolicyOptions, Omit<RunOptions, 'commit'> {
  readonly against?: readonly string[];
  readonly inputs?: readonly string[];
  readonly history?: number;
  readonly ref?: string;
  readonly failOnNewlyBlocked?: true;
  readonly format: 'text' | 'json' | 'markdown';
  readonly output?: string;
}

/** More commits than a reader looks through, and each is judged twice. */
const maxHistory = 10_000;

/** `tollgate policy simulate [DIR]`: what changed policies would have decided, compared with the old ones. */
export function simulateCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const command = new Command('simulate')
    .description(
      'Try changed policies before they are merged: which verdicts differ from those of the old ones, where.',
    )
    .argument('[path]', 'folder of root modules; all root modules of the history, or the current folder, unless given');
  const options = [
    ...policyOptions(),
    new Option(
      '--against <path>',
      'the old policies, as for --policy: origin/main:policies; may be given many times',
    ).argParser(several),
    new Option(
      '--history <count>',
      'judge the last commits of a branch, each as a change of what was before',
    ).argParser(countOf),
    new Option('--ref <commit>', 'for --history: where the history begins (default: HEAD)'),
    new Option(
      '--inputs <path>',
      'judge a saved plan as JSON, a root module, or a folder with either; may be given many times',
    ).argParser(several),
    new Option('--fail-on-newly-blocked', 'exit with 1 when the new policies block what the old ones do not'),
    ...runOptions().filter(({ long }) => long !== '--commit'),
    new Option('--format <format>', 'how the result is written').choices(['text', 'json', 'markdown']).default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (path: string | undefined, given: SimulateOptions) => {
    const simulation = await simulate(path, given, terminal);
    writeResult(textOf(simulation, given, terminal), given.output, terminal);
    const isBlocked = given.failOnNewlyBlocked === true && simulation.changes.some(isNewlyBlocked);
    setExitCode(isBlocked ? exitCodes.blocked : exitCodes.passed);
  });
}

async function simulate(
  path: string | undefined,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<PolicySimulation> {
  const { policy = [], against = [] } = options;
  if (policy.length === 0 || against.length === 0) {
    throw new UsageError(
      'Two sets of policies are compared: give the new ones with --policy and the old ones with --against, such as --policy policies --against origin/main:policies.',
    );
  }
  if (options.ref !== undefined && options.history === undefined)
    throw new UsageError('--ref says where a history begins. Give --history with the number of commits.');
  const after = await readyPolicies(policy, await policySetOf(options, terminal));
  const before = await readyPolicies(against, await policySetOf({ ...options, policy: against }, terminal));
  const run = await resourcesRun(options, terminal);
  const both = judgeBoth(before, after, run);
  const { changes, notices } = await judgedChanges(path, options, both.judge, terminal);
  const known = new Set([...notices, ...after.prepared.notices, ...before.prepared.notices]);
  return policySimulation({ now: run.now, ...both.shown(), notices: [...known] }, changes);
}

async function judgedChanges(
  path: string | undefined,
  { history: count, ref = 'HEAD', inputs = [] }: SimulateOptions,
  judge: JudgeBoth,
  terminal: Terminal,
): Promise<Pick<PolicySimulation, 'notices'> & { readonly changes: Parameters<typeof policySimulation>[1] }> {
  if (count === undefined) {
    if (path !== undefined && inputs.length > 0)
      throw new UsageError(`Give the folder ${path} as another one of --inputs.`);
    return { changes: await simulateInputs(inputs.length > 0 ? inputs : [path ?? '.'], judge, terminal), notices: [] };
  }
  const { workingFolder, environment } = terminal;
  const repository = resolve(workingFolder, path ?? '.');
  const below = path === undefined ? '' : (findRepository(repository)?.below ?? '');
  const found = await simulateHistory({ repository, ref, count, below, environment }, judge);
  return { changes: [...found.changes, ...(await simulateInputs(inputs, judge, terminal))], notices: found.notices };
}

function textOf(simulation: PolicySimulation, { format, output }: SimulateOptions, { color }: Terminal): string {
  switch (format) {
    case 'json':
      return toJson(simulation);
    case 'markdown':
      return toMarkdown(simulationReport(simulation), { limit: Number.POSITIVE_INFINITY });
    case 'text':
      return toTerminal(simulationReport(simulation), { color: color && output === undefined });
  }
}

function several(path: string, given: readonly string[] = []): readonly string[] {
  return [...given, path];
}

function countOf(text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= maxHistory) return count;
  throw new UsageError(
    `--history needs a number of commits from 1 to ${maxHistory.toLocaleString('en-US')}, and "${text}" is none. Write for example --history 50.`,
  );
}
