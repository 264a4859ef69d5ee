import type { Json, JsonObject } from './json.ts';

/** One entry of `errors` in GitHub's 422 "Validation Failed". */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  /** missing, missing_field, invalid, already_exists, unprocessable, custom. */
  readonly code: string;
  readonly message?: string;
  readonly value?: string | number | null;
}

/** An answer that is an error, thrown by whatever finds it and sent in GitHub's shape. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Page of GitHub's documentation; without it the page of the operation is named. */
  readonly documentationUrl: string | undefined;

  constructor(
    status: number,
    message: string,
    more: { errors?: Json; headers?: Readonly<Record<string, string>>; documentationUrl?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
    this.documentationUrl = more.documentationUrl;
  }
}

/** The body of an error as GitHub sends it. */
export function errorBody(error: ApiError, documentationUrl: string): JsonObject {
  return {
    message: error.message,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    documentation_url: error.documentationUrl ?? documentationUrl,
    status: String(error.status),
  };
}

/** 404, also for what the token may not know. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 400 for a body that cannot be read. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, message);
}

/** 422 with the fields at fault. */
export function validationFailed(...errors: readonly FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', { errors: errors.map((error) => ({ ...error })) });
}

/** 422 with one sentence, as the git data operations give it. */
export function unprocessable(message: string): ApiError {
  return new ApiError(422, message);
}

/** 422 "Unprocessable Entity" with sentences, as reviews give it. */
export function unprocessableEntity(...sentences: readonly string[]): ApiError {
  return new ApiError(422, 'Unprocessable Entity', { errors: sentences });
}

/** 403 with GitHub's sentence. */
export function forbidden(message: string, headers: Readonly<Record<string, string>> = {}): ApiError {
  return new ApiError(403, message, { headers });
}

/** 409. */
export function conflict(message: string, errors?: Json): ApiError {
  return new ApiError(409, message, errors === undefined ? {} : { errors });
}

/** 401 for a missing or wrong token. */
export function unauthorized(message: 'Bad credentials' | 'Requires authentication'): ApiError {
  return new ApiError(
    401,
    message,
    message === 'Bad credentials' ? { documentationUrl: 'https://docs.github.com/rest' } : {},
  );
}
