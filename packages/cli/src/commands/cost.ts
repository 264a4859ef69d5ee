import { type PriceSource, repositorySettings, sourceNames } from '@tollgate/pricing';
import { toJson, visible } from '@tollgate/reporting';
import { type ResourceView, resourceViews } from '@tollgate/resources';
import { type JudgedResources, tagLookup } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { costCsv } from '../cost/cost-csv.ts';
import { costMarkdown } from '../cost/cost-markdown.ts';
import { costText } from '../cost/cost-text.ts';
import { estimate } from '../cost/estimate.ts';
import { explanationText } from '../cost/explanation-text.ts';
import { openUsageSync } from '../cost/usage-sync.ts';
import { UsageError } from '../error.ts';
import { writeResult } from '../output.ts';
import { dayOfRun } from '../policy/day-of-run.ts';
import { openLivePrices } from '../prices/open-live-prices.ts';
import { openPriceFiles } from '../prices/price-files.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import { openResources, type ReadResources } from '../resources/read-resources.ts';
import type { Terminal } from '../terminal.ts';

const formats = ['text', 'json', 'markdown', 'csv'] as const;

interface CostOptions extends ConfigurationOptions {
  readonly usageFile?: string;
  readonly syncUsage?: string;
  readonly explain?: string;
  readonly prices: 'book' | 'live';
  readonly maxPriceAge: number;
  readonly now?: string;
  readonly format: (typeof formats)[number];
  readonly output?: string;
}

/** `tollgate cost [DIR|PLAN]`: what the resources of a configuration or a plan cost a month. */
export function costCommand(terminal: Terminal): Command {
  const configuration = configurationOptions();
  const command = new Command('cost').argument(
    '[path]',
    'folder of a root module, or a plan as JSON; - reads a plan from standard input',
    '.',
  );
  const options = [
    new Option('--usage-file <file>', 'what is billed by usage: requests, gigabytes, hours'),
    new Option('--sync-usage <file>', 'add what is billed by usage to a usage file, and use it').conflicts('usageFile'),
    new Option('--explain <address>', 'show how the cost of one resource comes about'),
    ...configuration.options,
    new Option('--prices <source>', 'book is the price book; live looks up what it lacks, and needs a network')
      .choices(['book', 'live'])
      .default('book'),
    new Option('--max-price-age <days>', 'report prices that are older').argParser(daysOption).default(180),
    new Option('--now <date>', 'day of the run, for what costs more from a day on; today unless given'),
    new Option('--format <format>', 'how the result is written').choices(formats).default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (path: string, given: CostOptions) => {
    if (given.explain !== undefined && given.format !== 'text') {
      throw new UsageError('--explain writes text. Leave out --format, or leave out --explain: JSON has it all.');
    }
    const date = dayOfRun(given.now, terminal);
    const files = openPriceFiles(terminal);
    const request = { ...given, path, variables: configuration.variables, base: null };
    const found = (await openResources(request, terminal))();
    const views = resourceViews(found.input);
    const { usageFile, maxPriceAge, syncUsage } = given;
    const sync = syncUsage === undefined ? undefined : openUsageSync(syncUsage, terminal.workingFolder);
    const tell = (notice: string) => terminal.writeError(`${notice}\n`);
    const lookUps =
      given.prices === 'live' ? (book: PriceSource) => openLivePrices({ book, files, date }, terminal) : null;
    const settings = await repositorySettings(found.repository, files);
    const report = await estimate([rootOf(found, views)], {
      usageFile,
      settings,
      sync,
      date,
      files,
      maxPriceAge,
      lookUps,
      tell,
    });
    for (const problem of report.problems) terminal.writeError(`${visible(problem)}\n`);
    writeResult(written(), given.output, terminal);

    function written(): string {
      if (given.explain !== undefined) return explanationText(report, given.explain, files);
      switch (given.format) {
        case 'json':
          return toJson(report);
        case 'csv':
          return costCsv(report);
        case 'markdown':
          return costMarkdown(report);
        case 'text':
          return costText(report, {
            title: titleOf(found, given),
            color: given.output === undefined && terminal.color,
            moduleOf: moduleLookup(views),
            sourceName: sourceNames(files),
          });
      }
    }
  });
}

function rootOf({ folder: name, environments, input, taggability }: ReadResources, resources: readonly ResourceView[]) {
  const tagsOf = tagLookup(input, taggability === undefined ? {} : { taggability });
  return { name, environments, resources, tagsOf: ({ address }: ResourceView) => tagsOf(address) };
}

function daysOption(text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new UsageError(
    `--max-price-age needs a number of days, and "${text}" is none. Write for example --max-price-age 90.`,
  );
}

function titleOf({ input, folder }: JudgedResources, { workspace, ref }: CostOptions): string {
  if (input.kind === 'plan') return `plan ${input.plan.file}`;
  const commit = ref === undefined ? '' : ` at ${ref}`;
  return `${folder}${commit}${workspace === undefined ? '' : ` in workspace ${workspace}`}`;
}

function moduleLookup(views: readonly ResourceView[]): (address: string) => string | null {
  const modules = new Map(views.map(({ address, module }) => [address, module]));
  return (address) => modules.get(address) ?? null;
}
