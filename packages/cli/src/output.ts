import { closeSync, openSync, writeFileSync } from 'node:fs';
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

/** What a command writes: a text, or its parts. */
export type Result = string | Iterable<string>;

/**
 * Writes a result to a file, or to standard output when there is none.
 * @throws UsageError when the file cannot be written.
 */
export function writeResult(result: Result, output: string | undefined, terminal: Terminal): void {
  const texts = typeof result === 'string' ? [result] : chunksOf(result);
  if (output === undefined) {
    for (const text of texts) terminal.writeOut(text);
    return;
  }
  try {
    const file = openSync(output, 'w');
    try {
      for (const text of texts) writeFileSync(file, text);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot write the result to ${output}: ${reason}. Give another file with --output.`);
  }
}

/** A write takes longer than a part does, so several are written at once; few enough that their text is soon let go of. */
const chunkLength = 32 * 1024;

function* chunksOf(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
