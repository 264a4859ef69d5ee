import { writeFileSync } from 'node:fs';
import { type Format, formatReport, formats, type Report } from '@tollgate/reporting';
import { Option } from 'commander';
import { UsageError } from './error.ts';
import type { Terminal } from './terminal.ts';

export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
}

/** The options of every command that gives a decision. */
export const outputOptions: readonly Option[] = [
  new Option('--format <format>', 'how the result is written').choices(formats).default('text'),
  new Option('--output <file>', 'write the result to a file instead of standard output'),
];

/**
 * Writes a report in the format that was asked for.
 * @throws UsageError when the file cannot be written.
 */
export function writeReport(report: Report, options: OutputOptions, terminal: Terminal): void {
  const color = options.output === undefined && terminal.color;
  writeResult(formatReport(report, options.format, { color }), options.output, terminal);
}

/**
 * Writes a result to a file, or to standard output when there is none.
 * @throws UsageError when the file cannot be written.
 */
export function writeResult(text: string, output: string | undefined, terminal: Terminal): void {
  if (output === undefined) {
    terminal.writeOut(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot write the result to ${output}: ${reason}. Give another file with --output.`);
  }
}
