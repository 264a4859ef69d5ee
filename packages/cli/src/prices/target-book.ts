import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BookTexts, type BookUpdate, readBookFolder, writeBookFolder } from '@tollgate/pricing';
import { UsageError } from '../error.ts';

/** The book that an update starts from, and how it is written. */
export interface TargetBook {
  readonly book: BookTexts;
  /** @throws UsageError when the folder cannot be written. */
  readonly write: (update: Pick<BookUpdate, 'shards' | 'removed'>) => void;
}

/** Opens the book in a folder; a folder without one gets the whole book of `origin` with the first update. */
export function openTargetBook(folder: string, origin: string): TargetBook {
  const own = readBookFolder(folder);
  const book = own.size > 0 ? own : readBookFolder(origin);
  return {
    book,
    write({ shards, removed }) {
      const texts = own.size > 0 ? shards : new Map([...book, ...shards].filter(([path]) => !removed.includes(path)));
      try {
        writeBookFolder(folder, texts, own.size > 0 ? removed : []);
        const sources = join('book', 'sources.tsv');
        if (!existsSync(join(folder, sources))) cpSync(join(origin, sources), join(folder, sources));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new UsageError(`Cannot write the price book to ${folder}: ${reason}. Give another folder with --output.`);
      }
    },
  };
}
