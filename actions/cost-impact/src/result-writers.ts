import { arrange, type Report, toHtml, toMarkdown } from '@tollgate/reporting';

/** Writes the whole report as Markdown. */
export function wholeMarkdown(report: Report): string {
  return toMarkdown(arrange(report), { limit: Number.POSITIVE_INFINITY, appendix: true });
}

/** Writes the whole report as a page that needs no network. */
export function wholePage(report: Report): string {
  return toHtml(arrange(report));
}
