import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { instance, offerFile } from './aws-products.ts';

/** Starts a server with one offer file of about `bytes`, which is made while it is sent. */
export async function offerFileServer(bytes: number) {
  const server = createServer((incoming, response) => void answer(incoming.url ?? '', response, bytes));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const root = '/offers/v1.0/aws';

async function answer(path: string, response: ServerResponse, bytes: number): Promise<void> {
  const entry = { currentRegionIndexUrl: `${root}/AmazonEC2/current/region_index.json` };
  if (path === `${root}/index.json`) response.end(JSON.stringify({ offers: { AmazonEC2: entry } }));
  else if (path === entry.currentRegionIndexUrl) {
    response.end(JSON.stringify({ regions: { 'us-east-1': { currentVersionUrl: `${root}/file.json` } } }));
  } else {
    for (const part of partsOfFile(bytes)) if (!response.write(part)) await once(response, 'drain');
    response.end();
  }
}

/** How many of the products are of the family that is asked for: as in a region of Amazon EC2. */
export const wantedProducts = 1000;

/** A file with as many products as fit, a few hundred bytes each with their terms; 1,000 of them are Linux instances. */
function* partsOfFile(bytes: number): Generator<string> {
  const [linux, windows] = [templateOf('Linux'), templateOf('Windows')];
  const count = Math.max(wantedProducts, Math.floor(bytes / (windows.product.length + windows.term.length * 2)));
  const section = (part: 'product' | 'term') =>
    entries(count, (index) => (index < wantedProducts ? linux : windows)[part]);
  yield '{"formatVersion":"v1.0","offerCode":"AmazonEC2","publicationDate":"2026-10-01T00:00:00Z","products":{';
  yield* section('product');
  yield '},"terms":{"OnDemand":{';
  yield* section('term');
  yield '},"Reserved":{';
  yield* section('term');
  yield '}}}';
}

function* entries(count: number, templateAt: (index: number) => string): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    yield `${index === 0 ? '' : ','}${templateAt(index).replaceAll('NUMBER', String(index))}`;
  }
}

/** A product and its term as entries of their sections, with NUMBER for the number of the product. */
function templateOf(operatingSystem: string) {
  const one = instance('us-east-1', '', 'mNUMBER.large', '1.NUMBER');
  const attributes = { ...one.attributes, operatingSystem };
  const { products, terms } = JSON.parse(offerFile('AmazonEC2', [{ ...one, sku: 'SKUNUMBER', attributes }]));
  return { product: JSON.stringify(products).slice(1, -1), term: JSON.stringify(terms.OnDemand).slice(1, -1) };
}
