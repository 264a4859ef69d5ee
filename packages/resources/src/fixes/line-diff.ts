/** A stretch of lines that differs: the lines of the old text that go, and those that come in their place. Lines count from 0. */
export interface LineChange {
  readonly start: number;
  readonly removed: number;
  readonly newStart: number;
  readonly added: number;
}

/** So many equal lines in a row are taken for the place where two texts go on together. */
const SAME_LINES = 3;
/** How many lines are looked through for such a place. Edits are short: what is longer is one stretch. */
const MAX_STRETCH = 1000;
/** A stretch with more differences than this is compared no further. */
const MAX_DIFFERENCES = 200;

/** Splits a text into lines with their line breaks. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Compares two texts line by line and gives what differs, in order. The time grows with the length of the texts, since they are
 * taken to go on together as soon as a few lines are the same; only between is looked for the fewest differences.
 */
export function lineDiff(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  for (let [x, y] = [0, 0]; x < before.length || y < after.length; ) {
    if (before[x] === after[y]) {
      x++;
      y++;
      continue;
    }
    const [removed, added] = stretchAt(before, after, x, y);
    changes.push(...refined(before, after, { start: x, removed, newStart: y, added }));
    x += removed;
    y += added;
  }
  return changes;
}

/** How many lines of both differ from here, until they go on together. */
function stretchAt(before: readonly string[], after: readonly string[], x: number, y: number): [number, number] {
  for (let length = 1; length <= MAX_STRETCH; length++) {
    for (let removed = 0; removed <= length; removed++) {
      const added = length - removed;
      if (x + removed > before.length || y + added > after.length) continue;
      if (goesOn(before, after, x + removed, y + added)) return [removed, added];
    }
  }
  return [before.length - x, after.length - y];
}

function goesOn(before: readonly string[], after: readonly string[], x: number, y: number): boolean {
  // Behind the end of both there is nothing, which is the same too.
  for (let index = 0; index < SAME_LINES; index++) if (before[x + index] !== after[y + index]) return false;
  return true;
}

function refined(before: readonly string[], after: readonly string[], stretch: LineChange): readonly LineChange[] {
  const old = before.slice(stretch.start, stretch.start + stretch.removed);
  const now = after.slice(stretch.newStart, stretch.newStart + stretch.added);
  const changes: LineChange[] = [];
  let [x, y] = [0, 0];
  for (const [oldAt, newAt] of [...commonLines(old, now), [old.length, now.length] as const]) {
    if (oldAt > x || newAt > y) {
      changes.push({ start: stretch.start + x, removed: oldAt - x, newStart: stretch.newStart + y, added: newAt - y });
    }
    [x, y] = [oldAt + 1, newAt + 1];
  }
  return changes;
}

/**
 * The positions of lines that both have, in order, with as few others as possible (E. W. Myers, "An O(ND) Difference Algorithm and
 * Its Variations", 1986); none when there are too many differences.
 */
function commonLines(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let differences = 0; differences <= Math.min(old.length + now.length, MAX_DIFFERENCES); differences++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = stepFrom(furthest, diagonal, differences);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(trace, old.length, now.length);
    }
    furthest = next;
  }
  return [];
}

function stepFrom(furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): number {
  const below = furthest.get(diagonal - 1) ?? -1;
  const above = furthest.get(diagonal + 1) ?? -1;
  return diagonal === -differences || (diagonal !== differences && below < above) ? above : below + 1;
}

function walkBack(trace: readonly ReadonlyMap<number, number>[], oldEnd: number, newEnd: number) {
  const pairs: [number, number][] = [];
  let [x, y] = [oldEnd, newEnd];
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const furthest = trace[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const below = furthest.get(diagonal - 1) ?? -1;
    const above = furthest.get(diagonal + 1) ?? -1;
    const isDown = diagonal === -differences || (diagonal !== differences && below < above);
    const previous = diagonal + (isDown ? 1 : -1);
    const previousX = furthest.get(previous) ?? 0;
    const previousY = previousX - previous;
    while (x > Math.max(previousX, 0) && y > Math.max(previousY, 0)) pairs.push([--x, --y]);
    [x, y] = [previousX, previousY];
  }
  return pairs.reverse();
}
