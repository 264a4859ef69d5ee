import {
  familyFinder,
  type LivePrices,
  listProviders,
  livePrices,
  type Network,
  openPriceList,
  type PriceSource,
  type PricingFiles,
} from '@tollgate/pricing';
import type { Terminal } from '../terminal.ts';
import { machineNetwork } from './machine-network.ts';

export interface LivePriceSettings {
  /** Asked first. */
  readonly book: PriceSource;
  readonly files: PricingFiles;
  /** The day of the run. */
  readonly date: string;
  /** The network of the machine unless told. */
  readonly network?: Network;
}

/** Opens the prices of `--prices live`: those of the book, and what it lacks from the price lists of the providers. */
export function openLivePrices(settings: LivePriceSettings, terminal: Terminal): LivePrices {
  const { book, files, date, network = machineNetwork(terminal) } = settings;
  // Somebody waits for an estimate, and the book is at hand.
  const options = { network: { attempts: 3, ...network }, environment: terminal.environment, aws: 'api' } as const;
  const lists = new Map<string, ReturnType<typeof openPriceList>>(
    listProviders.map((provider) => [provider, openPriceList(provider, options)]),
  );
  return livePrices({
    book,
    familyOf: familyFinder(files),
    listOf: (provider) => lists.get(provider) ?? null,
    now: date,
  });
}
