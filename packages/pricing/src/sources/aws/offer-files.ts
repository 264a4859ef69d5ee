import { PricingError } from '../../error.ts';
import { fieldsOf, isFields, textOf } from '../answer.ts';
import type { ListPrice } from '../list-price.ts';
import { fetchJson, type Network, placeOf } from '../network.ts';
import type { ListQuestion, PriceList } from '../price-list.ts';
import { download } from './download.ts';
import { readOfferFile } from './offer-stream.ts';

export interface OfferFilesOptions {
  readonly network: Network;
  /** Where the files are; AWS's own place in us-east-1 unless told. */
  readonly endpoint?: string;
}

/**
 * The public offer files of AWS, which need no credentials: one file for each offer and region, of up to hundreds of megabytes.
 * They are read while they come in, one after the other.
 */
export function awsOfferFiles({ network, endpoint }: OfferFilesOptions): PriceList {
  const base = endpoint ?? 'https://pricing.us-east-1.amazonaws.com';
  let offers: Promise<unknown> | null = null;
  return {
    source: 'LB',
    async *prices(question) {
      offers ??= fetchJson(new URL('/offers/v1.0/aws/index.json', base).href, network);
      const index = await offers;
      for (const [offer, families] of Map.groupBy(question.families, ({ list }) => list.offer)) {
        const hasGlobal = families.some(({ scope }) => scope === 'global');
        const regions =
          question.regions === null || !hasGlobal ? question.regions : [...question.regions, ...elsewhere];
        yield* offerPrices({ base, index, offer, network }, { ...question, families, regions });
      }
    },
  };
}

/** How the index calls what has no region. */
const elsewhere = ['global', 'aws-other'];

interface Place {
  readonly base: string;
  readonly index: unknown;
  readonly offer: string;
  readonly network: Network;
}

async function* offerPrices(where: Place, { regions, wants }: ListQuestion): AsyncGenerator<ListPrice> {
  const { base, index, offer, network } = where;
  const indexPlace = placeOf(new URL('/offers/v1.0/aws/index.json', base).href);
  const offers = fieldsOf(fieldsOf(index, indexPlace, 'the index').offers, indexPlace, '"offers"');
  const entry = offers[offer];
  if (!isFields(entry)) {
    network.tell(`${indexPlace}: the price list has no offer ${offer}; the prices of its families stay as they are.`);
    return;
  }
  const url = addressOf(base, entry.currentRegionIndexUrl, indexPlace);
  const place = placeOf(url);
  const files = fieldsOf(fieldsOf(await fetchJson(url, network), place, 'the index').regions, place, '"regions"');
  for (const region of Object.keys(files).sort()) {
    // The files of China are at a place of their own, in another currency.
    if (region.startsWith('cn-') || regions?.includes(region) === false) continue;
    const file = addressOf(base, fieldsOf(files[region], place, region).currentVersionUrl, place);
    network.tell(`Reading ${placeOf(file)}`);
    yield* readOfferFile(download(file, network), { place: placeOf(file), offer, wants });
  }
}

/** Addresses in an index are paths of the same place; another place would be somebody else's. */
function addressOf(base: string, path: unknown, place: string): string {
  const url = new URL(textOf(path, place, 'the address of a file'), base);
  if (url.origin === new URL(base).origin) return url.href;
  throw new PricingError(place, `The index leads to ${url.origin}, which is another place. Check --endpoint.`);
}
