import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { VariableArgument } from '@tollgate/terraform';
import { UsageError } from '../error.ts';
import type { OpenedConfiguration } from './open-configuration.ts';

/** `--var` and `--var-file` as they were given, in their order. */
export type VariableOption =
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: string };

/**
 * Reads `NAME=VALUE`.
 * @throws UsageError when there is no equals sign.
 */
export function variableOption(text: string): VariableOption {
  const [, name, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined || name.trim() === '') {
    throw new UsageError(
      `--var needs a name and a value, and "${text}" is none. Write for example --var region=eu-west-1.`,
    );
  }
  return { kind: 'value', name: name.trim(), text: value };
}

/** Variables for an evaluation, and the files among them that are not in the tree. */
export interface GivenVariables {
  readonly arguments: readonly VariableArgument[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Finds the files of variables: from where the command runs, or else from the folder of the configuration; in a commit first,
 * when one is read.
 * @throws UsageError when there is no such file.
 */
export function givenVariables(
  options: readonly VariableOption[],
  { tree, folderOnDisk, pathOf }: OpenedConfiguration,
  workingFolder: string,
): GivenVariables {
  const files = new Map<string, Uint8Array>();
  const given = options.map((option): VariableArgument => {
    if (option.kind === 'value') return option;
    const places = [resolve(workingFolder, option.file), resolve(folderOnDisk, option.file)];
    for (const place of places) {
      const path = pathOf(place);
      if (tree.readFile(path) !== undefined) return { kind: 'file', path };
      if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true) continue;
      files.set(path, readFileSync(place));
      return { kind: 'file', path };
    }
    throw new UsageError(`There is no file ${option.file}. Give the file of variables with --var-file.`);
  });
  return { arguments: given, files };
}
