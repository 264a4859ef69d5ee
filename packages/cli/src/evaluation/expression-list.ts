import { readFileSync } from 'node:fs';
import { UsageError } from '../error.ts';

/** More expressions than this are not read from one file. */
const maxExpressions = 100_000;

/**
 * Reads the file of `--expressions`: a JSON array of texts; `-` is standard input.
 * @throws UsageError when it is something else.
 */
export function readExpressionList(file: string): readonly string[] {
  const refuse = (problem: string) =>
    new UsageError(
      `Cannot read the expressions in ${file}: ${problem}. Write a JSON array of texts, such as ["1 + 1", "var.region"].`,
    );
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse('it is not JSON');
    throw refuse(
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : String(error),
    );
  }
  if (!Array.isArray(list)) throw refuse('it is no array');
  if (list.length > maxExpressions) throw refuse(`it has more than ${maxExpressions} of them`);
  return list.map((item: unknown, index) => {
    if (typeof item !== 'string') throw refuse(`item ${index + 1} is no text`);
    return item;
  });
}
