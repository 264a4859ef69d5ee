import type { FactTable } from '../../facts/table.ts';
import type { RateFamily } from '../../families/rate-family.ts';
import { everyRegion } from '../shard.ts';
import { familyPrices } from './family-prices.ts';
import { type ShardPart, writeShard } from './write-shard.ts';

/** A service whose prices are longer than this is written as one shard a region. */
const maxSharedBytes = 48 * 1024;

/** What the families of a book have: for the maker of the book, not for its users. */
export interface FamilyCount {
  readonly name: string;
  readonly prices: number;
  readonly regions: number;
}

export interface CompiledBook {
  /** Texts by path: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
  readonly shards: ReadonlyMap<string, string>;
  readonly families: readonly FamilyCount[];
}

/** Makes the price book of families and tables of price facts. @throws PricingError, see `familyPrices`. */
export function compileBook(families: readonly RateFamily[], tables: (name: string) => FactTable): CompiledBook {
  const parts = families.map((family): ShardPart => ({ family, prices: familyPrices(family, tables) }));
  const shards = new Map<string, string>();
  for (const [folder, group] of Map.groupBy(parts, ({ family }) => family.name.split('.').slice(0, 2).join('/'))) {
    const [provider = '', service = ''] = folder.split('/');
    const shared = writeShard(provider, service, everyRegion, group);
    if (Buffer.byteLength(shared) <= maxSharedBytes) {
      shards.set(`book/${folder}.tsv`, shared);
      continue;
    }
    const regions = new Set(group.flatMap(({ prices }) => prices.map(({ region }) => region)));
    for (const region of [...regions].sort()) {
      const inRegion = group
        .map(({ family, prices }) => ({ family, prices: prices.filter((price) => price.region === region) }))
        .filter(({ prices }) => prices.length > 0);
      shards.set(`book/${folder}/${region}.tsv`, writeShard(provider, service, region, inRegion));
    }
  }
  return {
    shards,
    families: parts.map(({ family, prices }) => ({
      name: family.name,
      prices: prices.length,
      regions: new Set(prices.map(({ region }) => region)).size,
    })),
  };
}
