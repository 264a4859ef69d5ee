import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CostReport, readCostReport } from '@tollgate/pricing';
import type { Base } from '@tollgate/resources';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/** What a cost is compared with: nothing, configuration, or a report that was saved. */
export interface ComparedWith {
  readonly base: Base | null;
  readonly saved: { readonly before: CostReport; readonly file: string } | null;
}

/**
 * Reads `--compare-to`: a file is a saved report, a folder another checkout or root module, and everything else a commit.
 * @throws UsageError for no name and for a file that cannot be read, PricingError for one that is no report.
 */
export function comparedWith(name: string | undefined, { workingFolder }: Terminal): ComparedWith {
  if (name === undefined) return { base: null, saved: null };
  // It would be the working folder, in which nothing differs.
  if (name === '') throw new UsageError('--compare-to names nothing. Give a commit, a folder or a report.');
  const found = statSync(resolve(workingFolder, name), { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { base: { kind: 'folder', folder: name }, saved: null };
  if (found === undefined && !name.endsWith('.json')) return { base: { kind: 'commit', ref: name }, saved: null };
  return { base: null, saved: { before: readCostReport(name, textOf(name, workingFolder)), file: name } };
}

function textOf(file: string, workingFolder: string): string {
  try {
    return readFileSync(resolve(workingFolder, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot read ${file} to compare with: ${reason}. Give a report that "tollgate cost --format json" wrote, a folder, or a commit.`,
    );
  }
}
