import type { Evaluation } from '@tollgate/terraform';
import { UsageError } from '../error.ts';
import { diagnosticsText } from '../evaluation/diagnostic-text.ts';
import type { OpenedFolder } from '../evaluation/open-folder.ts';
import { sourceLines } from '../evaluation/source-lines.ts';

/** @throws UsageError with what is wrong in a configuration: then nothing is judged. */
export function refuseErrors({ diagnostics }: Evaluation, { tree, nameOf }: OpenedFolder): void {
  if (diagnostics.every(({ severity }) => severity !== 'error')) return;
  const text = diagnosticsText(diagnostics, { color: false, lineOf: sourceLines(tree), nameOf });
  throw new UsageError(`${text.trimEnd()}\nNothing was judged: mend the configuration first.`);
}
