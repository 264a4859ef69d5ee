/**
 * anchorsOf gives the names that GitHub gives to the headings of a page, in order: lower case, without punctuation,
 * spaces as hyphens, and numbered when a name repeats. Source of the rule: the table-of-contents filter of GitHub's
 * open html-pipeline.
 */
export function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const name = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
}
