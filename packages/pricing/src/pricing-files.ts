import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The data of the library: shards of the price book (`book/aws/ebs.tsv`), facts (`facts/aws/ec2-types.tsv`), types and usage
 * keys. A run reads only what it needs.
 */
export interface PricingFiles {
  /** The text of a file, by its path with slashes; null when there is none. */
  read(path: string): string | null;
  /** The names of the files in a folder, in order; absent where files cannot be listed. Suggestions are made of them. */
  list?(folder: string): readonly string[];
}

/** The files in a folder: `packages/pricing/data` in the sources, `prices` beside a bundle. */
export function pricingFolder(folder: string): PricingFiles {
  const texts = new Map<string, string | null>();
  return {
    read(path) {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const text = readIfThere(join(folder, path));
      texts.set(path, text);
      return text;
    },
    list: (path) => namesIn(join(folder, path)),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
