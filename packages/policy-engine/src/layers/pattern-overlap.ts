/**
 * The steps that may still be taken, for all comparisons of a run together: patterns come from files that can be hostile.
 * When there are not enough for a comparison, it stays undecided.
 */
export interface Effort {
  left: number;
}

/** What is known of the texts that two patterns have in common; `example` is one of them. */
export type Overlap =
  | { readonly kind: 'overlap'; readonly example: string }
  | { readonly kind: 'apart' }
  | { readonly kind: 'undecided' };

/**
 * overlapOf looks for a text that two patterns both describe, where `*` stands for any characters and `?` for one. It
 * walks the pairs of places in both patterns, each once.
 *
 * @example
 * overlapOf('aws_*', '*_bucket', { left: 1_000 }); // { kind: 'overlap', example: 'aws_bucket' }
 */
export function overlapOf(one: string, other: string, effort: Effort): Overlap {
  const [left, right] = [symbolsOf(one), symbolsOf(other)];
  const width = right.length + 1;
  const states = (left.length + 1) * width;
  if (!spend(effort, states)) return { kind: 'undecided' };
  /** The state that each one was first reached from, and the character that was read on the way. */
  const from = new Int32Array(states).fill(-1);
  const read: string[] = [];
  const queue = [0];
  from[0] = 0;
  for (let next = 0; next < queue.length; next += 1) {
    const state = queue[next] ?? 0;
    if (state === states - 1) return { kind: 'overlap', example: textOf(state, from, read) };
    for (const [target, character] of stepsFrom(state, left, right)) {
      if (from[target] !== -1) continue;
      from[target] = state;
      read[target] = character;
      queue.push(target);
    }
  }
  return { kind: 'apart' };
}

/** The pairs of places that one character, or none, leads to. */
function stepsFrom(state: number, left: readonly string[], right: readonly string[]): [number, string][] {
  const width = right.length + 1;
  const a = left[Math.floor(state / width)];
  const b = right[state % width];
  const steps: [number, string][] = [];
  if (a === '*') steps.push([state + width, '']);
  if (b === '*') steps.push([state + 1, '']);
  if (a === undefined || b === undefined) return steps;
  if (a === '*' && b !== '*') steps.push([state + 1, filled(b)]);
  if (b === '*' && a !== '*') steps.push([state + width, filled(a)]);
  if (a !== '*' && b !== '*') {
    if (a === '?' || a === b) steps.push([state + width + 1, filled(b)]);
    else if (b === '?') steps.push([state + width + 1, a]);
  }
  return steps;
}

/** A character that a symbol stands for. */
function filled(symbol: string): string {
  return symbol === '?' ? 'x' : symbol;
}

function textOf(end: number, from: Int32Array, read: readonly string[]): string {
  const characters: string[] = [];
  for (let state = end; state > 0; state = from[state] ?? 0) characters.push(read[state] ?? '');
  return characters.reverse().join('');
}

/**
 * covers says whether a pattern describes every text that another one describes. It never says so wrongly; without
 * effort left it says no.
 */
export function covers(wide: string, narrow: string, effort: Effort): boolean {
  const [outer, inner] = [symbolsOf(wide), symbolsOf(narrow)];
  if (!spend(effort, (outer.length + 1) * (inner.length + 1))) return false;
  // What the first symbols of `outer` describe: true at the length of each beginning of `inner` that they cover.
  let covered = [true, ...inner.map(() => false)];
  for (const symbol of outer) {
    const next = inner.map(() => false);
    const row = [symbol === '*' && covered[0] === true, ...next];
    for (const [index, character] of inner.entries()) {
      // Only a star covers a star; a `?` covers any single character.
      row[index + 1] =
        symbol === '*'
          ? covered[index + 1] === true || row[index] === true
          : covered[index] === true && character !== '*' && (symbol === '?' || symbol === character);
    }
    covered = row;
  }
  return covered[inner.length] === true;
}

/** Takes steps; false when there are not enough left. */
export function spend(effort: Effort, steps: number): boolean {
  effort.left -= steps;
  return effort.left >= 0;
}

/** The characters of a pattern, with several stars in a row as one. */
function symbolsOf(pattern: string): string[] {
  return [...pattern.replace(/\*+/g, '*')];
}
