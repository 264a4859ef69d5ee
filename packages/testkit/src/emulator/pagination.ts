import { limit } from './limits.ts';

/** The page that a request asks for. */
export interface Page {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** pageOf reads `page` and `per_page` as GitHub does: out of range is brought into range, never refused. */
export function pageOf(
  query: { readonly page?: unknown; readonly per_page?: unknown },
  usual = limit('pageSize'),
): Page {
  const { page = 1, per_page: asked } = query;
  const most = limit('pageSizeMost');
  return {
    page: typeof page === 'number' ? Math.max(1, page) : 1,
    perPage: typeof asked === 'number' && asked >= 1 ? Math.min(asked, most) : usual,
  };
}

/** The items of one page. */
export function slicePage<T>(items: readonly T[], { page, perPage }: Page): T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

/**
 * linkHeader gives the `Link` header of a list, or undefined when one page holds it all.
 *
 * @param address address of the list with its other query parameters; GitHub names the repository by its number there
 */
export function linkHeader(address: URL, { page, perPage }: Page, total: number): string | undefined {
  const last = Math.max(1, Math.ceil(total / perPage));
  if (last === 1 && page === 1) return undefined;
  const link = (to: number, relation: string) => {
    const target = new URL(address);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(link(Math.min(page - 1, last), 'prev'));
  if (page < last) links.push(link(page + 1, 'next'), link(last, 'last'));
  if (page > 1) links.push(link(1, 'first'));
  return links.join(', ');
}
