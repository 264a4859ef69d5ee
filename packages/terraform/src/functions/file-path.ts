import type { FunctionContext } from './function-context.ts';

/** cleanPath gives the shortest path that means the same: without `.`, `//`, and without `..` where that is possible. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push('..');
  }
  return rooted ? `/${parts.join('/')}` : parts.join('/') || '.';
}

/** joinPaths puts one path behind another. */
export function joinPaths(first: string, second: string): string {
  if (first === '') return second === '' ? '' : cleanPath(second);
  return cleanPath(`${first}/${second}`);
}

/** lastPart gives the last part of a path: what `basename` returns. */
export function lastPart(path: string): string {
  if (path === '') return '.';
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return end === 0 ? '/' : path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

/** folderPart gives a path without its last part: what `dirname` returns. */
export function folderPart(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
}

/** A path that functions may read, relative to the root, or why they may not. */
export type Located = { readonly path: string } | { readonly outside: string };

/**
 * locateFile finds out which file below the root a path means. Paths that lead out of it are not an error, for Terraform
 * would read them, but what they contain is not known here.
 */
export function locateFile(path: string, { workingDirectory }: FunctionContext): Located {
  const clean = cleanPath(path);
  const absolute = workingDirectory === undefined ? undefined : cleanPath(workingDirectory);
  if (absolute !== undefined && (clean === absolute || clean.startsWith(`${absolute}/`))) {
    return { path: clean.slice(absolute.length + 1) };
  }
  const outside = clean.startsWith('/') || clean.startsWith('~') || clean === '..' || clean.startsWith('../');
  if (outside) return { outside: `file ${path} is outside the configuration` };
  return { path: clean === '.' ? '' : clean };
}
