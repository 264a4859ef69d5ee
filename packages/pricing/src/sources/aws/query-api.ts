import type { Filter } from '@aws-sdk/client-pricing';
import { broken, fieldsOf, isFields, pageGuard } from '../answer.ts';
import { isPattern } from '../family-match.ts';
import type { ListPrice } from '../list-price.ts';
import { type Network, retried } from '../network.ts';
import type { ListedFamily, ListQuestion, PriceList } from '../price-list.ts';
import type { GetProducts } from './pricing-client.ts';
import { onDemandPrices, readProduct } from './products.ts';

export interface QueryApiOptions {
  readonly network: Network;
  /** Another place of the API, such as one in a private network; the public one in us-east-1 unless told. */
  readonly endpoint?: string;
  /** Credentials; those that the AWS SDK finds (environment, profile, role) unless told. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/**
 * The AWS Price List Query API, which needs credentials with the permission `pricing:GetProducts`. A question is asked for each
 * family and region with the filters of the family; the SDK is loaded with the first question.
 */
export function awsQueryApi({ network, endpoint, credentials }: QueryApiOptions): PriceList {
  const place = endpoint ?? 'https://api.pricing.us-east-1.amazonaws.com';
  let client: Promise<GetProducts> | null = null;
  const load = async (): Promise<GetProducts> => {
    const { openPricingClient } = await import('./pricing-client.ts');
    return openPricingClient({
      region: 'us-east-1',
      // Waits are ours, so that a test needs none and a user is told of them.
      maxAttempts: 1,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(credentials === undefined ? {} : { credentials }),
    });
  };
  return {
    source: 'LQ',
    async *prices(question) {
      client ??= load();
      const ask = await client;
      for (const family of question.families) {
        for (const region of family.scope === 'global' || question.regions === null ? [null] : question.regions) {
          yield* pages(ask, filtersOf(family, region, question.dimensions), family, question, { place, network });
        }
      }
    },
  };
}

async function* pages(
  ask: GetProducts,
  filters: readonly Filter[],
  { list }: ListedFamily,
  { wants }: ListQuestion,
  { place, network }: { readonly place: string; readonly network: Network },
): AsyncGenerator<ListPrice> {
  const guard = pageGuard(place);
  let page: string | undefined;
  do {
    const { products, next } = await retried(place, network, () => ask(list.offer, filters, page));
    for (const text of products) {
      const { product: described, terms } = fieldsOf(parse(text, place), place, 'a product');
      const product = readProduct(described, list.offer, place);
      if (!wants(product)) continue;
      const onDemand = isFields(terms) ? terms.OnDemand : undefined;
      if (onDemand !== undefined) yield* onDemandPrices(product, onDemand, place);
    }
    if (next !== undefined && next !== '') guard(next);
    page = next;
  } while (page !== undefined && page !== '');
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken(place, 'a product is no JSON, or is cut off');
  }
}

/** The conditions of a family that the API can test: exact ones. The others are tested on what it answers. */
function filtersOf(
  { list }: ListedFamily,
  region: string | null,
  wanted: Readonly<Record<string, string>>,
): readonly Filter[] {
  const filters: Record<string, string> = { ...list.attributes };
  if (list.productFamily !== null) filters.productFamily = list.productFamily;
  if (region !== null) filters[list.productFamily === 'Data Transfer' ? 'fromRegionCode' : 'regionCode'] = region;
  for (const [dimension, value] of Object.entries(wanted)) {
    const attribute = list.dimensions[dimension];
    if (attribute !== undefined) filters[attribute] = value;
  }
  return Object.entries(filters)
    .filter(([, value]) => !isPattern(value))
    .map(([Field, Value]) => ({ Type: 'TERM_MATCH', Field, Value }));
}
