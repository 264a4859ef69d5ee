import { PricingError } from '../error.ts';
import type { FoundPrice } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { globalRegion } from './price-book.ts';
import { everyRegion, parseShard, type Shard } from './shard.ts';

/** What the price book has of each rate. */
export interface BookCoverage {
  /** In order of their names. */
  readonly rates: readonly RateCoverage[];
  /** Shards that are damaged, as sentences. */
  readonly problems: readonly string[];
}

/** The prices of one rate. */
export interface RateCoverage {
  /** `aws.ec2` */
  readonly service: string;
  readonly rate: string;
  /** How many prices there are: one for each region and value of its dimensions. */
  readonly prices: number;
  /** The codes of the regions with a price, in order. */
  readonly regions: readonly string[];
  /** Whether there is a price that holds in all regions. */
  readonly isGlobal: boolean;
  /** The dates of the oldest and the newest price. */
  readonly oldest: string;
  readonly newest: string;
  /** Codes of `book/sources.tsv`. */
  readonly sources: readonly string[];
}

/** Says where each rate has prices. `paths` are those of all shards: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export function bookCoverage(files: PricingFiles, paths: readonly string[]): BookCoverage {
  const problems: string[] = [];
  const found = [...paths].sort().flatMap((path) => {
    try {
      return pricesIn(parseShard(path, files.read(path) ?? ''));
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  const byRate = Map.groupBy(found, ({ rate }) => rate);
  const rates = [...byRate].flatMap(([rate, prices]) => rateCoverage(rate, prices) ?? []);
  return { rates: rates.sort((a, b) => (a.rate < b.rate ? -1 : 1)), problems };
}

/** Whether a rate has a price in a region. */
export function isPricedIn({ regions, isGlobal }: RateCoverage, region: string): boolean {
  return isGlobal || regions.includes(region);
}

interface PlacedPrice {
  readonly service: string;
  readonly rate: string;
  readonly region: string;
  readonly price: FoundPrice;
}

function pricesIn({ provider, service, region, families }: Shard): readonly PlacedPrice[] {
  const placed: PlacedPrice[] = [];
  for (const [rate, { prices }] of families) {
    for (const [key, price] of prices) {
      const place = region === everyRegion ? (key.split('\t')[0] ?? '') : region;
      placed.push({ service: `${provider}.${service}`, rate, region: place, price });
    }
  }
  return placed;
}

function rateCoverage(rate: string, found: readonly PlacedPrice[]): RateCoverage | null {
  const dates = [...new Set(found.map(({ price }) => price.date))].sort();
  const [oldest, newest, service] = [dates[0], dates.at(-1), found[0]?.service];
  if (oldest === undefined || newest === undefined || service === undefined) return null;
  const regions = new Set(found.map(({ region }) => region));
  const sources = new Set(found.flatMap(({ price }) => price.source.split('+')));
  return {
    service,
    rate,
    prices: found.length,
    regions: [...regions].filter((region) => region !== globalRegion).sort(),
    isGlobal: regions.has(globalRegion),
    oldest,
    newest,
    sources: [...sources].sort(),
  };
}
