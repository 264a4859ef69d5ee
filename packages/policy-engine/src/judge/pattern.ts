/** Whether one of the names of a subject is meant by a list of patterns. */
export type NamesMatcher = (names: readonly string[]) => boolean;

/** First names (types of resources) that are remembered for one list of patterns; there are a few hundred of them. */
const MAX_REMEMBERED = 1_000;

/**
 * matchesPattern says whether a pattern without its `!` describes a whole text: `*` stands for any characters, also dots,
 * brackets and slashes, `?` for one. The time is at most the product of both lengths, whatever the pattern.
 *
 * @example
 * matchesPattern('module.*.aws_?3_bucket.*', 'module.logs.aws_s3_bucket.this[0]'); // true
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let read = 0;
  let afterStar = -1;
  let taken = 0;
  while (read < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      at += 1;
      afterStar = at;
      taken = read;
    } else if (wanted === '?') {
      at += 1;
      read += widthAt(text, read);
    } else if (wanted === text[read]) {
      at += 1;
      read += 1;
    } else if (afterStar === -1) {
      return false;
    } else {
      // Only the last star has to give way: what an earlier one could take in addition, the last one can take as well.
      taken += widthAt(text, taken);
      read = taken;
      at = afterStar;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/**
 * compilePatterns makes a matcher of a list: a pattern that begins with `!` takes out, and the last pattern that matches
 * any of the names counts. A list that begins with such a pattern starts from everything; an empty one matches nothing.
 */
export function compilePatterns(patterns: readonly string[]): NamesMatcher {
  const steps = patterns.map((pattern) => ({ takesIn: !isNegated(pattern), matches: textMatcher(bare(pattern)) }));
  const takesInAll = patterns[0] !== undefined && isNegated(patterns[0]);
  /** The last step that matches a name, looked for down to the step after `floor`. */
  const lastStep = (name: string, floor: number): number => {
    for (let index = steps.length - 1; index > floor; index -= 1)
      if (steps[index]?.matches(name) === true) return index;
    return floor;
  };
  const remembered = new Map<string, number>();
  const lastStepOfFirst = (name: string): number => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const step = lastStep(name, -1);
    if (remembered.size < MAX_REMEMBERED) remembered.set(name, step);
    return step;
  };
  return (names) => {
    const [first] = names;
    let last = first === undefined ? -1 : lastStepOfFirst(first);
    for (let index = 1; index < names.length && last < steps.length - 1; index += 1) {
      last = lastStep(names[index] ?? '', last);
    }
    return steps[last]?.takesIn ?? takesInAll;
  };
}

/** A test for one pattern; the frequent shapes without wildcards in the middle need no search. */
function textMatcher(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const inner = pattern.slice(1);
  const start = pattern.slice(0, -1);
  if (pattern.endsWith('*') && !/[*?]/.test(start)) return (text) => text.startsWith(start);
  if (pattern.startsWith('*') && !/[*?]/.test(inner)) return (text) => text.endsWith(inner);
  return (text) => matchesPattern(pattern, text);
}

/** Whether a pattern takes out. */
export function isNegated(pattern: string): boolean {
  return pattern.startsWith('!');
}

function bare(pattern: string): string {
  return isNegated(pattern) ? pattern.slice(1) : pattern;
}

/** The code units of the character at an offset. */
function widthAt(text: string, offset: number): number {
  const isPair = (text.charCodeAt(offset) & 0xfc00) === 0xd800 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
  return isPair ? 2 : 1;
}
