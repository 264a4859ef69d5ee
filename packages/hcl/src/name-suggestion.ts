/** nameSuggestion gives the first of some names that is at most two edits away from a mistyped one. */
export function nameSuggestion(given: string, names: Iterable<string>): string | undefined {
  for (const name of names) {
    if (Math.abs(name.length - given.length) < 3 && editDistance(given, name) < 3) return name;
  }
  return undefined;
}

/** didYouMean is the sentence with the suggestion, or nothing. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const suggestion = nameSuggestion(given, names);
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
}

/** Levenshtein's distance: insertions, deletions and replacements. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
