import { type SourceTree, TerraformError } from '@tollgate/terraform';

/**
 * Gives single lines of the files of a tree, from 1; undefined for what is not at hand. Lines of variables are not given: they
 * can hold secrets.
 */
export function sourceLines(tree: SourceTree): (file: string, line: number) => string | undefined {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? linesOf(tree, file);
    files.set(file, lines);
    return lines[line - 1];
  };
}

function linesOf(tree: SourceTree, file: string): readonly string[] {
  if (/\.tfvars(?:\.json)?$/.test(file)) return [];
  try {
    const bytes = tree.readFile(file);
    return bytes === undefined ? [] : Buffer.from(bytes).toString('utf8').split(/\r?\n/);
  } catch (error) {
    if (error instanceof TerraformError) return [];
    throw error;
  }
}
