/** A part of a message: text as it stands, or an expression between `${` and `}`. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  /** Line and column, from 1, of the first character of the expression. */
  | { readonly kind: 'expression'; readonly source: string; readonly line: number; readonly column: number };

/** A message that cannot be taken apart, with the place in its text. */
export interface MessageMistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * parseMessage takes a message apart into texts and expressions. Braces and strings inside an expression count, so that
 * `${ {'a': '}'}[key] }` is one; `$${` stands for `${` itself.
 */
export function parseMessage(text: string): readonly MessagePart[] | MessageMistake {
  const parts: MessagePart[] = [];
  let plain = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('${', at);
    if (start === -1) break;
    if (start > at && text[start - 1] === '$') {
      plain += `${text.slice(at, start - 1)}\${`;
      at = start + 2;
      continue;
    }
    const end = endOfExpression(text, start + 2);
    if (end === null) {
      const advice = 'close it, or write "$${" for the characters themselves';
      return { message: `the "\${" of the message has no "}"; ${advice}`, ...placeIn(text, start) };
    }
    plain += text.slice(at, start);
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
    parts.push({ kind: 'expression', source: text.slice(start + 2, end), ...placeIn(text, start + 2) });
    at = end + 1;
  }
  plain += text.slice(at);
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

/** The prefix of a string, its quotes, or a bracket; every other character of an expression says nothing about its end. */
const mark = /(?<![A-Za-z0-9_])[rRbB]{0,2}("""|'''|"|')|("""|'''|"|')|\/\/[^\n]*|[{}]/g;

/** The offset of the `}` that ends an expression, or null. */
function endOfExpression(text: string, from: number): number | null {
  let depth = 0;
  let at = from;
  for (;;) {
    mark.lastIndex = at;
    const match = mark.exec(text);
    if (match === null) return null;
    const [found] = match;
    const quote = match[1] ?? match[2];
    at = match.index + found.length;
    if (quote !== undefined) {
      const end = endOfString(text, at, quote, /^[bB]?[rR]/.test(found));
      if (end === null) return null;
      at = end;
    } else if (found === '{') {
      depth += 1;
    } else if (found === '}') {
      if (depth === 0) return match.index;
      depth -= 1;
    }
  }
}

/** The offset after the closing quotes of a string, or null. */
function endOfString(text: string, from: number, quote: string, isRaw: boolean): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith(quote, at)) return at + quote.length;
    if (text[at] === '\\' && !isRaw) at += 1;
  }
  return null;
}

/** Line and column of an offset; columns count characters, as those of expressions do. */
function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}
