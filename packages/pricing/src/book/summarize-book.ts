import { PricingError } from '../error.ts';
import type { FoundPrice } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { everyRegion, parseShard, type Shard } from './shard.ts';

/** What the price book has. */
export interface BookSummary {
  readonly kind: 'PriceBookSummary';
  readonly version: 1;
  readonly services: readonly ServiceSummary[];
  /** Shards that are damaged, as sentences. */
  readonly problems: readonly string[];
}

/** The prices of one service: `aws.ec2`. */
export interface ServiceSummary {
  readonly service: string;
  /** The rates that have a price. */
  readonly rates: readonly string[];
  readonly prices: number;
  readonly regions: number;
  /** The dates of the oldest and the newest price. */
  readonly oldest: string;
  readonly newest: string;
  /** Codes of `book/sources.tsv`. */
  readonly sources: readonly string[];
}

/** Counts what shards have, by service. `paths` are those of all shards: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export function summarizeBook(files: PricingFiles, paths: readonly string[]): BookSummary {
  const shards: Shard[] = [];
  const problems: string[] = [];
  for (const path of [...paths].sort()) {
    try {
      shards.push(parseShard(path, files.read(path) ?? ''));
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      problems.push(error.message);
    }
  }
  const byService = Map.groupBy(shards, ({ provider, service }) => `${provider}.${service}`);
  const services = [...byService].flatMap(([service, group]) => summarizeService(service, group) ?? []);
  return { kind: 'PriceBookSummary', version: 1, services, problems };
}

function summarizeService(service: string, shards: readonly Shard[]): ServiceSummary | null {
  const rates = new Set<string>();
  const regions = new Set<string>();
  const prices: FoundPrice[] = [];
  for (const shard of shards) {
    for (const [rate, family] of shard.families) {
      rates.add(rate);
      for (const [key, price] of family.prices) {
        prices.push(price);
        regions.add(shard.region === everyRegion ? (key.split('\t')[0] ?? '') : shard.region);
      }
    }
  }
  const dates = prices.map(({ date }) => date).sort();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  return {
    service,
    rates: [...rates].sort(),
    prices: prices.length,
    regions: [...regions].filter((region) => region !== 'global').length,
    oldest,
    newest,
    sources: [...new Set(prices.flatMap(({ source }) => source.split('+')))].sort(),
  };
}
