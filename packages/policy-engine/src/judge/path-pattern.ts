import { isNegated, matchesPattern } from './pattern.ts';

/**
 * matchesPathPattern says whether a pattern without its `!` describes a path with forward slashes: `*` and `?` stay within
 * a folder's or file's name, `**` as a whole name stands for any number of folders, and a slash at the end means
 * everything below. The time is at most the product of both lengths.
 *
 * @example
 * matchesPathPattern('infra/**', 'infra/network/main.tf'); // true
 */
export function matchesPathPattern(pattern: string, path: string): boolean {
  return matchesNames(namesOfPattern(pattern), namesOf(path));
}

/**
 * compilePathPatterns makes a matcher of a list: a pattern that begins with `!` takes out, and the last one that matches
 * counts. A list that begins with such a pattern starts from everything; an empty one matches nothing.
 */
export function compilePathPatterns(patterns: readonly string[]): (path: string) => boolean {
  const steps = patterns.map((pattern) => ({
    takesIn: !isNegated(pattern),
    names: namesOfPattern(isNegated(pattern) ? pattern.slice(1) : pattern),
  }));
  const takesInAll = patterns[0] !== undefined && isNegated(patterns[0]);
  return (path) => {
    const names = namesOf(path);
    return steps.findLast((step) => matchesNames(step.names, names))?.takesIn ?? takesInAll;
  };
}

function namesOf(path: string): readonly string[] {
  return (path.startsWith('./') ? path.slice(2) : path).split('/');
}

function namesOfPattern(pattern: string): readonly string[] {
  return namesOf(pattern.endsWith('/') ? `${pattern}**` : pattern);
}

/** The way of `matchesPattern`, with names for characters and `**` for the star. */
function matchesNames(pattern: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  let read = 0;
  let afterStars = -1;
  let taken = 0;
  while (read < names.length) {
    const wanted = pattern[at];
    if (wanted === '**') {
      at += 1;
      afterStars = at;
      taken = read;
    } else if (wanted !== undefined && matchesPattern(wanted, names[read] ?? '')) {
      at += 1;
      read += 1;
    } else if (afterStars === -1) {
      return false;
    } else {
      taken += 1;
      read = taken;
      at = afterStars;
    }
  }
  // `infra/**` is what is below the folder, not the folder itself: there is always a file at the end of a path.
  while (pattern[at] === '**' && at < pattern.length - 1) at += 1;
  return at === pattern.length;
}
