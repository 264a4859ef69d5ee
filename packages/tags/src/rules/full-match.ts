import { RE2JS } from 're2js';

/** The longest pattern that is read. */
const MAX_PATTERN_LENGTH = 1000;

/** Whether a text matches as a whole. */
export type Matcher = (text: string) => boolean;

/**
 * Reads a regular expression in RE2 syntax, which takes time linear in the text.
 * @throws Error whose message is a sentence, for what is none.
 */
export function fullMatcher(pattern: string, caseInsensitive: boolean): Matcher {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new Error(`A pattern has at most ${MAX_PATTERN_LENGTH} characters; this one has ${pattern.length}.`);
  }
  try {
    const program = RE2JS.compile(pattern, caseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
    return (text) => program.testExact(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    throw new Error(`"${pattern}" is no regular expression: ${reason}.`);
  }
}

/** A text in which `*` stands for any text, as a matcher of whole texts. */
export function wildcardMatcher(wildcard: string, caseInsensitive: boolean): Matcher {
  const fold = (text: string) => (caseInsensitive ? text.toLowerCase() : text);
  const [first = '', ...rest] = fold(wildcard).split('*');
  const last = rest.pop();
  return (text) => {
    const given = fold(text);
    if (last === undefined) return given === first;
    if (given.length < first.length + last.length || !given.startsWith(first) || !given.endsWith(last)) return false;
    // The parts between the stars, each as early as it can be: no other choice finds more.
    let from = first.length;
    const end = given.length - last.length;
    return rest.every((part) => {
      const at = given.indexOf(part, from);
      from = at + part.length;
      return at !== -1 && from <= end;
    });
  };
}
