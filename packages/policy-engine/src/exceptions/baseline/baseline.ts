import type { Problem } from '../../problem.ts';
import type { Exception } from '../exception.ts';
import type { ImportFile } from '../imports/import-exceptions.ts';

/** Violations that were known on a day, each as an exception from one rule for one subject. */
export interface Baseline {
  readonly exceptions: readonly Exception[];
  /** The last day on which they do not block, in UTC; null when the file cannot be read. */
  readonly expires: string | null;
  readonly problems: readonly Problem[];
}

/** The id of every exception of a baseline. */
export const baselineId = 'baseline';

/**
 * readBaseline reads a file of known violations, as `baselineText` writes it. With a problem none of it counts. What it takes to read
 * is loaded with the first call. Published schema: `schema/baseline.json`.
 */
export async function readBaseline(file: ImportFile): Promise<Baseline> {
  return (await import('./baseline-file.ts')).readBaselineFile(file);
}
