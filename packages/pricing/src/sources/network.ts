import { PricingError } from '../error.ts';

/** How price lists are reached. */
export interface Network {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Takes sentences about waits and repetitions. */
  readonly tell: (notice: string) => void;
  /** Tries of every request, the first included; 6, which wait for half a minute, unless told. */
  readonly attempts?: number;
}

const firstWaitMs = 1000;
/** The longest that an answer can make us wait before the next try. */
const maxWaitMs = 120_000;
/** The longest time in which one page must be there. */
const pageTimeoutMs = 60_000;

/** What happened to one try: it succeeded, it may be repeated, or it may not. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'again'; readonly reason: string; readonly waitMs: number | null }
  | { readonly kind: 'failed'; readonly error: PricingError };

/**
 * Repeats what a busy or unreachable server refused, with waits that double.
 * @throws PricingError for what fails for good, or every time.
 */
export async function retried<T>(place: string, network: Network, attempt: () => Promise<Attempt<T>>): Promise<T> {
  const { attempts = 6 } = network;
  for (let tried = 1; ; tried += 1) {
    const result = await attempt();
    if (result.kind === 'done') return result.value;
    if (result.kind === 'failed') throw result.error;
    if (tried === attempts) {
      throw new PricingError(
        place,
        `The price list did not answer ${attempts} times: ${result.reason}. Try again later.`,
      );
    }
    const wait = Math.min(result.waitMs ?? firstWaitMs * 2 ** (tried - 1), maxWaitMs);
    network.tell(`${place}: ${result.reason}; trying again in ${Math.ceil(wait / 1000)} s.`);
    await network.sleep(wait);
  }
}

/** One request; a page of JSON is read as a whole, so that a connection that breaks in the middle is a repetition too. */
export async function fetchJson(
  url: string,
  network: Network,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const place = placeOf(url);
  return retried(place, network, async () => {
    const page = await request(url, network, { headers, signal: AbortSignal.timeout(pageTimeoutMs) });
    if (page.kind !== 'done') return page;
    let text: string;
    try {
      text = await page.value.text();
    } catch (error) {
      return { kind: 'again', reason: `the answer broke off (${reasonOf(error)})`, waitMs: null };
    }
    try {
      return { kind: 'done', value: JSON.parse(text) };
    } catch {
      const what = 'The answer is no JSON, or is cut off. Nothing of it is used; try again later, or check --endpoint.';
      return { kind: 'failed', error: new PricingError(place, what) };
    }
  });
}

/** Sends one request, and says whether its failure may be repeated. */
export async function request(url: string, { fetch }: Network, init: RequestInit): Promise<Attempt<Response>> {
  const place = placeOf(url);
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    return { kind: 'again', reason: `it cannot be reached (${reasonOf(error)})`, waitMs: null };
  }
  if (response.ok) return { kind: 'done', value: response };
  await response.body?.cancel();
  const { status } = response;
  if (status === 429 || status >= 500) {
    return { kind: 'again', reason: `it answered with status ${status}`, waitMs: retryAfterMs(response) };
  }
  return {
    kind: 'failed',
    error: new PricingError(place, `The price list answered with status ${status}. ${adviceOn(status)}`),
  };
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403) return 'It wants other credentials, or a key.';
  if (status === 404)
    return 'It does not have what was asked for; check names of services and regions, and --endpoint.';
  return 'Check --endpoint, and that this version of Tollgate is the newest.';
}

function retryAfterMs({ headers }: Response): number | null {
  const text = headers.get('retry-after');
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

/** An address as messages show it: without the query, which can be long. */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** Why a connection failed: `fetch` hides it in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return cause.message === '' ? code : cause.message;
}
