import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Network } from '../../src/sources/network.ts';
import { type AwsProduct, apiProduct, offerFile } from './aws-products.ts';

/** What goes wrong with a request: the first fault that fits is used up by it. */
export interface Fault {
  /** A part of the path, or the page that is asked for. */
  readonly at: string;
  readonly kind: 'busy' | 'error' | 'forbidden' | 'not JSON' | 'cut off' | 'connection lost';
  readonly retryAfter?: string;
}

export interface PriceListContent {
  readonly aws?: readonly AwsProduct[];
  /** Texts of offer files by region, where they are not made of `aws`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Changes with every answer, so that nothing can be taken up. */
  readonly filesChange?: boolean;
  readonly azure?: readonly Readonly<Record<string, unknown>>[];
  /** SKUs by the id of their service. */
  readonly google?: Readonly<Record<string, readonly unknown[]>>;
  /** Where the next page of Azure is; this server unless told. */
  readonly nextPages?: string;
  readonly faults?: readonly Fault[];
  /** Answers per page; 2, so that there are pages, unless told. */
  readonly pageSize?: number;
}

export interface PriceListServer {
  readonly endpoint: string;
  readonly network: Network;
  /** Requests as `METHOD path?query`, and what was told and waited for, in their order. */
  readonly log: readonly string[];
  readonly waits: readonly number[];
  readonly close: () => Promise<void>;
}

