import { PricingError } from '../../error.ts';
import { amount, amountText } from '../../money/amount.ts';
import { broken, type Fields, fieldsOf, listOf, numberTextOf, pageGuard, textOf, textsOf } from '../answer.ts';
import type { ListPrice } from '../list-price.ts';
import { fetchJson, type Network, placeOf } from '../network.ts';
import type { PriceList } from '../price-list.ts';

export interface CatalogOptions {
  readonly network: Network;
  /** A key of Google Cloud with access to the Cloud Billing API. */
  readonly apiKey: string | undefined;
  /** Google's own place unless told. */
  readonly endpoint?: string;
}

/**
 * The Cloud Billing Catalog of Google, which needs a key. In `list` of a family, `offer` is the name or the id of the service
 * (`Compute Engine`, `6F81-5844-456A`), `productFamily` the `resourceFamily`, and the others are `resourceGroup`, `usageType`
 * (`OnDemand`, `Preemptible`, `Commit1Yr`) and `description`. A service is read once and as a whole.
 */
export function googleCatalog({ network, apiKey, endpoint }: CatalogOptions): PriceList {
  const base = endpoint ?? 'https://cloudbilling.googleapis.com';
  const read = new Map<string, Promise<readonly ListPrice[]>>();
  let ids: Promise<ReadonlyMap<string, string>> | null = null;

  const pricesOf = async (offer: string): Promise<readonly ListPrice[]> => {
    const place = placeOf(new URL('/v1/services', base).href);
    if (apiKey === undefined || apiKey === '') {
      throw new PricingError(
        place,
        'The Cloud Billing Catalog needs a key. Set GOOGLE_API_KEY to one that may use it.',
      );
    }
    const ask = { base, headers: { 'x-goog-api-key': apiKey }, network };
    if (isServiceId(offer)) return servicePrices(ask, offer, offer);
    ids ??= serviceIds(ask);
    const id = (await ids).get(offer);
    if (id === undefined) {
      network.tell(`${place}: the catalog has no service "${offer}"; the prices of its families stay as they are.`);
      return [];
    }
    return servicePrices(ask, id, offer);
  };

  return {
    source: 'GC',
    async *prices({ families, wants }) {
      for (const offer of new Set(families.map(({ list }) => list.offer))) {
        const known = read.get(offer) ?? pricesOf(offer);
        read.set(offer, known);
        for (const price of await known) if (wants(price.product)) yield price;
      }
    },
  };
}

interface Ask {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly network: Network;
}

function isServiceId(offer: string): boolean {
  return /^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/.test(offer);
}

async function serviceIds(ask: Ask): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for await (const { entry, place } of entries(ask, '/v1/services', 'services')) {
    ids.set(textOf(entry.displayName, place, '"displayName"'), textOf(entry.serviceId, place, '"serviceId"'));
  }
  return ids;
}

async function servicePrices(ask: Ask, id: string, offer: string): Promise<readonly ListPrice[]> {
  const prices: ListPrice[] = [];
  for await (const { entry, place } of entries(ask, `/v1/services/${id}/skus`, 'skus')) {
    prices.push(...readSku(entry, offer, place));
  }
  return prices;
}

async function* entries({ base, headers, network }: Ask, path: string, name: string) {
  const url = new URL(path, base);
  const place = placeOf(url.href);
  const guard = pageGuard(place);
  for (let token = ''; ; ) {
    url.search = new URLSearchParams({
      pageSize: '5000',
      ...(name === 'skus' ? { currencyCode: 'USD' } : {}),
      ...(token === '' ? {} : { pageToken: token }),
    }).toString();
    const page = fieldsOf(await fetchJson(url.href, network, headers), place, 'the page');
    for (const entry of listOf(page[name], place, `"${name}"`)) {
      yield { entry: fieldsOf(entry, place, `one of "${name}"`), place };
    }
    const next = page.nextPageToken;
    if (next === undefined || next === '') return;
    token = textOf(next, place, '"nextPageToken"');
    guard(token);
  }
}

function readSku(sku: Fields, offer: string, place: string): readonly ListPrice[] {
  const id = textOf(sku.skuId, place, 'the "skuId" of a SKU');
  const category = textsOf(fieldsOf(sku.category, place, `"category" of ${id}`));
  const { resourceFamily = '', usageType = '' } = category;
  const regions = listOf(sku.serviceRegions, place, `"serviceRegions" of ${id}`).map((region) =>
    textOf(region, place, `a region of ${id}`),
  );
  const attributes = { ...category, description: typeof sku.description === 'string' ? sku.description : '' };
  return listOf(sku.pricingInfo, place, `"pricingInfo" of ${id}`).map((value): ListPrice => {
    const info = fieldsOf(value, place, `a price of ${id}`);
    const expression = fieldsOf(info.pricingExpression, place, `"pricingExpression" of ${id}`);
    const rates = listOf(expression.tieredRates, place, `"tieredRates" of ${id}`).map((rate) =>
      readRate(fieldsOf(rate, place, `a rate of ${id}`), id, place),
    );
    return {
      product: { id, offer, productFamily: resourceFamily, usageType, attributes, regions },
      unit: textOf(expression.usageUnit, place, `"usageUnit" of ${id}`),
      currency: rates.find(({ currency }) => currency !== 'USD')?.currency ?? 'USD',
      effective: typeof info.effectiveTime === 'string' ? info.effectiveTime : '',
      tiers: rates.map(({ start, price }) => ({ start, price })),
    };
  });
}

function readRate(rate: Fields, id: string, place: string) {
  const { currencyCode, units = '0', nanos = 0 } = fieldsOf(rate.unitPrice, place, `"unitPrice" of ${id}`);
  const whole = typeof units === 'string' && /^\d{1,15}$/.test(units) ? amount(units) : undefined;
  const fraction = typeof nanos === 'number' && Number.isInteger(nanos) ? amount(nanos) : undefined;
  if (whole === undefined || fraction === undefined) throw broken(place, `the price of ${id} is no number`);
  return {
    currency: textOf(currencyCode, place, `"currencyCode" of ${id}`),
    // Nanos are billionths.
    price: amountText(whole.plus(fraction.times('1e-9'))),
    start: numberTextOf(rate.startUsageAmount ?? 0, place, `"startUsageAmount" of ${id}`),
  };
}
