interface Addressed {
  readonly address: string;
}

/** Nobody writes longer addresses; looking for the start of one takes longer the longer it is. */
const longestAddress = 2_000;

/**
 * Makes texts about the state before a change such that they have the addresses after it, to compare them with texts about the state
 * after: `module.old.aws_launch_template.web.image_id`, also in a sentence.
 */
export function renamedAddresses(
  pairs: readonly { readonly before: Addressed | null; readonly after: Addressed | null }[],
): (text: string) => string {
  const renamed = new Map<string, string>();
  for (const { before, after } of pairs) {
    if (before !== null && after !== null && before.address !== after.address)
      renamed.set(before.address, after.address);
  }
  if (renamed.size === 0) return (text) => text;
  return (text) => text.replaceAll(/[^\s`,:]+/g, (word) => withRenamedStart(word, renamed));
}

/** The longest start of a word that is an address: keys can have dots too. */
function withRenamedStart(word: string, renamed: ReadonlyMap<string, string>): string {
  if (word.length > longestAddress) return word;
  for (let end = word.length; end > 0; end = word.lastIndexOf('.', end - 1)) {
    const after = renamed.get(word.slice(0, end));
    if (after !== undefined) return `${after}${word.slice(end)}`;
  }
  return word;
}