/** Starts a server on loopback that answers as the price lists of the providers do. */
export async function startPriceLists(content: PriceListContent): Promise<PriceListServer> {
  const log: string[] = [];
  const waits: number[] = [];
  const faults = [...(content.faults ?? [])];
  let answers = 0;
  const server = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const url = new URL(incoming.url ?? '/', 'http://loopback');
    const page = pageOf(url, body);
    log.push(`${incoming.method} ${url.pathname}${page === 0 ? '' : ` from ${page}`}`);
    const name = `${url.pathname} from ${page}${incoming.headers.range === undefined ? '' : ' range'}`;
    const at = faults.findIndex((fault) => name.includes(fault.at));
    const [fault] = at === -1 ? [] : faults.splice(at, 1);
    answers += 1;
    const origin = `http://${incoming.headers.host}`;
    const answer = answerTo({ url, body, page, origin, key: incoming.headers['x-goog-api-key'] }, content);
    const etag = content.filesChange === true ? `"${answers}"` : '"1"';
    // A range of another version of the file is not given; the whole file is.
    const range = incoming.headers['if-range'] === etag ? incoming.headers.range : undefined;
    send(response, { ...answer, etag, range }, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    log,
    waits,
    network: {
      fetch: globalThis.fetch,
      sleep: async (milliseconds) => void waits.push(milliseconds),
      tell: (notice) => void log.push(notice),
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Asked {
  readonly url: URL;
  readonly body: Body;
  readonly page: number;
  readonly origin: string;
  readonly key: string | string[] | undefined;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Body {
  readonly ServiceCode?: string;
  readonly Filters?: readonly { readonly Field: string; readonly Value: string }[];
  readonly NextToken?: string;
}

function pageOf({ searchParams }: URL, { NextToken }: Body): number {
  return Number(NextToken ?? searchParams.get('$skip') ?? searchParams.get('pageToken') ?? 0);
}

function answerTo(asked: Asked, content: PriceListContent): Answer {
  const { pathname } = asked.url;
  if (pathname === '/') return ok(getProducts(asked, content));
  if (pathname.startsWith('/offers/')) return offers(pathname, content);
  if (pathname === '/api/retail/prices') return ok(retailPrices(asked, content));
  if (pathname.startsWith('/v1/services'))
    return asked.key === 'key' ? catalog(asked, content) : { status: 403, text: '{}' };
  return { status: 404, text: '{}' };
}

function ok(value: unknown): Answer {
  return { status: 200, text: JSON.stringify(value) };
}

function getProducts({ body, page }: Asked, { aws = [], pageSize = 2 }: PriceListContent) {
  const { ServiceCode, Filters = [] } = body;
  const fitting = aws.filter(
    ({ productFamily, attributes }) =>
      attributes.servicecode === ServiceCode &&
      Filters.every(({ Field, Value }) => ({ ...attributes, productFamily })[Field] === Value),
  );
  return {
    FormatVersion: 'aws_v1',
    PriceList: fitting.slice(page, page + pageSize).map((product) => JSON.stringify(apiProduct(product))),
    ...(fitting.length > page + pageSize ? { NextToken: String(page + pageSize) } : {}),
  };
}

function offers(pathname: string, { aws = [], files = {} }: PriceListContent): Answer {
  const codes = [...new Set(aws.map(({ attributes }) => attributes.servicecode ?? ''))];
  if (pathname.endsWith('/aws/index.json')) {
    const entry = (code: string) => ({
      offerCode: code,
      currentRegionIndexUrl: `/offers/v1.0/aws/${code}/current/region_index.json`,
    });
    return ok({ formatVersion: 'v1.0', offers: Object.fromEntries(codes.map((code) => [code, entry(code)])) });
  }
  const [, code = '', region = ''] =
    /\/aws\/([^/]+)\/(?:current|1)\/(?:([^/]+)\/index|region_index)\.json$/.exec(pathname) ?? [];
  const ofOffer = aws.filter(({ attributes }) => attributes.servicecode === code);
  const regions = [...new Set(ofOffer.map(({ attributes }) => attributes.regionCode ?? ''))];
  if (region === '') {
    const entry = (name: string) => ({
      regionCode: name,
      currentVersionUrl: `/offers/v1.0/aws/${code}/1/${name}/index.json`,
    });
    return ok({ formatVersion: 'v1.0', regions: Object.fromEntries(regions.map((name) => [name, entry(name)])) });
  }
  const inRegion = ofOffer.filter(({ attributes }) => attributes.regionCode === region);
  return { status: 200, text: files[region] ?? offerFile(code, inRegion) };
}

function retailPrices(
  { url, page, origin }: Asked,
  { azure = [], nextPages = origin, pageSize = 2 }: PriceListContent,
) {
  const conditions = [...(url.searchParams.get('$filter') ?? '').matchAll(/(\w+) eq '((?:[^']|'')*)'/g)];
  const fitting = azure.filter((item) =>
    conditions.every(
      ([, field = '', value = '']) => item[field === 'priceType' ? 'type' : field] === value.replaceAll("''", "'"),
    ),
  );
  const next = new URL(url.pathname + url.search, nextPages);
  next.searchParams.set('$skip', String(page + pageSize));
  return {
    BillingCurrency: 'USD',
    Items: fitting.slice(page, page + pageSize),
    NextPageLink: fitting.length > page + pageSize ? next.href : null,
    Count: pageSize,
  };
}

function catalog({ url, page }: Asked, { google = {}, pageSize = 2 }: PriceListContent): Answer {
  const id = /^\/v1\/services\/([^/]+)\/skus$/.exec(url.pathname)?.[1];
  const name = id === undefined ? 'services' : 'skus';
  const all =
    id === undefined
      ? Object.keys(google).map((each) => ({
          name: `services/${each}`,
          serviceId: each,
          displayName: `Service ${each}`,
        }))
      : (google[id] ?? []);
  const nextPageToken = all.length > page + pageSize ? String(page + pageSize) : '';
  return ok({ [name]: all.slice(page, page + pageSize), nextPageToken });
}

interface Sent extends Answer {
  readonly etag: string;
  readonly range: string | undefined;
}

function send(response: ServerResponse, { status, text, etag, range }: Sent, fault: Fault | undefined): void {
  const type = { 'content-type': 'application/x-amz-json-1.1', etag };
  switch (fault?.kind) {
    case 'busy':
      response.writeHead(429, {
        ...type,
        ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
      });
      response.end(JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' }));
      return;
    case 'error':
      response.writeHead(503, type).end('{}');
      return;
    case 'forbidden':
      response.writeHead(400, type).end(JSON.stringify({ __type: 'AccessDeniedException', message: 'not for you' }));
      return;
    case 'not JSON':
      response.writeHead(200, type).end('<html>maintenance</html>');
      return;
    case 'cut off':
      response.writeHead(200, type).end(text.slice(0, text.length / 2));
      return;
    default:
  }
  const bytes = Buffer.from(text);
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const rest = bytes.subarray(start);
  response.writeHead(start === 0 ? status : 206, {
    ...type,
    'content-length': rest.length,
    ...(start === 0 ? {} : { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (fault?.kind === 'connection lost') response.write(rest.subarray(0, rest.length / 2), () => response.destroy());
  else response.end(rest);
}

async function bodyOf(incoming: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}
