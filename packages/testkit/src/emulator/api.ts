import { acceptedHeader, authenticate, authorize, type Subject, visibleRepository } from './access.ts';
import type { Answer } from './answer.ts';
import { ApiError, badRequest, errorBody, notFound } from './api-error.ts';
import { canonicalPath, numericPath } from './canonical-path.ts';
import { mediaOf } from './context.ts';
import { githubDescription, type Operation } from './description.ts';
import { asText, isObject, member } from './json.ts';
import { linkHeader, pageOf } from './pagination.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { conditional, jsonReply, type Reply } from './reply.ts';
import { requestError, unknownFields } from './request-problems.ts';
import { createRouter, type Route, type Router } from './router.ts';
import { GLOBAL_ROUTES, REPOSITORY_ROUTES } from './routes/index.ts';
import { createSchemaChecks, type SchemaChecks } from './schema-checks.ts';
import type { GitHubState } from './state/github-state.ts';
import type { Repository } from './state/repository.ts';
import type { Token } from './tokens.ts';

/** A request to the REST API. */
export interface ApiRequest {
  readonly method: string;
  /** Without the address of the API, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Whether it came to the host for uploads. */
  readonly upload: boolean;
}

/** What a test, or the emulator itself, did wrong. */
export interface Mistakes {
  /** Requests that no operation answers, as `GET /path`. */
  readonly unimplemented: string[];
  /** Members and parameters that GitHub does not know, as `POST /path: output/lines`. */
  readonly unknownFields: string[];
  /** Answers of the emulator that do not fit GitHub's description: always a fault of the emulator. */
  readonly wrongAnswers: string[];
}

/** What a request came to, for the log. */
export interface Outcome {
  readonly reply: Reply;
  readonly operationId: string | undefined;
}

interface Handled {
  readonly route: Route;
  readonly token: Token;
  readonly repo: Repository | undefined;
}

let shared: { readonly router: Router; readonly checks: SchemaChecks } | undefined;

/** Router and compiled schemas do not depend on a state: all emulators of a process share them. */
function prepared(): { readonly router: Router; readonly checks: SchemaChecks } {
  const description = githubDescription();
  shared ??= { router: createRouter(description.operations), checks: createSchemaChecks(description) };
  return shared;
}

/** The REST API on a state. */
export class Api {
  readonly mistakes: Mistakes = { unimplemented: [], unknownFields: [], wrongAnswers: [] };
  readonly #state: GitHubState;
  readonly #router: Router;
  readonly #checks: SchemaChecks;

  constructor(state: GitHubState) {
    this.#state = state;
    const { router, checks } = prepared();
    this.#router = router;
    this.#checks = checks;
  }

  /** Answers a request; never throws for what a client can do wrong. */
  async answer(request: ApiRequest): Promise<Outcome> {
    const canonical = { ...request, path: canonicalPath(this.#state, request.path) };
    const route = this.#router(canonical.method, canonical.path);
    const rate: Record<string, string> = {};
    try {
      const handled = this.#admit(canonical, route, rate);
      const answer = await this.#run(canonical, handled);
      const reply = await this.#render(canonical, handled, answer);
      return {
        reply: withHeaders(reply, { ...rate, ...operationHeaders(handled.route) }),
        operationId: route?.operation.id,
      };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const page = route?.operation.documentationUrl ?? 'https://docs.github.com/rest';
      const headers = { ...error.headers, ...rate, ...operationHeaders(route) };
      return { reply: jsonReply(error.status, errorBody(error, page), headers), operationId: route?.operation.id };
    }
  }

  /** The checks before the work: client, token, allowance, route, repository, permission. */
  #admit(request: ApiRequest, route: Route | undefined, rate: Record<string, string>): Handled {
    if ((request.headers['user-agent'] ?? '') === '') {
      throw new ApiError(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      );
    }
    checkVersion(request.headers['x-github-api-version']);
    const token = authenticate(this.#state, request.headers.authorization);
    this.#spend(token, route, rate);
    if (route === undefined || isUpload(route.operation) !== request.upload) {
      this.mistakes.unimplemented.push(`${request.method} ${request.path}`);
      throw notFound();
    }
    const { owner, repo: name } = route.path;
    const repo =
      owner === undefined || name === undefined ? undefined : visibleRepository(this.#state, token, owner, name);
    authorize(this.#state, token, route.operation, this.#subject(request, route, repo));
    return { route, token, repo };
  }

  #spend(token: Token, route: Route | undefined, rate: Record<string, string>): void {
    const { rateLimits } = this.#state;
    const before = rateLimits.read(token.value, token.kind);
    const free = route?.operation.id === 'rate-limit/get';
    const after = free ? before : rateLimits.spend(token.value, token.kind);
    Object.assign(rate, rateLimitHeaders(after));
    if (before.remaining === 0 && !free) {
      throw new ApiError(403, 'API rate limit exceeded for installation.', {
        documentationUrl: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      });
    }
  }

  #subject(request: ApiRequest, { operation, path }: Route, repo: Repository | undefined): Subject {
    const comment = operation.id.endsWith('-comment') ? repo?.comments.get(Number(path.comment_id)) : undefined;
    const number = path.issue_number === undefined ? comment?.number : Number(path.issue_number);
    const issue = number === undefined ? undefined : repo?.issues.get(number);
    const conversation = issue === undefined ? undefined : issue.pull === undefined ? 'issue' : 'pull';
    return { repo, conversation, media: mediaOf(request.headers.accept) };
  }

  async #run(request: ApiRequest, { route, token, repo }: Handled): Promise<Answer> {
    const { operation } = route;
    const path = this.#checks.path(operation, route.path);
    if (!path.ok) throw notFound();
    const query = this.#checks.query(operation, Object.fromEntries(request.query));
    if (!query.ok) throw this.#refuse(request, query.problems);
    const body = isUpload(operation) ? undefined : this.#body(request, operation);
    const context = {
      state: this.#state,
      token,
      path: path.value,
      query: query.value,
      body,
      media: mediaOf(request.headers.accept),
      raw: request.body,
      contentType: request.headers['content-type'] ?? '',
    };
    return dispatch(operation, context, repo);
  }

  #body(request: ApiRequest, operation: Operation): unknown {
    if (operation.body?.schema === undefined) return undefined;
    const value = parseBody(request.body);
    const checked = this.#checks.body(operation, value);
    if (!checked.ok) throw this.#refuse(request, checked.problems);
    return value;
  }

