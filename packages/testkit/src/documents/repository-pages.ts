import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pages } from './check-links.ts';
import { type Markdown, readMarkdown } from './markdown.ts';

/** Folders whose Markdown is not a page: of others, built, or what a test expects. */
const skipped = new Set(['node_modules', 'dist', 'out', 'coverage', 'test', 'fixtures', '.git', '.turbo']);

/** The Markdown pages of the repository at `root`; paths are relative to it, with `/`, sorted. */
export interface RepositoryPages extends Pages {
  readonly files: readonly string[];
}

/** repositoryPages finds the pages and reads each at most once. */
export function repositoryPages(root: string): RepositoryPages {
  const read = new Map<string, Markdown>();
  return {
    files: markdownFiles(root, '').sort(),
    kindOf(path) {
      const found = statSync(join(root, path), { throwIfNoEntry: false });
      if (found === undefined) return undefined;
      return found.isDirectory() ? 'folder' : 'file';
    },
    page(path) {
      const page = read.get(path) ?? readMarkdown(readFileSync(join(root, path), 'utf8'));
      read.set(path, page);
      return page;
    },
  };
}

function markdownFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdownFiles(root, path);
    return entry.isFile() && entry.name.endsWith('.md') ? [path] : [];
  });
}
