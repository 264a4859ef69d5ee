/** `1 violation`, `3 violations`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The kind of a subject as a word: `cost-change` is a `cost change`. */
export function kindWord(kind: string): string {
  return kind.replaceAll('-', ' ');
}

/** A word as a title begins with it. */
export function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
