import type { PriceSource } from '@tollgate/pricing';
import { type Format, visible } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { comparedWith } from '../cost/compared-with.ts';
import { costRoots } from '../cost/cost-roots.ts';
import { judgeCosts } from '../cost/judge-costs.ts';
import { price } from '../cost/price.ts';
import { costFormats, writtenCosts } from '../cost/written-costs.ts';
import { UsageError } from '../error.ts';
import { exitCodeOf } from '../exit-code.ts';
import { writeResult } from '../output.ts';
import { dayOfRun } from '../policy/day-of-run.ts';
import { type PolicyOptions, policyOptions } from '../policy/policy-options.ts';
import { type RunOptions, runOptions } from '../policy/run-options.ts';
import { openLivePrices } from '../prices/open-live-prices.ts';
import { openPriceFiles } from '../prices/price-files.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import type { Terminal } from '../terminal.ts';

interface CostOptions extends ConfigurationOptions, PolicyOptions, RunOptions {
  readonly all?: boolean;
  readonly compareTo?: string;
  readonly changes?: boolean;
  readonly usageFile?: string;
  readonly syncUsage?: string;
  readonly explain?: string;
  readonly prices: 'book' | 'live';
  readonly maxPriceAge: number;
  readonly format: Format | 'csv';
  readonly output?: string;
}

/** `tollgate cost [DIR|PLAN|STATE…]`: what resources cost a month, and what a change does to it. */
export function costCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const configuration = configurationOptions();
  const command = new Command('cost').argument(
    '[paths...]',
    'folders of root modules, with * and ** for names of folders; plans or states as JSON; - reads one from standard input (default: ".")',
  );
  const options = [
    new Option('--all', 'all root modules of the repository: those of tollgate.yml, or those that are found'),
    new Option(
      '--compare-to <base>',
      'what the change does: from a commit, from a folder, or from a report that --format json wrote',
    ),
    new Option('--changes', 'what plans change: they know it without anything to compare with'),
    new Option('--usage-file <file>', 'what is billed by usage: requests, gigabytes, hours'),
    new Option('--sync-usage <file>', 'add what is billed by usage to a usage file, and use it').conflicts('usageFile'),
    new Option('--explain <address>', 'show how the cost of one resource comes about').conflicts([
      'compareTo',
      'changes',
    ]),
    ...policyOptions(),
    ...runOptions(),
    ...configuration.options,
    new Option('--prices <source>', 'book is the price book; live looks up what it lacks, and needs a network')
      .choices(['book', 'live'])
      .default('book'),
    new Option('--max-price-age <days>', 'report prices that are older').argParser(daysOption).default(180),
    new Option('--format <format>', 'how the result is written').choices(costFormats).default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (paths: readonly string[], given: CostOptions) => {
    if (given.explain !== undefined && given.format !== 'text') {
      throw new UsageError('--explain writes text. Leave out --format, or leave out --explain: JSON has it all.');
    }
    const date = dayOfRun(given.now, terminal);
    const files = openPriceFiles(terminal);
    const compared = comparedWith(given.compareTo, terminal);
    const lookUps =
      given.prices === 'live' ? (book: PriceSource) => openLivePrices({ book, files, date }, terminal) : null;
    const roots = await costRoots({ ...given, paths, variables: configuration.variables }, terminal);
    const run = async (wantsBefore: boolean) =>
      price(
        {
          ...given,
          ...compared,
          roots,
          wantsBefore,
          gonePaths: given.all === true ? ['auto'] : paths,
          pricing: { files, date, maxPriceAge: given.maxPriceAge, lookUps },
        },
        terminal,
      );
    const costs = await judgeCosts(
      { ...given, isCompared: given.compareTo !== undefined || given.changes === true },
      run,
      files,
      terminal,
    );
    for (const problem of costs.run.change.problems) terminal.writeError(`${visible(problem)}\n`);
    writeResult(writtenCosts(costs, { ...given, roots, files }, terminal), given.output, terminal);
    setExitCode(exitCodeOf(costs.judged?.decision.outcome ?? 'passed'));
  });
}

function daysOption(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(
    `--max-price-age needs a number of days, and "${text}" is none. Write for example --max-price-age 90.`,
  );
}
