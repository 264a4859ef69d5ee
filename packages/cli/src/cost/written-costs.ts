import { decide } from '@tollgate/policy-engine';
import { type PricedRun, type PricingFiles, reportEvidence, sourceNames } from '@tollgate/pricing';
import { type Format, formatReport, formats, jsonParts } from '@tollgate/reporting';
import { resourceViews, type WantedRoot } from '@tollgate/resources';
import { UsageError } from '../error.ts';
import type { Result } from '../output.ts';
import { moduleLookup } from '../resources/module-lookup.ts';
import { titleOf } from '../resources/title.ts';
import type { Terminal } from '../terminal.ts';
import { costCsv } from './cost-csv.ts';
import { costText } from './cost-text.ts';
import { explanationText } from './explanation-text.ts';
import type { FoundCosts } from './judge-costs.ts';

/** The formats of the command: those of every decision, and one for spreadsheets. */
export const costFormats: readonly string[] = [...formats, 'csv'];

/** How costs are to be written. */
export interface WrittenCostsOptions {
  readonly format: Format | 'csv';
  readonly explain?: string;
  readonly output?: string;
  readonly workspace?: string;
  readonly ref?: string;
  readonly roots: readonly WantedRoot[];
  readonly files: PricingFiles;
}

/**
 * Writes what the command found, in parts where it may be large: costs alone as a report, a change or what policies say as a decision
 * with its evidence.
 * @throws UsageError for a format that does not go with it.
 */
export function writtenCosts(found: FoundCosts, options: WrittenCostsOptions, terminal: Terminal): Result {
  const { format, explain, output, files } = options;
  const color = output === undefined && terminal.color;
  const { run, judged } = found;
  if (explain !== undefined) return explanationText(run.report, explain, files);
  if (format === 'csv') return costCsv(run.report);
  if (format === 'json') return jsonParts(documentOf(found));
  if (judged !== null) return formatReport(judged, format, { color });
  if (format === 'text') {
    return costText(run.report, {
      title: titleOfRun(run, options),
      color,
      moduleOf: moduleLookup(run.commented.flatMap(({ input }) => resourceViews(input))),
      sourceName: sourceNames(files),
    });
  }
  if (format === 'sarif' || format === 'junit') {
    throw new UsageError(`--format ${format} tells what policies say. Name policies with --policy, or another format.`);
  }
  return formatReport({ decision: decide([]), evidence: reportEvidence(run.report) }, format, { color });
}

/** A change, or a report, with the decision where policies judged. */
function documentOf({ run, judged, isCompared }: FoundCosts): object {
  const document = isCompared ? run.change : run.report;
  return judged === null || judged.decision.policies.length === 0
    ? document
    : { ...document, decision: judged.decision };
}

/** What the cost is of: `infra`, `plan plan.json`, `3 root modules`. */
function titleOfRun({ commented }: PricedRun, { roots, ...options }: WrittenCostsOptions): string {
  const [root, ...others] = roots;
  const [found] = commented;
  if (root === undefined || found === undefined || others.length > 0) return `${roots.length} root modules`;
  return titleOf({ input: found.input, folder: root.name }, options);
}
