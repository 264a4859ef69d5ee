import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type Baseline, baselineText, type Decision, documentsError, readBaseline } from '@tollgate/policy-engine';
import type { ResourcesRun } from '@tollgate/tags';
import { findRepository, gitTree, realPath } from '@tollgate/terraform';
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
    new Option('--baseline <file>', 'violations that are known and do not block, as --write-baseline writes them'),
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
  const path = resolve(terminal.workingFolder, file);
  if (!existsSync(path)) {
    throw new UsageError(`There is no baseline ${file}. Write it with --write-baseline ${file}.`);
  }
  const { exceptions } = await read(file, path);
  return { baseline: { exceptions, before: base === undefined ? [] : await before(file, path, base, terminal) } };
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

/** A baseline that was not there yet, or could not be read, let nothing pass. */
async function before(file: string, path: string, ref: string, { workingFolder }: Terminal) {
  const top = findRepository(realPath(workingFolder))?.top ?? realPath(workingFolder);
  const below = relative(top, realPath(path)).split(sep).join('/');
  const bytes = gitTree({ repository: workingFolder, ref }).readFile(below);
  return bytes === undefined ? [] : (await readBaseline({ file, text: new TextDecoder().decode(bytes) })).exceptions;
}
