import { JSONParser } from '@streamparser/json';
import { broken } from '../answer.ts';
import type { ListPrice, ListProduct } from '../list-price.ts';
import { onDemandPrices, readProduct } from './products.ts';

export interface OfferFile {
  /** What messages call it. */
  readonly place: string;
  /** `AmazonEC2`: what the file must be of. */
  readonly offer: string;
  /** Nothing is kept of other products. */
  readonly wants: (product: ListProduct) => boolean;
}

/** What is read of the file, one at a time; reserved terms too, so that the parser lets go of them. */
const parts = ['$.offerCode', '$.products.*', '$.terms.*.*'];

interface Part {
  /** The names above it: `products`, or `terms` and the kind of terms. */
  readonly above: readonly string[];
  readonly key: string;
  readonly value: unknown;
}

/**
 * Reads an offer file while it comes in. A file has all products first and their terms after them, so that only the wanted products
 * are in memory, however long it is.
 * @throws PricingError when it is cut off, no JSON, or of another offer.
 */
export async function* readOfferFile(chunks: AsyncIterable<Uint8Array>, file: OfferFile): AsyncGenerator<ListPrice> {
  const { place, offer, wants } = file;
  const products = new Map<string, ListProduct>();
  let hasProducts = false;
  for await (const { above, key, value } of partsOf(chunks, place)) {
    const [section, kind] = above;
    if (section === 'products') {
      hasProducts = true;
      const product = readProduct(value, offer, place);
      if (wants(product)) products.set(key, product);
    } else if (section === 'terms') {
      if (!hasProducts) throw broken(place, 'its terms come before its products');
      const product = kind === 'OnDemand' ? products.get(key) : undefined;
      if (product !== undefined) yield* onDemandPrices(product, value, place);
      products.delete(kind === 'OnDemand' ? key : '');
    } else if (value !== offer) {
      throw broken(place, `it is of "${String(value)}", and not of ${offer}`);
    }
  }
  if (!hasProducts) throw broken(place, 'it has no products');
}

async function* partsOf(chunks: AsyncIterable<Uint8Array>, place: string): AsyncGenerator<Part> {
  const parser = new JSONParser({ paths: parts, keepStack: false });
  let found: Part[] = [];
  let mistake: Error | null = null;
  parser.onValue = ({ key, value, stack }) => {
    const above = stack.slice(1).map((each) => String(each.key));
    found.push({ above, key: String(key), value });
  };
  parser.onError = (error) => {
    mistake = error;
  };
  parser.onEnd = () => {};
  for await (const chunk of chunks) {
    parser.write(chunk);
    if (mistake !== null) throw broken(place, 'it is no JSON, or damaged');
    yield* found;
    found = [];
  }
  if (!parser.isEnded) throw broken(place, 'it is cut off');
}
