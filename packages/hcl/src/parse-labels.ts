import { compact } from './compact.ts';
import type { Parser } from './parser.ts';
import { decodeQuoted } from './string-literal.ts';
import type { Label } from './syntax-body.ts';
import { Token } from './token.ts';

/** parseLabels reads the labels of a block: words and strings. */
export function parseLabels(parser: Parser): readonly Label[] {
  const labels: Label[] = [];
  for (let kind = parser.peek(); ; kind = parser.peek()) {
    if (kind === Token.Identifier) {
      const word = parser.read();
      labels.push({ value: parser.textOf(word), quoted: false, ...parser.rangeOf(word) });
    } else if (kind === Token.OpenQuote) {
      labels.push(parsePlainString(parser));
    } else {
      return compact(labels);
    }
  }
}

/** parsePlainString reads a string in which sequences are not allowed. After an error it is behind the string. */
export function parsePlainString(parser: Parser): Label {
  const open = parser.read();
  let value = '';
  for (;;) {
    const index = parser.next();
    const end = parser.endOf(index);
    switch (parser.peek()) {
      case Token.QuotedText:
        value += decodeQuoted(parser, parser.read());
        break;
      case Token.CloseQuote:
        parser.read();
        return { value, quoted: true, start: parser.startOf(open), end };
      case Token.OpenInterpolation:
      case Token.OpenDirective: {
        const sign = parser.textOf(index).charAt(0);
        const detail = `Nothing can be inserted into this string. For a literal "${sign}{" write "${sign}${sign}{".`;
        parser.report(parser.rangeOf(index), 'Invalid string literal', detail);
        skipString(parser);
        break;
      }
      case Token.EndOfFile: {
        const detail = 'The closing quote of this string is missing.';
        parser.fail(parser.rangeOf(index), 'Unterminated string literal', detail);
        return { value, quoted: true, start: parser.startOf(open), end };
      }
      default:
        parser.fail(parser.rangeOf(index), 'Invalid string literal', 'A string must end on the line where it began.');
        return { value, quoted: true, start: parser.startOf(open), end: parser.startOf(index) };
    }
  }
}

/** Moves to the closing quote of the string that the parser is in, or to where everything ends. */
function skipString(parser: Parser): void {
  for (let inner = 0; !parser.atEnd(); parser.read()) {
    const kind = parser.peek();
    if (kind === Token.OpenQuote) inner++;
    else if (kind === Token.CloseQuote && inner-- === 0) return;
  }
}
