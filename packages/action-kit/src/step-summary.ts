import { summary, warning } from '@actions/core';
import { describeFailure } from '@tollgate/github';
import { visible } from '@tollgate/reporting';

/** A quarter of the size above which the runner drops a step summary (1 MiB): a character can take four bytes. */
export const summaryLimit = 1_048_576 / 4;

/** Writes the step summary; a warning tells when that cannot be done. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch (error) {
    warning(visible(`The step summary could not be written: ${describeFailure(error)}. The verdict is not affected.`));
  }
}
