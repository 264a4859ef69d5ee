import { type Page, slicePage } from './pagination.ts';

/** What an operation answers; the server turns it into bytes and headers. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'list';
      readonly total: number;
      readonly read: (page: Page) => Promise<unknown>;
      /** Items of a page when the client does not say; without it GitHub's 30. */
      readonly usualSize?: number;
    }
  | { readonly kind: 'empty'; readonly status: number }
  | { readonly kind: 'content'; readonly type: string; readonly body: string | Buffer }
  | { readonly kind: 'redirect'; readonly location: string };

/** 200 with JSON, or another status. */
export function json(body: unknown, status = 200): Answer {
  return { kind: 'json', status, body };
}

/** 201 with JSON. */
export function created(body: unknown): Answer {
  return json(body, 201);
}

/** 204. */
export const NO_CONTENT: Answer = { kind: 'empty', status: 204 };

/** 200 with something else than JSON. */
export function content(type: string, body: string | Buffer): Answer {
  return { kind: 'content', type, body };
}

/** 302. */
export function redirect(location: string): Answer {
  return { kind: 'redirect', location };
}

/** listed gives a list page by page; only the items of the page asked for are rendered. */
export function listed<T>(items: readonly T[], render: (item: T) => unknown): Answer {
  return {
    kind: 'list',
    total: items.length,
    read: (page) => Promise.all(slicePage(items, page).map(render)),
  };
}

/** listedAs gives a list inside an object, as `{ total_count, check_runs: [...] }`. */
export function listedAs<T>(
  name: string,
  items: readonly T[],
  render: (item: T) => unknown,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  return {
    kind: 'list',
    total: items.length,
    read: async (page) => ({
      ...more,
      total_count: items.length,
      [name]: await Promise.all(slicePage(items, page).map(render)),
    }),
  };
}
