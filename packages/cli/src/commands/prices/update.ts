import { resolve } from 'node:path';
import {
  type ListProvider,
  listProviders,
  type Network,
  openPriceList,
  type PriceList,
  readFamiliesFolder,
  updateBook,
} from '@tollgate/pricing';
import { visible } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { dayOfRun } from '../../policy/day-of-run.ts';
import { machineNetwork } from '../../prices/machine-network.ts';
import { openPriceFiles } from '../../prices/price-files.ts';
import { openTargetBook } from '../../prices/target-book.ts';
import { updateText } from '../../prices/update-text.ts';
import type { Terminal } from '../../terminal.ts';

interface UpdateOptions {
  readonly provider?: readonly ListProvider[];
  readonly service?: readonly string[];
  readonly region?: readonly string[];
  readonly source: 'api' | 'bulk';
  readonly endpoint?: string;
  readonly keepGoing?: boolean;
  readonly output?: string;
  readonly now?: string;
}

/**
 * `tollgate prices update`: refreshes the price book from the price lists of the providers, over the network of the machine unless
 * another one is given.
 */
export function updateCommand(terminal: Terminal, network: Network = machineNetwork(terminal)): Command {
  const command = new Command('update').description(
    'Refresh the price book from the price lists of the providers. Needs a network.',
  );
  const options = [
    new Option('--provider <name...>', 'only these providers').choices(listProviders),
    new Option('--service <name...>', 'only these services, as rates name them, such as ec2'),
    new Option('--region <code...>', 'only these regions, such as eu-west-1'),
    new Option(
      '--source <source>',
      'how AWS is asked: bulk takes its public files; api needs credentials, and is quicker',
    )
      .choices(['bulk', 'api'])
      .default('bulk'),
    new Option('--endpoint <url>', 'another place of the price list; goes with one --provider'),
    new Option('--keep-going', 'leave rates as they are for which the answer cannot be used, and take over the others'),
    new Option(
      '--output <folder>',
      'folder for the new book, and where it is read when it has one; the book in use unless given',
    ),
    new Option('--now <date>', 'day of the run, which new prices get; today unless given'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (given: UpdateOptions) => {
    const now = dayOfRun(given.now, terminal);
    refuseRegions(given.region);
    openPriceFiles(terminal);
    const folder = resolve(terminal.workingFolder, given.output ?? terminal.pricesFolder);
    const target = openTargetBook(folder, terminal.pricesFolder);
    const update = await updateBook({
      book: target.book,
      families: readFamiliesFolder(terminal.pricesFolder),
      listOf: listsOf(given, { ...terminal, network }),
      services: given.service ?? null,
      regions: given.region ?? null,
      now,
      keepGoing: given.keepGoing ?? false,
    });
    for (const notice of update.notices) terminal.writeError(`${visible(notice)}\n`);
    target.write(update);
    terminal.writeOut(updateText(update, given.output ?? 'the price book in use'));
  });
}

/** The list of a provider; null for one that is not to be asked. */
function listsOf(
  { provider, source, endpoint }: UpdateOptions,
  { environment, network }: Pick<Terminal, 'environment'> & { readonly network: Network },
): (provider: string) => PriceList | null {
  if (endpoint !== undefined && (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))) {
    throw new UsageError(
      `--endpoint needs an address, and "${endpoint}" is none. Write for example https://prices.example.com.`,
    );
  }
  if (endpoint !== undefined && provider?.length !== 1) {
    throw new UsageError(
      '--endpoint is the place of one price list. Say of which provider it is, such as --provider aws.',
    );
  }
  const options = { network, environment, aws: source, ...(endpoint === undefined ? {} : { endpoint }) };
  const lists = new Map<string, PriceList>(
    (provider ?? listProviders).map((name) => [name, openPriceList(name, options)]),
  );
  return (name) => lists.get(name) ?? null;
}

function refuseRegions(regions: readonly string[] = []): void {
  const odd = regions.find((region) => !/^[a-z][a-z0-9-]*$/.test(region));
  if (odd !== undefined) throw new UsageError(`"${odd}" is no code of a region. Write for example --region eu-west-1.`);
  const chinese = regions.find((region) => region.startsWith('cn-'));
  if (chinese === undefined) return;
  throw new UsageError(`The prices of ${chinese} are in CNY, and the price book is in USD. Leave it out.`);
}
