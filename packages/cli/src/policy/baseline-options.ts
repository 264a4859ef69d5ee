import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Baseline, baselineText, type Decision, documentsError, readBaseline } from '@tollgate/policy-engine';
import { knownViolations } from '@tollgate/resources';
import type { ResourcesRun } from '@tollgate/tags';
import { Option } from 'commander';
import { UsageError } from '../error.ts';
import { writeResult } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** Files of known violations. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** The options of commands that let known violations pass. */
export function baselineOptions(): readonly Option[] {
  return [
    new Option(
      '--baseline <file>',
      'violations that are known and do not block, as --write-baseline writes them: a file, or COMMIT:PATH',
    ),
    new Option('--write-baseline <file>', 'write the violations of this run to a file, and let them pass'),
  ];
}

/**
 * Reads the baseline of a run, and what it was in the commit before the change.
 * @throws UsageError when there is no such file, PolicyEngineError for mistakes in it.
 */
export async function baselineOfRun(
  { baseline: file }: BaselineOptions,
  base: string | undefined,
  terminal: Terminal,
): Promise<Pick<ResourcesRun, 'baseline'>> {
  if (file === undefined) return {};
  const known = await knownViolations(file, base ?? null, terminal);
  if (known === null) throw new UsageError(`There is no baseline ${file}. Write it with --write-baseline ${file}.`);
  return { baseline: known };
}

/**
 * Writes the violations of a decision as a baseline, which lasts as long as the file that was there before, unless that has expired; gives
 * what was written, ready to be judged with.
 * @throws UsageError when the file cannot be written.
 */
export async function writeBaseline(
  file: string,
  decision: Decision,
  now: string,
  terminal: Terminal,
): Promise<Pick<ResourcesRun, 'baseline'>> {
  const path = resolve(terminal.workingFolder, file);
  const old = existsSync(path) ? (await read(file, path)).expires : null;
  const { text, count } = baselineText(decision, { now, ...(old === null || old < now ? {} : { expires: old }) });
  writeResult(text, path, terminal);
  terminal.writeError(`Wrote ${count} ${count === 1 ? 'violation' : 'violations'} to ${file}.\n`);
  const { exceptions } = await readBaseline({ file, text });
  return { baseline: { exceptions, before: exceptions } };
}

async function read(file: string, path: string): Promise<Baseline> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot read the baseline ${file}: ${reason}. Give another file.`);
  }
  const baseline = await readBaseline({ file, text });
  if (baseline.problems.length > 0) throw documentsError(baseline.problems);
  return baseline;
}
