import { RunnerError } from '../errors.ts';

/** A larger step summary is dropped, in bytes (actions/runner FileCommandManager.cs, AttachmentSizeLimit). */
export const MAX_SUMMARY_BYTES = 1_048_576;

/** Names that GITHUB_ENV may not set (actions/runner FileCommandManager.cs, _setEnvBlockList). */
export const REFUSED_VARIABLES: readonly string[] = ['NODE_OPTIONS'];

/** The files that a process writes to, and the suffix of the variable that names each (GITHUB_…). */
export const COMMAND_FILES = ['path', 'env', 'step_summary', 'state', 'output'] as const;

export type CommandFile = (typeof COMMAND_FILES)[number];

/** decodeFile reads a file as .NET does: a byte order mark decides between UTF-8 and UTF-16, and is left out. */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/**
 * readPairs gives the `name=value` and `name<<DELIMITER` entries of a command file one by one, so that what stands
 * before a mistake counts (EnvFileKeyValuePairs in actions/runner FileCommandManager.cs). Only "\n" ends a line on
 * Linux: a "\r" before it belongs to the value. Throws at the first mistake.
 */
export function* readPairs(text: string): Generator<[name: string, value: string]> {
  let position = 0;
  const nextLine = (): { text: string; ended: boolean } | null => {
    if (position >= text.length) return null;
    const end = text.indexOf('\n', position);
    const line = { text: text.slice(position, end < 0 ? text.length : end), ended: end >= 0 };
    position = end < 0 ? text.length : end + 1;
    return line;
  };

  for (let line = nextLine(); line !== null; line = nextLine()) {
    if (line.text === '') continue;
    const equals = line.text.indexOf('=');
    const heredoc = line.text.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)];
      continue;
    }
    if (heredoc < 0) throw new RunnerError(`Invalid format '${line.text}'`);
    const name = line.text.slice(0, heredoc);
    const delimiter = line.text.slice(heredoc + 2);
    if (name === '' || delimiter === '') {
      throw new RunnerError(`Invalid format '${line.text}'. Name must not be empty and delimiter must not be empty`);
    }
    const start = position;
    let end = position;
    for (let part = nextLine(); part?.text !== delimiter; part = nextLine()) {
      if (part === null) throw new RunnerError(`Invalid value. Matching delimiter not found '${delimiter}'`);
      if (!part.ended) throw new RunnerError('Invalid value. EOF marker missing new line.');
      end = position - 1;
    }
    yield [name, text.slice(start, end)];
  }
}

/** readPathLines gives the folders of GITHUB_PATH; empty lines do not count. */
export function readPathLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '');
}
