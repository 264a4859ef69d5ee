import { bookCoverage, isPricedIn, type RateCoverage, sourceNames, summarizeBook } from '@tollgate/pricing';
import { toJson } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { writeResult } from '../../output.ts';
import { bookText } from '../../prices/book-text.ts';
import { ratesText, regionText } from '../../prices/coverage-text.ts';
import { bookShards, openPriceFiles } from '../../prices/price-files.ts';
import type { Terminal } from '../../terminal.ts';

interface InfoOptions {
  readonly service?: readonly string[];
  readonly region?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate prices info`: what the price book has, how many prices, where they come from and how old they are. */
export function infoCommand(terminal: Terminal): Command {
  return new Command('info')
    .description('Show what the price book has, where its prices come from, and how old they are.')
    .option('--service <name...>', 'the rates of these services, such as ec2')
    .option('--region <code>', 'which rates have a price in a region, such as eu-south-2')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action((options: InfoOptions) => {
      const { service, region, output } = options;
      const text =
        service === undefined && region === undefined ? wholeBook(options, terminal) : part(options, terminal);
      writeResult(text, output, terminal);
    });
}

function wholeBook({ format }: InfoOptions, terminal: Terminal): string {
  const files = openPriceFiles(terminal);
  const summary = summarizeBook(files, bookShards(terminal));
  tell(summary.problems, terminal);
  return format === 'json' ? toJson(summary) : bookText(summary, sourceNames(files));
}

/** @throws UsageError for a service or a region that has no price at all. */
function part({ service: names, format, ...given }: InfoOptions, terminal: Terminal): string {
  const region = given.region ?? null;
  const { rates: all, problems } = bookCoverage(openPriceFiles(terminal), bookShards(terminal));
  tell(problems, terminal);
  const there = region === null ? all : ratesOfProvider(region, all);
  const rates = names === undefined ? there : names.flatMap((name) => ratesOf(name, there));
  if (format === 'json') {
    const told = rates.map((rate) => ({ ...rate, ...(region === null ? {} : { isPriced: isPricedIn(rate, region) }) }));
    return toJson({ kind: 'PriceCoverage', version: 1, region, rates: told, problems });
  }
  return names === undefined && region !== null ? regionText(rates, region) : ratesText(rates, region);
}

/** The rates of the provider that the region is of. */
function ratesOfProvider(region: string, all: readonly RateCoverage[]): readonly RateCoverage[] {
  const providerOf = ({ service }: RateCoverage) => service.split('.')[0];
  const providers = new Set(all.filter(({ regions }) => regions.includes(region)).map(providerOf));
  if (providers.size > 0) return all.filter((rate) => providers.has(providerOf(rate)));
  throw new UsageError(`The price book has no price in "${region}". Write the code of a region, such as eu-south-2.`);
}

/** A service goes by the second part of the names of its rates, `ec2`, or with its provider, `aws.ec2`. */
function ratesOf(name: string, all: readonly RateCoverage[]): readonly RateCoverage[] {
  const found = all.filter(({ service }) => service === name || service.endsWith(`.${name}`));
  if (found.length > 0) return found;
  throw new UsageError(`The price book has no service "${name}". "tollgate prices info" lists those that it has.`);
}

function tell(problems: readonly string[], terminal: Terminal): void {
  for (const problem of problems) terminal.writeError(`${problem}\n`);
}
