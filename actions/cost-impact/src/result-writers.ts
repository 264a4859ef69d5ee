import type { GitHubReport } from '@tollgate/action-kit';
import { type ArrangedReport, toHtml, toMarkdown } from '@tollgate/reporting';

/** Writes the whole report as Markdown. */
export function wholeMarkdown({ placeUrl, ...report }: GitHubReport): string {
  return toMarkdown(withCommit(report), { limit: Number.POSITIVE_INFINITY, appendix: true, placeUrl });
}

/** Writes the whole report as a page that needs no network. */
export function wholePage({ placeUrl, ...report }: GitHubReport): string {
  return toHtml(withCommit(report), { placeUrl });
}

/** A file is read where nothing else says what it is about. */
function withCommit({ arranged, commit }: Pick<GitHubReport, 'arranged' | 'commit'>): ArrangedReport {
  return { ...arranged, footer: [commit, ...arranged.footer] };
}
