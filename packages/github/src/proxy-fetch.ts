import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** Proxy Authentication Required. */
const proxyAuthentication = 407;

/** More redirects than this only go round. */
const maxRedirects = 10;

/**
 * Makes a `fetch` that goes through a proxy, by a tunnel that the proxy opens (CONNECT), also for addresses without TLS. The
 * runtime's own knows no proxy, and the library that has one is as large as the rest of an action.
 * @param proxyFor gives the proxy for an address; undefined for none.
 */
export function proxyFetch(proxyFor: (url: URL) => URL | undefined): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (proxyFor(new URL(request.url)) === undefined) return fetch(request);
    const body = Buffer.from(await request.arrayBuffer());
    let sent: SentRequest = {
      url: new URL(request.url),
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body,
      signal: request.signal,
    };
    for (let redirects = 0; ; redirects++) {
      const proxy = proxyFor(sent.url);
      const { status, location, response } = proxy === undefined ? await direct(sent) : await tunnelled(sent, proxy);
      const next = request.redirect === 'follow' && location !== null ? redirected(sent, status, location) : undefined;
      if (next === undefined || redirects === maxRedirects) return response;
      sent = next;
    }
  };
}

interface SentRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly response: Response;
}

async function direct({ url, body, ...init }: SentRequest): Promise<Answer> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return { status: response.status, location: response.headers.get('location'), response };
}

function tunnelled(sent: SentRequest, proxy: URL): Promise<Answer> {
  const { url, method, headers, body, signal } = sent;
  const agent = new HttpsProxyAgent(proxy, { keepAlive: false });
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method, headers: { ...headers, ...(body.length > 0 && { 'content-length': body.length }) }, signal, agent },
      (message) => {
        // Only a proxy answers so; what else it refuses with looks like an answer of the host, and is retried as one.
        if (message.statusCode === proxyAuthentication) {
          message.destroy();
          reject(new Error(`the proxy ${proxy.host} wants a user and a password: write them into its address`));
        } else resolve(answerOf(url, message));
      },
    );
    request.on('error', (error) =>
      reject(new Error(`the proxy ${proxy.host} opens no way to ${url.host}: ${error.message}`)),
    );
    request.end(body);
  });
}

/** Answers that have no body, not even an empty one. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

async function answerOf(url: URL, message: IncomingMessage): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const body = withoutBody.has(status) ? null : Buffer.concat(chunks);
  const response = new Response(body, { status, statusText: message.statusMessage ?? '', headers });
  Object.defineProperty(response, 'url', { value: url.href });
  return { status, location: headers.get('location'), response };
}

/** The request that follows a redirect, as the standard of fetch has it; undefined when the answer is none. */
function redirected(sent: SentRequest, status: number, location: string): SentRequest | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const url = new URL(location, sent.url);
  const isRead = status === 303 || (status < 303 && sent.method === 'POST');
  const { authorization: _, ...others } = sent.headers;
  return {
    ...sent,
    url,
    // A token is for the host that it was given to.
    headers: url.host === sent.url.host ? sent.headers : others,
    ...(isRead && sent.method !== 'HEAD' ? { method: 'GET', body: Buffer.alloc(0) } : {}),
  };
}
