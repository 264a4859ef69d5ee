import type { EventContext } from '@tollgate/github';
import type { Phrase } from '@tollgate/policy-engine';
import { type ArrangedReport, arrange, type MarkdownOptions, type Report, toMarkdown } from '@tollgate/reporting';

/** Writes a report as Markdown of at most so many characters, for a place on GitHub. */
export type MarkdownWriter = (limit: number) => string;

/** A report as GitHub shows it: places linked to the commit that was judged, and the run among the sources. */
export interface GitHubReport {
  readonly arranged: ArrangedReport;
  readonly markdown: MarkdownWriter;
  /** Gives the address of a place in the commit that was judged. */
  readonly placeUrl: (file: string, startLine: number, endLine?: number) => string;
  /** The commit that was judged, with its repository, for a report that is read elsewhere. */
  readonly commit: Phrase;
}

/** A commit as people write it. */
export const shortCommit = 12;

/** Arranges a report for GitHub. */
export function githubReport(report: Report, event: EventContext): GitHubReport {
  const arranged = arrange(report);
  const withRun: ArrangedReport = {
    ...arranged,
    footer: [...arranged.footer, [{ kind: 'link', text: 'run', url: event.runUrl }]],
  };
  const urlOf: GitHubReport['placeUrl'] = (file, startLine, endLine = startLine) =>
    placeUrl(event, file, startLine, endLine);
  const options: Omit<MarkdownOptions, 'limit'> = {
    placeUrl: urlOf,
    whole: { title: 'the run', url: event.runUrl },
  };
  return {
    arranged: withRun,
    markdown: (limit) => toMarkdown(withRun, { ...options, limit }),
    placeUrl: urlOf,
    commit: commitPhrase(event),
  };
}

function commitPhrase({ serverUrl, repository: { owner, name }, sha }: EventContext): Phrase {
  const text = `commit ${sha.slice(0, shortCommit)} of ${owner}/${name}`;
  return [{ kind: 'link', text, url: `${serverUrl}/${owner}/${name}/commit/${sha}` }];
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
