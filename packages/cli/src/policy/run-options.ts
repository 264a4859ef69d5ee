import { type ImportedFile, importedBefore, importedExceptions, importedFile } from '@tollgate/resources';
import type { ResourcesRun } from '@tollgate/tags';
import { Option } from 'commander';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/** What a run is about. */
export interface RunOptions {
  readonly now?: string;
  readonly repository?: string;
  readonly commit?: string;
  readonly environment?: string;
  readonly importExceptions?: readonly string[];
  /** The commit before the change, for commands that know one. */
  readonly base?: string;
}

/** The options of every command that weighs exceptions. */
export function runOptions(): readonly Option[] {
  return [
    new Option('--now <date>', 'day of the run, which decides what has expired; today unless given'),
    new Option('--repository <owner/name>', 'repository of the run, for exceptions that name one'),
    new Option('--commit <hash>', 'commit that is judged: overrides count for the commit that they approve'),
    new Option(
      '--import-exceptions <format:file>',
      'exceptions of another tool: list:FILE, sarif:FILE or trivyignore:FILE; may be given many times',
    ).argParser((text: string, given: readonly string[] = []) => [...given, text]),
  ];
}

/**
 * Gives what the run is about, with what the environment of a workflow tells where the options do not.
 * @throws PolicyEngineError for mistakes in foreign files of exceptions.
 */
export async function resourcesRun(options: RunOptions, terminal: Terminal): Promise<ResourcesRun> {
  const { now = terminal.today, environment, commit, base } = options;
  const { workingFolder } = terminal;
  const files = (options.importExceptions ?? []).map(importOption);
  return {
    now,
    repository: options.repository ?? terminal.environment.GITHUB_REPOSITORY ?? null,
    environment: environment ?? null,
    commit: commit ?? null,
    imported: await importedExceptions(files, workingFolder),
    ...(base === undefined ? {} : { importedBefore: await importedBefore(files, base, workingFolder) }),
  };
}

function importOption(name: string): ImportedFile {
  const file = importedFile(name);
  if (file !== undefined) return file;
  throw new UsageError(
    `--import-exceptions needs a format and a file, and "${name}" is none. Write for example --import-exceptions sarif:report.sarif.`,
  );
}
