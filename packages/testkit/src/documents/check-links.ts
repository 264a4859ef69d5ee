import { posix } from 'node:path';
import type { Problem } from '../metadata/problem.ts';
import type { Link, Markdown } from './markdown.ts';

/** The files that links may lead to. Paths are relative to the root of the repository, with `/`. */
export interface Pages {
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** The page at a path that ends in `.md`. */
  page(path: string): Markdown;
}

/**
 * checkLinks finds the relative links and images of a page that lead nowhere: to no file of the repository, or to a
 * heading that the page does not have. Addresses with a scheme (`https:`, `mailto:`) are not looked at.
 */
export function checkLinks(markdown: Markdown, file: string, pages: Pages): Problem[] {
  return markdown.links.flatMap((link) => {
    const message = whyBroken(link, file, pages);
    return message === undefined ? [] : [{ file, line: link.line, column: link.column, message }];
  });
}

function whyBroken({ target }: Link, file: string, pages: Pages): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return undefined;
  const [address = '', anchor] = target.split('#');
  const path = pathOf(address, file);
  if (path === undefined) return `the link '${target}' is not a valid address.`;
  if (path.startsWith('..')) return `the link '${target}' leads out of the repository.`;
  const kind = pages.kindOf(path);
  if (kind === undefined) return `the link '${target}' leads to '${path}', which does not exist.`;
  if (anchor === undefined || anchor === '') return undefined;
  if (kind === 'folder' || !path.endsWith('.md')) {
    // Lines of a file of code; what is on them is for the reader.
    return kind === 'file' && /^L\d+/.test(anchor)
      ? undefined
      : `'${path}' has no headings, so that '#${anchor}' leads nowhere.`;
  }
  return pages.page(path).anchors.has(anchor) ? undefined : `'${path}' has no heading for '#${anchor}'.`;
}

/** The file that an address means; GitHub takes `/docs/x.md` from the root of the repository. */
function pathOf(address: string, file: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(address.split('?')[0] ?? '');
  } catch {
    return undefined;
  }
  if (path === '') return file;
  const joined = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
  return posix.normalize(joined).replace(/(?<=.)\/$/, '');
}
