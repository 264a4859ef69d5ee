import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Api, type Mistakes } from './api.ts';
import { refreshPullRequests } from './domain/pull-requests.ts';
import { openDownload, releaseDownload } from './downloads.ts';
import { faultReply } from './fault-reply.ts';
import { Faults, type MetFault } from './faults.ts';
import { gitAccess, parseGitPath, serveGit } from './git-http.ts';
import { graphqlReply } from './graphql.ts';
import { type Reply, requestIdOf, withCommonHeaders } from './reply.ts';
import type { LoggedRequest } from './request-log.ts';
import { createSerial } from './serial.ts';
import type { GitHubState } from './state/github-state.ts';

/** What the server shows to the tests. */
export interface RunningServer {
  readonly faults: Faults;
  readonly mistakes: Mistakes;
  readonly requests: LoggedRequest[];
  close(): Promise<void>;
}

/** A request with what the log and the faults need to know of it. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: URL;
  /** Path without the address of the API. */
  readonly path: string;
  readonly body: Buffer;
  readonly log: LoggedRequest;
  readonly requestId: string;
}

/** listen opens a server on a free port of the loopback interface. */
export async function listen(): Promise<{ server: Server; url: string }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port.');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

/** serve answers the requests of a server from a state. */
export function serve(server: Server, state: GitHubState): RunningServer {
  const api = new Api(state);
  const faults = new Faults();
  const requests: LoggedRequest[] = [];
  const serial = createSerial();

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = new URL(request.url ?? '/', state.addresses.server);
    const method = request.method ?? 'GET';
    const git = parseGitPath(address.pathname);
    const path = address.pathname.replace(/^\/api\/(?:v3|uploads)(?=\/|$)/, '');
    const log: LoggedRequest = {
      method,
      path,
      query: Object.fromEntries(address.searchParams),
      token: tokenText(request.headers.authorization),
      body: undefined,
      status: undefined,
      operationId: undefined,
    };
    requests.push(log);
    const met = faults.meet(method, path);
    if (met?.fault.kind === 'timeout') return;
    if (met?.fault.kind === 'lost-before') {
      request.socket.destroy();
      return;
    }
    const requestId = requestIdOf(state.ids('request'));
    const instead = insteadOf(state, met, requestId, log.token);
    if (git !== undefined && instead === undefined) {
      await respondGit(state, request, response, address, log, met);
      return;
    }
    const body = await readBody(request);
    if (body === undefined) return;
    log.body = parsed(body);
    const exchange: Exchange = { request, response, address, path, body, log, requestId };
    const reply = instead ?? (await replyTo(exchange));
    log.status = reply.status;
    await deliver(exchange, withCommonHeaders(reply, requestId), met);
  };

  const replyTo = async (exchange: Exchange): Promise<Reply> => {
    const { address, request, path, body, log } = exchange;
    const method = request.method ?? 'GET';
    if (address.pathname === '/api/graphql') {
      api.mistakes.unimplemented.push(`${method} /graphql`);
      return graphqlReply();
    }
    if (!/^\/api\/(v3|uploads)(\/|$)/.test(address.pathname)) return page(state, address);
    const work = () =>
      api.answer({
        method,
        path,
        query: address.searchParams,
        headers: headersOf(request),
        body,
        upload: address.pathname.startsWith('/api/uploads'),
      });
    // Writes are done one after the other, so that two clients at once leave the same state every time.
    const { reply, operationId } = method === 'GET' ? await work() : await serial(work);
    log.operationId = operationId;
    return reply;
  };

  const underWay = new Set<Promise<void>>();
  server.on('request', (request, response) => {
    const work = respond(request, response)
      .catch((error: unknown) => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        api.mistakes.wrongAnswers.push(message);
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(`The emulator failed: ${message}`);
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  });

  return {
    faults,
    mistakes: api.mistakes,
    requests,
    close: async () => {
      faults.releaseAll();
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
      server.closeAllConnections();
      await closed;
      // What is still being worked on uses the repositories on disk.
      await Promise.all(underWay);
    },
  };
}

async function respondGit(
  state: GitHubState,
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
  log: LoggedRequest,
  met: MetFault | undefined,
): Promise<void> {
  if (met?.fault.kind === 'slow') await met.released;
  const wanted = parseGitPath(address.pathname);
  if (wanted === undefined) return;
  const access = gitAccess(state, wanted, address.searchParams, request.headers.authorization);
  if (access.kind === 'refused') {
    const { status, message } = access.refusal;
    log.status = status;
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
    });
    response.end(message);
    return;
  }
  const { repo, token, writes } = access;
  const pushes = writes && request.method === 'POST';
  await serveGit(
    request,
    { repo, token, service: wanted.service },
    {
      head: (status, headers) => {
        log.status = status;
        if (met?.fault.kind !== 'lost-after') response.writeHead(status, headers);
      },
      write: (chunk) => {
        if (met?.fault.kind !== 'lost-after') response.write(chunk);
      },
    },
  );
  if (pushes) {
    state.clock.write();
    await refreshPullRequests(state, repo);
  }
  if (met?.fault.kind === 'lost-after') request.socket.destroy();
  else response.end();
}

/** Files that need no token; everything else outside the API is a page that does not exist. */
function page(state: GitHubState, address: URL): Reply {
  const file = openDownload(state, address) ?? releaseDownload(state, address.pathname);
  if (file === undefined) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' };
  return { status: 200, headers: { 'content-type': file.type }, body: file.content };
}

/** The answer that a fault gives in the place of the real one, if it does. */
function insteadOf(
  { clock, rateLimits, tokens }: GitHubState,
  met: MetFault | undefined,
  requestId: string,
  credentials: string | undefined,
): Reply | undefined {
  if (met === undefined) return undefined;
  const now = Math.floor(clock.now().getTime() / 1000);
  const rate = rateLimits.read(credentials ?? '', tokens.find(credentials ?? '')?.kind ?? 'actions');
  return faultReply(met.fault, rate, now, requestId);
}

async function deliver({ request, response }: Exchange, reply: Reply, met: MetFault | undefined): Promise<void> {
  if (met?.fault.kind === 'lost-after') {
    request.socket.destroy();
    return;
  }
  if (met?.fault.kind === 'slow') await met.released;
  const bytes = Buffer.from(met?.fault.kind === 'malformed-json' ? '{"id": 1, "message": ' : reply.body);
  const empty = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, { ...reply.headers, ...(empty ? {} : { 'content-length': String(bytes.length) }) });
  if (met?.fault.kind === 'truncated') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.destroy());
    return;
  }
  response.end(empty ? undefined : bytes);
}

/** The body of a request, or undefined when the client went away before its end. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    return body.toString();
  }
}

function tokenText(authorization: string | undefined): string | undefined {
  return authorization?.replace(/^\S+\s+/, '');
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
