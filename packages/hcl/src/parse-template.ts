import type { Expression, TemplateForm } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { parseForIntro } from './parse-for.ts';
import type { Parser } from './parser.ts';
import { emptyRangeAt, type Range } from './range.ts';
import { decodePlain, decodeQuoted } from './string-literal.ts';
import { joinTexts, removeIndentation, type TemplatePart, trimTextEnd, trimTextStart } from './template-parts.ts';
import { buildTemplate } from './template-tree.ts';
import { Token } from './token.ts';

/** parseTemplateExpression reads a quoted string or a heredoc. */
export function parseTemplateExpression(parser: Parser): Expression {
  const open = parser.read();
  if (parser.kindOf(open) === Token.OpenQuote) return parseQuoted(parser, open);
  const form = parser.textOf(open).startsWith('<<-') ? 'flush-heredoc' : 'heredoc';
  return parseInner(parser, parser.startOf(open), Token.CloseHeredoc, form);
}

/** parseBareTemplate reads a whole text as a template. */
export function parseBareTemplate(parser: Parser): Expression {
  return parseInner(parser, parser.startOf(parser.next()), Token.EndOfFile, 'bare');
}

/** Most strings are one piece of text, or none: they need no list of parts. */
function parseQuoted(parser: Parser, open: number): Expression {
  const start = parser.startOf(open);
  const inner = parser.next();
  if (parser.kindOf(inner) !== Token.QuotedText || parser.kindOf(inner + 1) !== Token.CloseQuote) {
    return parseInner(parser, start, Token.CloseQuote, 'quoted');
  }
  parser.read();
  const end = parser.endOf(parser.read());
  const value = decodeQuoted(parser, inner);
  const text = { kind: 'string', value, start: parser.startOf(inner), end: parser.endOf(inner) } as const;
  return { kind: 'template', form: 'quoted', parts: [text], start, end };
}

function parseInner(parser: Parser, start: number, closer: number, form: TemplateForm): Expression {
  const newlines = parser.newlines;
  parser.newlines = true;
  const contentStart = parser.startOf(parser.next());
  const read = readParts(parser, closer);
  const closed = parser.rangeOf(parser.previous());
  parser.newlines = newlines;
  const parts = joinTexts(form === 'flush-heredoc' ? removeIndentation(read) : read);
  if (parts.length === 0) parts.push({ kind: 'text', value: '', ...emptyRangeAt(contentStart) });
  const end = parser.failing ? (parts.at(-1)?.end ?? contentStart) : closed.end;
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'expression') {
    return { kind: 'template-wrap', form, expression: first.expression, start, end };
  }
  return { kind: 'template', form, parts: buildTemplate(parser, parts, closed), start, end };
}

/** Reads up to and including the closing token, applying strip markers to the texts beside them. */
function readParts(parser: Parser, closer: number): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const first = parser.rangeOf(parser.next());
  let trimNext = false;
  while (!parser.failing) {
    const kind = parser.peek();
    if (kind === closer) {
      parser.read();
      break;
    }
    if (kind === Token.QuotedText || kind === Token.Text) {
      const part = readText(parser, kind);
      parts.push(trimNext ? trimTextStart(part) : part);
      trimNext = false;
      continue;
    }
    if (kind !== Token.OpenInterpolation && kind !== Token.OpenDirective) {
      parser.failAtNext('Unterminated template string', 'The closing mark of this string is missing.');
      break;
    }
    const open = parser.read();
    trimLast(parts, parser.textOf(open));
    parser.newlines = false;
    const part =
      kind === Token.OpenInterpolation ? readInterpolation(parser, open, first, closer) : readDirective(parser, open);
    if (part !== undefined) parts.push(part);
    trimNext = !parser.failing && parser.textOf(parser.previous()).startsWith('~');
    parser.newlines = true;
  }
  return parts;
}

function readText(parser: Parser, kind: number): TemplatePart & { kind: 'text' } {
  const index = parser.read();
  const value = kind === Token.QuotedText ? decodeQuoted(parser, index) : decodePlain(parser.textOf(index));
  return { kind: 'text', value, start: parser.startOf(index), end: parser.endOf(index) };
}

function trimLast(parts: TemplatePart[], opening: string): void {
  const last = parts.at(-1);
  if (opening.endsWith('~') && last?.kind === 'text') parts[parts.length - 1] = trimTextEnd(last);
}

function readInterpolation(parser: Parser, open: number, first: Range, closer: number): TemplatePart {
  const expression = parseExpression(parser);
  if (!parser.failing && parser.peek() !== Token.CloseSequence) failBehindInterpolation(parser, first, closer);
  const end = parser.failing ? expression.end : parser.endOf(parser.read());
  return { kind: 'expression', expression, start: parser.startOf(open), end };
}

function failBehindInterpolation(parser: Parser, first: Range, closer: number): void {
  const found = parser.peek();
  const meetsQuote = closer === Token.CloseQuote && (found === Token.OpenQuote || found === Token.CloseQuote);
  if (parser.atEnd() || meetsQuote) {
    const where = meetsQuote ? 'before the end of the string' : 'before the end of the text';
    const detail = `The closing brace of this interpolation is missing ${where}. A bracket inside may be unbalanced.`;
    parser.fail(first, 'Unclosed template interpolation sequence', detail);
  } else {
    parser.failAtNext(
      'Extra characters after interpolation expression',
      'A closing brace should end the interpolation here. If "${" is meant as text, write "$${".',
    );
  }
}

function readDirective(parser: Parser, open: number): TemplatePart | undefined {
  if (parser.peek() !== Token.Identifier) {
    const detail = 'A template directive must begin with "if", "else", "endif", "for" or "endfor".';
    parser.failAtNext('Invalid template directive', detail);
    return undefined;
  }
  const word = parser.read();
  const keyword = parser.textOf(word);
  const start = parser.startOf(open);
  switch (keyword) {
    case 'if': {
      const condition = parseExpression(parser);
      return { kind: 'if', condition, start, end: closeDirective(parser, keyword) };
    }
    case 'for': {
      const names = parseForIntro(parser, "Invalid 'for' directive");
      if (names === undefined) return undefined;
      const collection = parseExpression(parser);
      return { kind: 'for', ...names, collection, start, end: closeDirective(parser, keyword) };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: keyword, start, end: closeDirective(parser, keyword) };
    default:
      parser.fail(
        parser.rangeOf(word),
        'Invalid template control keyword',
        `"${keyword}" is no template directive. Known are "if", "else", "endif", "for" and "endfor".`,
      );
      return undefined;
  }
}

/** Takes the closing brace and gives its end. */
function closeDirective(parser: Parser, keyword: string): number {
  if (!parser.failing && parser.peek() !== Token.CloseSequence) {
    const detail = 'A closing brace should end the directive here.';
    parser.failAtNext(`Extra characters in ${keyword} marker`, detail);
  }
  return parser.endOf(parser.failing ? parser.previous() : parser.read());
}
