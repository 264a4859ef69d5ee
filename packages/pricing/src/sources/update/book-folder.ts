import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type RateFamily, readFamilies } from '../../families/rate-family.ts';
import type { BookTexts } from './book-prices.ts';

/** Reads the shards of the price book in a folder of data; none when it has no book. */
export function readBookFolder(data: string): BookTexts {
  const paths = filesBelow(join(data, 'book'), '.tsv').filter((path) => path !== 'sources.tsv');
  return new Map(paths.map((path) => [`book/${path}`, readFileSync(join(data, 'book', path), 'utf8')]));
}

/** Reads the rate families that are declared in a folder of data. @throws PricingError for one that is declared wrong. */
export function readFamiliesFolder(data: string): readonly RateFamily[] {
  return filesBelow(join(data, 'families'), '.yaml').flatMap((path) =>
    readFamilies(`families/${path}`, readFileSync(join(data, 'families', path), 'utf8')),
  );
}

/**
 * Writes shards into a folder of data. All new texts are on the disk before the first one takes its place: what goes wrong before
 * that leaves the book as it was, and after it every shard is whole, old or new.
 */
export function writeBookFolder(data: string, shards: BookTexts, removed: readonly string[]): void {
  const written = [...shards.keys()].map((path) => ({ path: join(data, path), draft: `${join(data, path)}.new` }));
  try {
    for (const [path, text] of shards) {
      mkdirSync(dirname(join(data, path)), { recursive: true });
      writeFileSync(`${join(data, path)}.new`, text);
    }
  } catch (error) {
    for (const { draft } of written) rmSync(draft, { force: true });
    throw error;
  }
  for (const { path, draft } of written) renameSync(draft, path);
  for (const path of removed) rmSync(join(data, path), { force: true });
}

/** Paths with slashes, in a fixed order. */
function filesBelow(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(ending))
      .map((path) => path.split(sep).join('/'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
