import { readFileSync, statSync } from 'node:fs';
import { TerraformError, type VariableArgument } from '@tollgate/terraform';
import type { OpenedConfiguration } from './open-configuration.ts';

/** A variable as people give it: its value, or a file of variables. Of two values for one the last one counts. */
export type GivenVariable =
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  | { readonly kind: 'file'; readonly file: string };

/** Variables for an evaluation, and the files among them that are not in the tree. */
export interface FoundVariables {
  readonly arguments: readonly VariableArgument[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Finds the files of variables: at the first of the places on disk where the name of one can lead; in a commit first, when one is
 * read.
 * @throws TerraformError when there is no such file.
 */
export function findVariables(
  given: readonly GivenVariable[],
  { tree, pathOf }: Pick<OpenedConfiguration, 'tree' | 'pathOf'>,
  placesOf: (file: string) => readonly string[],
): FoundVariables {
  const files = new Map<string, Uint8Array>();
  const found = given.map((variable): VariableArgument => {
    if (variable.kind === 'value') return variable;
    for (const place of placesOf(variable.file)) {
      const path = pathOf(place);
      if (tree.readFile(path) !== undefined) return { kind: 'file', path };
      if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true) continue;
      files.set(path, readFileSync(place));
      return { kind: 'file', path };
    }
    throw new TerraformError(
      variable.file,
      `There is no file ${variable.file}. Give a file of variables by its path from here, or from the folder of the root module.`,
    );
  });
  return { arguments: found, files };
}
