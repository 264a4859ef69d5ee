import { arrange, type Report } from './arrange.ts';
import { type HtmlOptions, toHtml } from './html/page.ts';
import { toJson } from './json.ts';
import { toJUnit } from './junit.ts';
import { toMarkdown } from './markdown.ts';
import { type SarifOptions, toSarif } from './sarif/sarif.ts';
import { toTerminal } from './terminal.ts';

/** What writers of formats need to know besides the report. */
export interface FormatOptions {
  /** Whether text may have colours. */
  readonly color: boolean;
  readonly sarif?: SarifOptions;
  readonly html?: HtmlOptions;
}

type Writer = (report: Report, options: FormatOptions) => string;

/** Every format in which a report can be written, by the name that people give. */
const writers = {
  text: (report, { color }) => toTerminal(arrange(report), { color }),
  json: ({ decision }) => toJson(decision),
  markdown: (report) => toMarkdown(arrange(report), { limit: Number.POSITIVE_INFINITY, appendix: true }),
  html: (report, { html }) => toHtml(arrange(report), html),
  sarif: (report, { sarif }) => toSarif(report, sarif),
  junit: (report) => toJUnit(report),
} as const satisfies Readonly<Record<string, Writer>>;

export type Format = keyof typeof writers;

/** The names of all formats, as `--format` takes them. */
export const formats: readonly string[] = Object.keys(writers);

/**
 * Writes a report in a format.
 * @example formatReport(report, 'sarif', { color: false })
 */
export function formatReport(report: Report, format: Format, options: FormatOptions): string {
  return writers[format](report, options);
}
