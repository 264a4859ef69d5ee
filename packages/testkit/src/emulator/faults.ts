/** Which requests a fault meets. */
export interface FaultScope {
  /** For example `POST`; without it every method. */
  readonly method?: string;
  /**
   * Path of the API (`/repos/acme/infra/issues/1/comments`) or of git (`/acme/infra.git/info/refs`), without the query.
   * In a text `*` stands for one part and `**` for any number of parts. Without it every path.
   */
  readonly path?: string | RegExp;
  /** How many requests it meets. Default 1; `Infinity` is an outage. */
  readonly times?: number;
  /** How many matching requests pass before. Default 0. */
  readonly after?: number;
}

/** What goes wrong. */
export type FaultKind =
  /** The hour's allowance is used up. */
  | { readonly kind: 'primary-rate-limit'; readonly status?: 403 | 429; readonly resetInSeconds?: number }
  /** Too many requests at once, or too much written. */
  | { readonly kind: 'secondary-rate-limit'; readonly status?: 403 | 429; readonly retryAfterSeconds?: number }
  /** A 5xx, as GitHub's HTML page or as JSON. Nothing is written. */
  | { readonly kind: 'server-error'; readonly status?: number; readonly body?: 'html' | 'json' }
  /** The connection stays open and silent until the emulator is closed. Nothing is written. */
  | { readonly kind: 'timeout' }
  /** The connection is cut before the request is worked on: nothing is written. */
  | { readonly kind: 'lost-before' }
  /** The connection is cut after the request is worked on: what it writes is written. */
  | { readonly kind: 'lost-after' }
  /** The answer waits until the test calls `release`. */
  | { readonly kind: 'slow' }
  /** The answer stops in the middle. */
  | { readonly kind: 'truncated' }
  /** The answer is no valid JSON. */
  | { readonly kind: 'malformed-json' };

export type Fault = FaultScope & FaultKind;

/** A fault that was asked for. */
export interface FaultHandle {
  /** How many requests it has met. */
  readonly hits: number;
  /** Settles when it meets its first request. */
  readonly arrived: Promise<void>;
  /** Lets slow answers go, those that wait and those to come. */
  release(): void;
  /** Takes the fault away. */
  remove(): void;
}

/** A fault that meets a request. */
export interface MetFault {
  readonly fault: Fault;
  /** Settles when a slow answer may go. */
  readonly released: Promise<void>;
}

interface ActiveFault {
  readonly fault: Fault;
  readonly matches: (method: string, path: string) => boolean;
  seen: number;
  hits: number;
  readonly arrive: () => void;
  readonly released: Promise<void>;
  readonly release: () => void;
}

/** The faults of one emulator. */
export class Faults {
  readonly #active: ActiveFault[] = [];

  add(fault: Fault): FaultHandle {
    const arrival = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const active: ActiveFault = {
      fault,
      matches: matcherOf(fault),
      seen: 0,
      hits: 0,
      arrive: arrival.resolve,
      released: release.promise,
      release: release.resolve,
    };
    this.#active.push(active);
    return {
      get hits() {
        return active.hits;
      },
      arrived: arrival.promise,
      release: active.release,
      remove: () => {
        const index = this.#active.indexOf(active);
        if (index >= 0) this.#active.splice(index, 1);
        active.release();
      },
    };
  }

  /** The fault that meets this request, if any; it counts as met. */
  meet(method: string, path: string): MetFault | undefined {
    for (const active of this.#active) {
      if (!active.matches(method, path)) continue;
      active.seen += 1;
      const { after = 0, times = 1 } = active.fault;
      if (active.seen <= after || active.hits >= times) continue;
      active.hits += 1;
      active.arrive();
      return { fault: active.fault, released: active.released };
    }
    return undefined;
  }

  /** Lets all slow answers go. */
  releaseAll(): void {
    for (const active of this.#active) active.release();
  }
}

function matcherOf({ method, path }: FaultScope): (method: string, path: string) => boolean {
  const expression = typeof path === 'string' ? globToExpression(path) : path;
  return (actualMethod, actualPath) =>
    (method === undefined || method.toUpperCase() === actualMethod) &&
    (expression === undefined || expression.test(actualPath));
}

function globToExpression(glob: string): RegExp {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`);
}
