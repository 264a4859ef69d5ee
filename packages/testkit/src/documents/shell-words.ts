/** The words of a command, or why it cannot be run without a shell. */
export type ShellWords =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'shell'; readonly character: string };

/** What a shell would act on outside quotes, and inside double quotes. */
const special = /[|&;<>()$`*?[\]{}]/;
const specialInDoubleQuotes = /[$`]/;

/**
 * shellWords splits a command into its words as a POSIX shell does: quotes, backslashes, comments. Pipes, redirections,
 * variables and patterns need a shell and are not read.
 */
export function shellWords(command: string): ShellWords {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    if (quote !== undefined && character === quote) {
      quote = undefined;
    } else if (quote === "'") {
      word += character;
    } else if (character === '\\') {
      at += 1;
      word = (word ?? '') + command.charAt(at);
    } else if (quote === '"') {
      if (specialInDoubleQuotes.test(character)) return { kind: 'shell', character };
      word += character;
    } else if (character === "'" || character === '"') {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === '#' && word === undefined) {
      break;
    } else if (special.test(character) || (character === '~' && word === undefined)) {
      return { kind: 'shell', character };
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) return { kind: 'shell', character: quote };
  if (word !== undefined) words.push(word);
  return { kind: 'words', words };
}
