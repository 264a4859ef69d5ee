/** A request that the emulator has got, in the order of arrival. */
export interface LoggedRequest {
  readonly method: string;
  /** Path of the API without its address, or of git. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The credentials as sent, without their scheme. */
  readonly token: string | undefined;
  /** Parsed when it is JSON; undefined when there was none, and for git. */
  body: unknown;
  /** Undefined while there is no answer: a timeout, a connection cut before the work. */
  status: number | undefined;
  /** For example `issues/create-comment`. */
  operationId: string | undefined;
}
