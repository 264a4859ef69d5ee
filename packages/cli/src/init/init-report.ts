import type { GitFacts } from './look/git-facts.ts';
import type { ProviderUse } from './look/provider-use.ts';
import type { Survey, UnreadRoot } from './look/survey.ts';
import type { InitPlan, PlannedFile } from './plan/init-plan.ts';

/** What was found in a repository, and what was written into it. Published schema: `schema/init-report.json`. */
export interface InitReport {
  readonly kind: 'InitReport';
  readonly version: 1;
  readonly repository: GitFacts | null;
  readonly rootModules: Survey['roots'];
  readonly unread: readonly UnreadRoot[];
  readonly providers: readonly ProviderUse[];
  readonly usageFiles: readonly string[];
  readonly tools: readonly string[];
  /** The names of the gates that are set up. */
  readonly gates: readonly string[];
  /** Whether the new ones among the files were written. */
  readonly written: boolean;
  readonly files: readonly PlannedFile[];
  readonly notices: readonly string[];
}

/** Puts together what `--format json` shows. */
export function initReport(survey: Survey, { gates, files, notices }: InitPlan, written: boolean): InitReport {
  const { git, roots, unread, providers, usageFiles, tools } = survey;
  return {
    kind: 'InitReport',
    version: 1,
    repository: git,
    rootModules: roots,
    unread,
    providers,
    usageFiles,
    tools,
    gates: gates.map(({ name }) => name),
    written,
    files,
    notices,
  };
}
