import type { FactTable } from '../../facts/table.ts';
import type { RateFamily } from '../../families/rate-family.ts';
import { familyPrices } from './family-prices.ts';
import { writeBook } from './write-book.ts';
import type { ShardPart } from './write-shard.ts';

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
  return {
    shards: writeBook(parts),
    families: parts.map(({ family, prices }) => ({
      name: family.name,
      prices: prices.length,
      regions: new Set(prices.map(({ region }) => region)).size,
    })),
  };
}
