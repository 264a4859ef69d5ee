import { PricingError } from '../../error.ts';
import { type Network, placeOf, reasonOf, request, retried } from '../network.ts';

/** How often one file may break off before it is given up. */
const maxInterruptions = 10;

/**
 * Downloads a file piece by piece, without keeping it. A connection that breaks off is taken up where it ended, when the server can
 * give the rest of the same file.
 * @throws PricingError when it cannot, or when the file has changed meanwhile.
 */
export async function* download(url: string, network: Network): AsyncGenerator<Uint8Array> {
  const place = placeOf(url);
  let received = 0;
  let version: string | null = null;
  for (let interruptions = 0; ; interruptions += 1) {
    const response = await open(url, { received, version }, network);
    const length = lengthOf(response, received);
    version = response.headers.get('etag');
    let reason = 'the connection ended early';
    try {
      if (response.body !== null) {
        for await (const chunk of response.body) {
          received += chunk.length;
          yield chunk;
        }
      }
      if (length === null || received === length) return;
    } catch (error) {
      reason = reasonOf(error);
    }
    if (received === length) return;
    // Another file could stand at the address by now: only a version that the server names can be taken up.
    if (version === null || version.startsWith('W/') || interruptions === maxInterruptions) {
      throw new PricingError(
        place,
        `The download broke off after ${received} bytes (${reason}) and cannot be taken up. Nothing was written; run it again.`,
      );
    }
    network.tell(`${place}: the download broke off after ${received} bytes (${reason}); going on from there.`);
    await network.sleep(1000 * 2 ** Math.min(interruptions, 5));
  }
}

interface Resumption {
  readonly received: number;
  readonly version: string | null;
}

async function open(url: string, { received, version }: Resumption, network: Network): Promise<Response> {
  const place = placeOf(url);
  // Ranges count bytes as they are sent: a file that is packed on the way could not be taken up.
  const headers = { 'accept-encoding': 'identity', ...rangeHeaders(received, version) };
  const response = await retried(place, network, () => request(url, network, { headers }));
  if (received === 0) return response;
  const starts = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  const isSame = (response.headers.get('etag') ?? version) === version;
  if (response.status === 206 && Number(starts) === received && isSame) return response;
  await response.body?.cancel();
  throw new PricingError(
    place,
    'The download broke off, and the file at its address is another one now. Nothing was written; run it again.',
  );
}

function rangeHeaders(received: number, version: string | null): Readonly<Record<string, string>> {
  return received === 0 || version === null ? {} : { range: `bytes=${received}-`, 'if-range': version };
}

/** The length of the whole file; null when the server does not tell it. */
function lengthOf({ headers, status }: Response, received: number): number | null {
  const text = headers.get('content-length');
  if (text === null || headers.has('content-encoding')) return null;
  return Number(text) + (status === 206 ? received : 0);
}
