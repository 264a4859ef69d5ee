import type { CompiledPrice } from '../../book/compile/family-prices.ts';
import { everyRegion, parseShard } from '../../book/shard.ts';
import { PricingError } from '../../error.ts';
import type { RateFamily } from '../../families/rate-family.ts';
import { amountText } from '../../money/amount.ts';
import type { FoundPrice } from '../../prices/price.ts';

/** The texts of a price book by path: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export type BookTexts = ReadonlyMap<string, string>;

/** The provider and service of a shard or of a family: `aws/ec2`. */
export function serviceOf(path: string): string {
  const [, provider = '', service = ''] = path.split('/');
  return `${provider}/${service.replace(/\.tsv$/, '')}`;
}

/**
 * Reads all prices of one service, by family.
 * @throws PricingError for a damaged shard, or one of families that are declared in another way by now.
 */
export function bookPrices(
  book: BookTexts,
  service: string,
  familyOf: (name: string) => RateFamily | undefined,
): ReadonlyMap<string, readonly CompiledPrice[]> {
  const prices = new Map<string, CompiledPrice[]>();
  for (const [path, text] of book) {
    if (serviceOf(path) !== service) continue;
    const shard = parseShard(path, text);
    for (const [name, family] of shard.families) {
      const declared = familyOf(name);
      if (declared?.unit !== family.unit || declared.dimensions.join() !== family.dimensions.join()) {
        throw new PricingError(
          path,
          `${name} is not declared, or with another unit or other dimensions. The book is of another version of Tollgate; start from the one of this release.`,
        );
      }
      const known = prices.get(name) ?? [];
      for (const [key, price] of family.prices) {
        const cells = key === '' ? [] : key.split('\t');
        const [region = '', ...values] = shard.region === everyRegion ? cells : [shard.region, ...cells];
        known.push({ region, values, ...written(price) });
      }
      prices.set(name, known);
    }
  }
  return prices;
}

function written({ tiers, source, date, derived }: FoundPrice): Omit<CompiledPrice, 'region' | 'values'> {
  const text = tiers
    .map(({ start, price }, index) => (index === 0 ? '' : `${amountText(start)}:`) + amountText(price))
    .join(';');
  return { tiers: text, source, date, derived };
}