  #refuse(request: ApiRequest, problems: Parameters<typeof requestError>[0]): ApiError {
    for (const field of unknownFields(problems)) {
      this.mistakes.unknownFields.push(`${request.method} ${request.path}: ${field}`);
    }
    return requestError(problems);
  }

  async #render(request: ApiRequest, { route, repo }: Handled, answer: Answer): Promise<Reply> {
    switch (answer.kind) {
      case 'json':
        return this.#json(request, route.operation, answer.status, answer.body, {});
      case 'list': {
        const page = pageOf(Object.fromEntries(numbers(request.query)), answer.usualSize);
        const address = new URL(`${this.#state.addresses.api}${numericPath(request.path, repo)}?${request.query}`);
        const link = linkHeader(address, page, answer.total);
        const headers: Record<string, string> = link === undefined ? {} : { link };
        return this.#json(request, route.operation, 200, await answer.read(page), headers);
      }
      case 'empty':
        return { status: answer.status, headers: {}, body: '' };
      case 'content':
        return conditional(
          { status: 200, headers: { 'content-type': answer.type }, body: answer.body },
          request.headers['if-none-match'],
        );
      case 'redirect':
        return { status: 302, headers: { location: answer.location }, body: '' };
    }
  }

  #json(
    request: ApiRequest,
    operation: Operation,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Reply {
    const checked = operation.answers.has(status)
      ? this.#checks.answer(operation, status, body)
      : { ok: false as const, problems: [] };
    if (!checked.ok) {
      const [problem] = checked.problems;
      const what =
        problem === undefined ? `the status ${status} is not described` : `${problem.instancePath} ${problem.message}`;
      this.mistakes.wrongAnswers.push(`${operation.id}: ${what}`);
      throw new ApiError(500, `The emulator's answer to ${operation.id} does not fit GitHub's description: ${what}.`);
    }
    const reply = jsonReply(status, body, { ...bodyHeaders(status, body), ...headers });
    return conditional(reply, request.method === 'GET' ? request.headers['if-none-match'] : undefined);
  }
}

/** The operations are typed from the same description against which the request has just been checked. */
function dispatch(operation: Operation, context: object, repo: Repository | undefined): Answer | Promise<Answer> {
  const routes: Readonly<Record<string, unknown>> = repo === undefined ? GLOBAL_ROUTES : REPOSITORY_ROUTES;
  const handler = routes[operation.id];
  if (typeof handler !== 'function')
    throw new Error(`The emulator describes ${operation.id} but has no handler for it.`);
  return repo === undefined ? handler(context) : handler({ ...context, repo });
}

function isUpload({ id }: Operation): boolean {
  return id === 'repos/upload-release-asset';
}

/** Versions of the API that a client may ask for. */
const VERSIONS = new Set(['2022-11-28', '2026-03-10']);

function checkVersion(version: string | undefined): void {
  if (version !== undefined && !VERSIONS.has(version)) throw badRequest(`"${version}" is not a valid API version.`);
}

function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw badRequest('Problems parsing JSON');
  }
  if (!isObject(value)) throw badRequest('Body should be a JSON object');
  return value;
}

function numbers(query: URLSearchParams): [string, number][] {
  return ['page', 'per_page'].flatMap((name): [string, number][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, Number(value)]];
  });
}

function operationHeaders(route: Route | undefined): Record<string, string> {
  const accepted = route === undefined ? undefined : acceptedHeader(route.operation);
  return {
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': '2022-11-28',
    ...(accepted === undefined ? {} : { 'x-accepted-github-permissions': accepted }),
  };
}

/** What GitHub repeats of the body in the header: the address of a new object, the time of the last change. */
function bodyHeaders(status: number, body: unknown): Record<string, string> {
  const url = asText(member(body, 'url'));
  const changed = asText(member(body, 'updated_at'));
  return {
    ...(status === 201 && url !== undefined ? { location: url } : {}),
    ...(status === 200 && changed !== undefined ? { 'last-modified': new Date(changed).toUTCString() } : {}),
  };
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...headers, ...reply.headers } };
}
