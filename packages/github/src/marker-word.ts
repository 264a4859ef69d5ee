/**
 * Writes the name of something of ours as one word of an HTML comment, which it cannot end. No two names give the same word, in
 * whatever script they are written.
 */
export function markerWord(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/gu, (sign) => (sign === ' ' ? '-' : `_${sign.codePointAt(0)}_`));
}
