import type { EventContext } from '@tollgate/github';
import { type ArrangedReport, arrange, type MarkdownOptions, type Report, toMarkdown } from '@tollgate/reporting';

/** Writes a report as Markdown of at most so many characters, for a place on GitHub. */
export type MarkdownWriter = (limit: number) => string;

/** A report as GitHub shows it: places linked to the commit that was judged, and the run among the sources. */
export interface GitHubReport {
  readonly arranged: ArrangedReport;
  readonly markdown: MarkdownWriter;
}

/** Arranges a report for GitHub. */
export function githubReport(report: Report, event: EventContext): GitHubReport {
  const arranged = arrange(report);
  const withRun: ArrangedReport = {
    ...arranged,
    footer: [...arranged.footer, [{ kind: 'link', text: 'run', url: event.runUrl }]],
  };
  const options: Omit<MarkdownOptions, 'limit'> = {
    placeUrl: (file, startLine, endLine) => placeUrl(event, file, startLine, endLine ?? startLine),
    whole: { title: 'the run', url: event.runUrl },
  };
  return { arranged: withRun, markdown: (limit) => toMarkdown(withRun, { ...options, limit }) };
}

function placeUrl(
  { serverUrl, repository, sha }: EventContext,
  file: string,
  startLine: number,
  endLine: number,
): string {
  // Half of a character, as JSON of a stranger can have it, is no part of a URL.
  const path = file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const lines = endLine === startLine ? `L${startLine}` : `L${startLine}-L${endLine}`;
  return `${serverUrl}/${repository.owner}/${repository.name}/blob/${sha}/${path}#${lines}`;
}
