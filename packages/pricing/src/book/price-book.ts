import { nameSuggestion } from '@tollgate/hcl';
import { PricingError } from '../error.ts';
import { type MissingPrice, type Price, type PriceSource, queryText, type RateQuery } from '../prices/price.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { everyRegion, parseShard, type Shard, type ShardFamily } from './shard.ts';

/** The place of prices that are the same everywhere. */
export const globalRegion = 'global';

/** The embedded price book. */
export interface PriceBook extends PriceSource {
  /** What is wrong with shards that were read, as sentences. */
  readonly problems: () => readonly string[];
  /** The paths of the shards that were read. */
  readonly shardsRead: () => readonly string[];
}

/**
 * Opens the price book. Shards are read when a price is first asked for: small services have one for all regions
 * (`book/aws/ebs.tsv`), large ones one a region (`book/aws/ec2/eu-west-1.tsv`). A damaged shard makes what it holds missing, and
 * is told in `problems`.
 */
export function openPriceBook(files: PricingFiles): PriceBook {
  const shards = new Map<string, Shard | MissingPrice | null>();
  const problems: string[] = [];

  const shardAt = (path: string): Shard | MissingPrice | null => {
    const known = shards.get(path);
    if (known !== undefined) return known;
    const shard = readShard(files, path);
    if (shard !== null && 'kind' in shard) problems.push(shard.reason);
    shards.set(path, shard);
    return shard;
  };

  return {
    problems: () => problems,
    shardsRead: () => [...shards].filter(([, shard]) => shard !== null).map(([path]) => path),
    priceOf(query) {
      const [provider = '', service = ''] = query.rate.split('.');
      const folder = `book/${provider}/${service}`;
      const shared = shardAt(`${folder}.tsv`);
      if (shared !== null) return priceIn(shared, query, [query.region, globalRegion]);
      const regional = shardAt(`${folder}/${pathPart(query.region)}.tsv`);
      const found = regional === null ? missingRegion(query) : priceIn(regional, query, [query.region]);
      if (found.kind === 'priced') return found;
      const everywhere = shardAt(`${folder}/${globalRegion}.tsv`);
      const global = everywhere === null ? found : priceIn(everywhere, query, [globalRegion]);
      return global.kind === 'priced' ? global : found;
    },
  };
}

/** A region comes from the configuration, and must not lead out of the folder. */
function pathPart(region: string): string {
  return region.replaceAll(/[^a-z0-9-]/g, '_');
}

function missingRegion({ rate, region }: RateQuery): MissingPrice {
  const service = rate.split('.').slice(0, 2).join('.');
  return { kind: 'missing', reason: `the price book has no prices of ${service} in the region "${region}"` };
}

function readShard(files: PricingFiles, path: string): Shard | MissingPrice | null {
  const text = files.read(path);
  if (text === null) return null;
  try {
    return parseShard(path, text);
  } catch (error) {
    if (error instanceof PricingError) return { kind: 'missing', reason: error.message };
    throw error;
  }
}

function priceIn(shard: Shard | MissingPrice, query: RateQuery, regions: readonly string[]): Price {
  if ('kind' in shard) return shard;
  const family = shard.families.get(query.rate);
  if (family === undefined) {
    const near = nameSuggestion(query.rate, [...shard.families.keys()]);
    const hint = near === undefined ? '' : `; it has ${near}`;
    return { kind: 'missing', reason: `the price book does not have the rate ${query.rate}${hint}` };
  }
  const given = Object.keys(query.dimensions);
  const absent = family.dimensions.find((name) => !given.includes(name));
  const extra = given.find((name) => !family.dimensions.includes(name));
  if (absent !== undefined || extra !== undefined) {
    const wanted = family.dimensions.join(', ') || 'none';
    return {
      kind: 'missing',
      reason: `${query.rate} has the dimensions ${wanted}, and not ${given.join(', ') || 'none'}`,
    };
  }
  const values = family.dimensions.map((name) => query.dimensions[name] ?? '');
  const prefixes = shard.region === everyRegion ? regions.map((region) => [region]) : [[]];
  for (const prefix of prefixes) {
    const found = family.prices.get([...prefix, ...values].join('\t'));
    if (found !== undefined) return found;
  }
  const near = nearValue(values.at(-1) ?? '', family);
  const hint = near === undefined || values.length === 0 ? '' : `; it has one for ${near}`;
  return { kind: 'missing', reason: `the price book has no price for ${queryText(query)}${hint}` };
}

/** A value that somebody may have meant, one of the same family first: `t3.large` for `t3.larg`. */
function nearValue(given: string, { prices }: ShardFamily): string | undefined {
  const known = [...new Set([...prices.keys()].map((key) => key.split('\t').at(-1) ?? ''))];
  const [stem = ''] = given.split('.');
  const alike = (value: string) => value.startsWith(`${stem}.`);
  return nameSuggestion(given, known.filter(alike)) ?? nameSuggestion(given, known);
}
