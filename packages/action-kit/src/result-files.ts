import { join } from 'node:path';
import { toJson } from '@tollgate/reporting';
import type { GitHubReport } from './github-report.ts';
import { writeResultFile } from './result-file.ts';
import type { ResultFormat } from './result-format.ts';
import type { GateResult } from './run.ts';

/** The files that a result is written to. */
export interface ResultFiles {
  /** Names the result. */
  readonly name: string;
  /** From the workspace; empty for one of the gate's own. */
  readonly json: string;
  readonly formats: readonly ResultFormat[];
}

/**
 * Writes a result as JSON where later steps of the job find it, and in what other formats were asked for. Gives the paths by
 * output: one for each format that the gate offers.
 * @throws ActionError when a file cannot be written.
 */
export async function writeResultFiles(
  { report, document }: GateResult<string>,
  { name, json: given, formats }: ResultFiles,
  github: GitHubReport,
): Promise<Readonly<Record<string, string>>> {
  const folder = process.cwd();
  const json = given === '' ? ownFile(name) : given;
  writeResultFile(json, toJson(document ?? report.decision), folder);
  for (const { file, write } of formats) if (file !== '') writeResultFile(file, await write(report, github), folder);
  return { report: json, ...Object.fromEntries(formats.map((format) => [`${format.name}-file`, format.file])) };
}

function ownFile(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase();
  return join(process.env.RUNNER_TEMP ?? '.', 'tollgate', `${plain}.json`);
}
