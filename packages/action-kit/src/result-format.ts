import type { Report } from '@tollgate/reporting';
import type { GitHubReport } from './github-report.ts';

/** A file that a gate's result is written to beside JSON, in one of the formats that the gate offers. */
export interface ResultFormat {
  /** As the input and the output `<name>-file` have it. */
  readonly name: 'sarif' | 'junit' | 'markdown' | 'html';
  /** From the workspace; empty for none. */
  readonly file: string;
  /** Writes the whole report. Its code is the action's, which then carries no format that it does not offer. */
  readonly write: (report: Report, github: GitHubReport) => Promise<string>;
}
