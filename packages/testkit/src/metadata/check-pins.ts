import type { Problem } from './problem.ts';
import { type Place, readWorkflow } from './workflow-document.ts';

/**
 * checkPins finds the actions and reusable workflows of others that a workflow does not pin: by the full commit SHA
 * with the version as a comment behind it, or a container image by its digest. A tag can be moved to other code.
 */
export async function checkPins(text: string, file: string): Promise<Problem[]> {
  const lines = text.split('\n');
  const jobs = await readWorkflow(text, file);
  return jobs
    .flatMap((job) => [...job.steps.map(({ uses }) => uses), ...(job.calls === undefined ? [] : [job.calls])])
    .flatMap((uses) => {
      const message = whyNotPinned(uses, lines[uses.line - 1] ?? '');
      return message === undefined ? [] : [{ file, line: uses.line, column: uses.column, message }];
    });
}

function whyNotPinned({ text, column }: Place, line: string): string | undefined {
  if (['./', '$/', 'tollgate/tollgate/'].some((own) => text.startsWith(own))) return undefined;
  if (text.startsWith('docker://')) {
    return /@sha256:[0-9a-f]{64}$/.test(text) ? undefined : `'${text}' is not pinned: add '@sha256:' and its digest.`;
  }
  if (!/@[0-9a-f]{40}$/.test(text)) {
    return `'${text}' is not pinned: name the full commit SHA, with the version as a comment ('owner/name@<sha> # v1.2.3').`;
  }
  const rest = line.slice(line.indexOf(text, column - 1) + text.length);
  return /^['"]?\s+#\s*v?\d/.test(rest)
    ? undefined
    : `'${text}' does not say its version: add it as a comment ('# v1.2.3').`;
}
