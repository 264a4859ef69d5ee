import { PricingError } from '../../error.ts';
import { type Fields, fieldsOf, listOf, numberTextOf, pageGuard, textOf, textsOf } from '../answer.ts';
import { isPattern } from '../family-match.ts';
import type { ListPrice } from '../list-price.ts';
import { fetchJson, type Network, placeOf } from '../network.ts';
import type { ListedFamily, PriceList } from '../price-list.ts';

export interface RetailPricesOptions {
  readonly network: Network;
  /** Microsoft's own place unless told. */
  readonly endpoint?: string;
}

/**
 * The Azure Retail Prices API, which needs no credentials. In `list` of a family, `offer` is the name of the service
 * (`Virtual Machines`), `productFamily` its `serviceFamily`, `usageType` the `meterName`, and the others are fields of an item:
 * `productName`, `skuName`, `armSkuName`, `type` (`Consumption` unless told), `reservationTerm`.
 */
export function azureRetailPrices({ network, endpoint }: RetailPricesOptions): PriceList {
  const base = endpoint ?? 'https://prices.azure.com';
  return {
    source: 'AZ',
    async *prices({ families, regions, dimensions, wants }) {
      for (const family of families) {
        for (const region of family.scope === 'global' || regions === null ? [null] : regions) {
          const conditions = conditionsOf(family, region, dimensions);
          for await (const price of pages(base, conditions, network)) if (wants(price.product)) yield price;
        }
      }
    },
  };
}

async function* pages(base: string, filter: string, network: Network): AsyncGenerator<ListPrice> {
  const first = new URL('/api/retail/prices', base);
  first.search = new URLSearchParams({
    'api-version': '2023-01-01-preview',
    currencyCode: 'USD',
    $filter: filter,
  }).toString();
  const place = placeOf(first.href);
  const guard = pageGuard(place);
  for (let url = first.href; url !== ''; ) {
    const page = fieldsOf(await fetchJson(url, network), place, 'the page');
    for (const item of listOf(page.Items, place, '"Items"')) yield readItem(fieldsOf(item, place, 'an item'), place);
    const next = page.NextPageLink;
    if (next === null || next === undefined || next === '') return;
    url = new URL(textOf(next, place, '"NextPageLink"'), base).href;
    if (new URL(url).origin !== first.origin) {
      throw new PricingError(
        place,
        `The next page is at ${new URL(url).origin}, which is another place. Check --endpoint.`,
      );
    }
    guard(url);
  }
}

function readItem(item: Fields, place: string): ListPrice {
  const id = textOf(item.meterId, place, 'the "meterId" of an item');
  const attributes = textsOf(item);
  const {
    serviceName = '',
    serviceFamily = '',
    meterName = '',
    armRegionName = '',
    type = '',
    skuId = '',
  } = attributes;
  return {
    product: {
      // One meter is sold under several products, at prices of their own.
      id: [id, skuId, type].filter((part) => part !== '').join(' '),
      offer: serviceName,
      productFamily: serviceFamily,
      usageType: meterName,
      attributes,
      regions: [regionOf(armRegionName)],
    },
    unit: textOf(item.unitOfMeasure, place, `"unitOfMeasure" of ${id}`),
    currency: textOf(item.currencyCode, place, `"currencyCode" of ${id}`),
    effective: textOf(item.effectiveStartDate, place, `"effectiveStartDate" of ${id}`),
    tiers: [
      {
        start: numberTextOf(item.tierMinimumUnits, place, `"tierMinimumUnits" of ${id}`),
        price: numberTextOf(item.retailPrice, place, `"retailPrice" of ${id}`),
      },
    ],
  };
}

/** Beside regions there are `Global`, `Zone 1` and the like. */
function regionOf(name: string): string {
  return name === '' ? 'global' : name.toLowerCase().replaceAll(' ', '-');
}

/** Conditions that the API can test; patterns are tested on what it answers. A quote in a value is written twice. */
function conditionsOf({ list }: ListedFamily, region: string | null, wanted: Readonly<Record<string, string>>): string {
  const fields: Record<string, string> = { serviceName: list.offer, type: 'Consumption', ...list.attributes };
  if (list.productFamily !== null) fields.serviceFamily = list.productFamily;
  if (list.usageType !== null) fields.meterName = list.usageType;
  if (region !== null) fields.armRegionName = region;
  for (const [dimension, value] of Object.entries(wanted)) {
    const field = list.dimensions[dimension];
    if (field !== undefined) fields[field] = value;
  }
  return Object.entries(fields)
    .filter(([, value]) => !isPattern(value))
    .map(([field, value]) => `${filterNames[field] ?? field} eq '${value.replaceAll("'", "''")}'`)
    .join(' and ');
}

/** Fields of which the filter has another name than the item. */
const filterNames: Readonly<Record<string, string>> = { type: 'priceType' };
