import { lstatSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, resolve, sep } from 'node:path';

/** A pattern of hashFiles() and of upload-artifact: one line, `!` in front excludes. */
interface Pattern {
  negated: boolean;
  segments: string[];
  /** The part without wildcards, where the search starts. */
  root: string;
}

/** What a search found: files in the order of the walk, and the folders where it began. */
export interface FoundFiles {
  files: string[];
  roots: string[];
}

/**
 * findFiles finds files the way of @actions/glob, which the runner uses: hidden files count, a pattern that names a
 * folder takes all that is in it, links are not followed, a later pattern can exclude what an earlier one took.
 * @param folder the folder that relative patterns start from
 */
export function findFiles(folder: string, patternLines: readonly string[], options: { hidden: boolean }): FoundFiles {
  const lines = patternLines.flatMap((text) => text.split(/\r?\n/)).map((line) => line.trim());
  const patterns = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => readPattern(folder, line));
  const roots = searchRoots(patterns);
  const files: string[] = [];
  const visit = (path: string): void => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return;
    if (!options.hidden && basename(path).startsWith('.')) return;
    if (stats.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (isTaken(path, patterns)) {
      files.push(path);
    }
  };
  for (const root of roots) visit(root);
  return { files, roots };
}

function readPattern(folder: string, line: string): Pattern {
  const bangs = /^!*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(bangs).trim();
  const home = text === '~' || text.startsWith('~/') ? join(homedir(), text.slice(1)) : text;
  const path = isAbsolute(home) ? resolve(home) : resolve(folder, home);
  const segments = path.split(sep).filter((segment) => segment !== '');
  const wild = segments.findIndex((segment) => /[*?[]/.test(segment));
  return {
    negated: bangs % 2 === 1,
    segments,
    root: sep + segments.slice(0, wild < 0 ? segments.length : wild).join(sep),
  };
}

/** Folders to walk; one that lies inside another is left to that walk. */
function searchRoots(patterns: readonly Pattern[]): string[] {
  const roots = [...new Set(patterns.filter((pattern) => !pattern.negated).map((pattern) => pattern.root))];
  return roots.filter(
    (root) => !roots.some((other) => other !== root && root.startsWith(other === sep ? sep : other + sep)),
  );
}

function isTaken(path: string, patterns: readonly Pattern[]): boolean {
  const segments = path.split(sep).filter((segment) => segment !== '');
  return patterns.reduce(
    // Naming a folder takes everything in it.
    (taken, pattern) => (matches([...pattern.segments, '**'], segments) ? !pattern.negated : taken),
    false,
  );
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)));
  const [name, ...below] = path;
  return name !== undefined && segmentExpression(first).test(name) && matches(rest, below);
}

function segmentExpression(segment: string): RegExp {
  const source = segment.replace(/\*+|\?|\[[^\]]+\]|[.+^${}()|\\\]]/g, (part) => {
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('[')) return part.replace(/^\[!/, '[^');
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}
