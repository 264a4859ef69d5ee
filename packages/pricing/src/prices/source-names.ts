import { readFactTable } from '../facts/table.ts';
import type { PricingFiles } from '../pricing-files.ts';

/**
 * Gives the names of sources of prices by their code: `AP` is the price files behind the public pricing pages of AWS. A code that
 * the book does not explain stays as it is; `E2+AP` names both.
 */
export function sourceNames(files: PricingFiles): (code: string) => string {
  const place = 'book/sources.tsv';
  const table = readFactTable(place, files.read(place) ?? '');
  return (code) =>
    code
      .split('+')
      .map((each) => table.row(each)?.source ?? each)
      .join(', and ');
}
