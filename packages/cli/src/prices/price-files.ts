import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PricingFiles, pricingFolder } from '@tollgate/pricing';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Opens the price book that comes with the command.
 * @throws UsageError when it is not there.
 */
export function openPriceFiles({ pricesFolder }: Terminal): PricingFiles {
  const files = pricingFolder(pricesFolder);
  if (files.read('book/sources.tsv') === null) {
    throw new UsageError('The price book is not beside the command. Install the release again, or build the clone.');
  }
  return files;
}

/** Lists the shards of the price book: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export function bookShards({ pricesFolder }: Terminal): readonly string[] {
  return readdirSync(join(pricesFolder, 'book'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsv') && entry.name !== 'sources.tsv')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(pricesFolder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
