/** Longer words are not compared: nobody mistypes a word of that length, and the comparison takes the product of the lengths. */
const longest = 60;

/**
 * The word of a list that was probably meant: the one with the fewest letters to change, when those are at most a third of
 * the letters. Capitals do not count as a change.
 */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const choice of choices) {
    if (Math.abs(choice.length - word.length) >= fewest) continue;
    const changes = distance(word.toLowerCase(), choice.toLowerCase());
    if (changes < fewest) {
      best = choice;
      fewest = changes;
    }
  }
  return best;
}

/** A sentence that asks whether a near choice was meant, or names all choices. Begins with a space; empty without choices. */
export function suggestion(word: string, choices: readonly string[]): string {
  const near = nearest(word, choices);
  if (near !== undefined) return ` Did you mean "${near}"?`;
  return choices.length === 0 ? '' : ` Choose among ${choices.join(', ')}.`;
}

/** How many letters must be added, taken out, changed or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const steps = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) steps.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
