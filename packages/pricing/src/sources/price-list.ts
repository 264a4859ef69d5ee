import type { ListFilter, RateFamily } from '../families/rate-family.ts';
import type { ListPrice, ListProduct } from './list-price.ts';

/** A family that the price list of its provider has, unlike one that is computed from others. */
export interface ListedFamily extends RateFamily {
  readonly list: ListFilter;
}

/** Whether the price list of the provider has a family. */
export function isListed(family: RateFamily): family is ListedFamily {
  return family.list !== null;
}

/** Which prices are wanted. */
export interface ListQuestion {
  /** Of one provider. */
  readonly families: readonly ListedFamily[];
  /** Codes of regions; null for all. */
  readonly regions: readonly string[] | null;
  /** Values of dimensions of the families, where only these are wanted. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Whether a product is of one of the families: lists of hundreds of megabytes keep nothing else in memory. */
  readonly wants: (product: ListProduct) => boolean;
}

/** The price list of a provider, asked over the network. */
export interface PriceList {
  /** Its code in `data/book/sources.tsv`. */
  readonly source: string;
  /**
   * Gives the prices of at least the products that are wanted, each once.
   * @throws PricingError for an answer that is broken, cut off, or never comes.
   */
  prices(question: ListQuestion): AsyncIterable<ListPrice>;
}
