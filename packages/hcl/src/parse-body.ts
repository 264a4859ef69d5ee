import { BodyItems } from './body-items.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { parseLabels } from './parse-labels.ts';
import type { Parser } from './parser.ts';
import { type Range, rangeBetween } from './range.ts';
import type { Attribute, Block, SyntaxBody } from './syntax-body.ts';
import { Token } from './token.ts';
import { isHigherThan } from './tree-height.ts';

/** Trees higher than this many times the nesting limit are refused, so that others may recurse over them. */
const heightPerDepth = 4;

/** parseFileBody reads the body of a whole file. */
export function parseFileBody(parser: Parser): SyntaxBody {
  const items = new BodyItems(parser);
  for (let kind = parser.peek(); kind !== Token.EndOfFile; kind = parser.peek()) {
    if (kind === Token.Newline || kind === Token.Resume || kind === Token.Anchor) parser.read();
    else parseItem(parser, items);
  }
  return items.toBody({ start: parser.startOf(0), end: parser.endOf(parser.next()) });
}

/** parseItem reads an attribute or block with its line break. What cannot be read is reported and skipped. */
function parseItem(parser: Parser, items: BodyItems): void {
  const first = parser.read();
  if (parser.kindOf(first) !== Token.Identifier) {
    failOnNoItem(parser, first);
    parser.skipItem(first, 'attribute');
    return;
  }
  switch (parser.peek()) {
    case Token.Equals:
      items.add(parseAttribute(parser, first));
      endAttribute(parser, first);
      return;
    case Token.OpenQuote:
    case Token.OpenBrace:
    case Token.Identifier: {
      const block = parseBlock(parser, first);
      if (block !== undefined) items.add(block);
      return;
    }
    default:
      failBehindName(parser, first);
      parser.skipItem(first, 'attribute');
  }
}

const noItemSummary = 'Argument or block definition required';

function failOnNoItem(parser: Parser, found: number): void {
  if (parser.kindOf(found) === Token.OpenQuote) {
    const detail = 'The name of an argument is written without quotes.';
    failAtItem(parser, found, 'Invalid argument name', detail);
  } else {
    const detail = 'An argument ("name = value") or a block must stand here.';
    failAtItem(parser, found, noItemSummary, detail);
  }
}

function failBehindName(parser: Parser, name: number): void {
  const word = parser.textOf(name);
  const detail = `"${word}" begins neither an argument nor a block. Write "${word} = value" or "${word} { … }".`;
  failAtItem(parser, name, noItemSummary, detail);
}

/** Behind a broken item this may be the rest of it, about which nothing more is said. */
function failAtItem(parser: Parser, index: number, summary: string, detail: string): void {
  if (parser.recovering) parser.failing = true;
  else parser.fail(parser.rangeOf(index), summary, detail);
}

function parseAttribute(parser: Parser, name: number): Attribute {
  const equals = parser.read();
  const expression = checkHeight(parser, parseExpression(parser));
  const nameRange = parser.rangeOf(name);
  const end = parser.endOf(parser.previous());
  return {
    kind: 'attribute',
    name: parser.textOf(name),
    nameRange,
    equalsStart: parser.startOf(equals),
    // A part of an expression must not pass for the whole of it.
    expression: parser.failing ? { kind: 'invalid', start: parser.endOf(equals), end } : expression,
    start: nameRange.start,
    end,
  };
}

/** checkHeight refuses a tree that is too high to recurse over. */
export function checkHeight(parser: Parser, expression: Expression): Expression {
  if (!parser.longChain) return expression;
  parser.longChain = false;
  const limit = parser.maxDepth * heightPerDepth;
  if (!isHigherThan(expression, limit)) return expression;
  const detail = `This expression chains more than ${limit} operations. Move parts of it into values of their own.`;
  parser.fail(expression, 'Nesting too deep', detail);
  return expression;
}

/** Takes the line break behind an attribute, or skips what stands in its place. */
function endAttribute(parser: Parser, first: number): void {
  if (parser.failing) {
    parser.skipItem(first, 'attribute');
    return;
  }
  const next = parser.peek();
  if (next === Token.Newline || parser.atEnd()) {
    parser.recovering = false;
    if (next === Token.Newline) parser.read();
  } else if (next !== Token.CloseBrace || !parser.recovering) {
    if (next === Token.Comma) {
      const detail = 'Arguments are separated by line breaks, not by commas.';
      parser.failAtNext('Unexpected comma after argument', detail);
    } else {
      parser.failAtNext('Missing newline after argument', 'An argument must end with a line break.');
    }
    parser.skipItem(parser.next(), 'attribute');
  }
}

function parseBlock(parser: Parser, type: number): Block | undefined {
  const labels = parseLabels(parser);
  if (parser.peek() !== Token.OpenBrace) {
    failInHeader(parser);
    parser.skipItem(type, 'block');
    return undefined;
  }
  if (!parser.enter()) {
    parser.skipItem(type, 'block');
    return undefined;
  }
  const open = parser.read();
  const openBraceRange = parser.rangeOf(open);
  const body = parseBlockBody(parser, open);
  parser.leave();
  const closed = parser.previous();
  if (parser.failing) parser.skipItem(open, 'block');
  else endBlock(parser);
  const typeRange = parser.rangeOf(type);
  return {
    kind: 'block',
    type: parser.textOf(type),
    typeRange,
    labels,
    headerRange: rangeBetween(typeRange, labels.at(-1) ?? typeRange),
    openBraceRange,
    closeBraceRange: parser.rangeOf(closed),
    body,
    start: typeRange.start,
    end: parser.endOf(closed),
  };
}

function failInHeader(parser: Parser): void {
  const found = parser.peek();
  const detail =
    found === Token.Equals
      ? 'The equals sign ("=") is for arguments; a block has none behind its labels.'
      : found === Token.Newline
        ? 'The opening brace ("{") of a block must stand on the line of its header.'
        : 'A label in quotes or an opening brace ("{") must stand here.';
  parser.failAtNext('Invalid block definition', detail);
}

function endBlock(parser: Parser): void {
  if (parser.peek() === Token.Newline || parser.atEnd()) {
    parser.recovering = false;
    if (parser.peek() === Token.Newline) parser.read();
  } else {
    parser.failAtNext('Missing newline after block definition', 'A block must end with a line break.');
    parser.skipItem(parser.next(), 'block');
  }
}

/** Reads the body of a block with its closing brace; `open` is the token of the brace before it. */
function parseBlockBody(parser: Parser, open: number): SyntaxBody {
  const items = new BodyItems(parser);
  const kind = parser.peek();
  if (kind !== Token.Newline && kind !== Token.CloseBrace && !parser.atEnd()) {
    const only = parseSingleLine(parser, items, open);
    if (only !== undefined) return items.toBody(only);
  }
  const start = parser.startOf(open);
  for (let next = parser.peek(); next !== Token.CloseBrace; next = parser.peek()) {
    if (next === Token.Newline || next === Token.Resume) parser.read();
    else if (next === Token.EndOfFile || next === Token.Anchor) {
      failUnclosed(parser, open);
      return items.toBody({ start, end: parser.startOf(parser.next()) });
    } else parseItem(parser, items);
  }
  return items.toBody({ start, end: parser.endOf(parser.read()) });
}

function failUnclosed(parser: Parser, open: number): void {
  parser.reportUnclosed(
    parser.rangeOf(open),
    'Unclosed configuration block',
    'The closing brace of this block is missing. A brace further down may be unbalanced.',
  );
}

const singleLineSummary = 'Invalid single-argument block definition';

/**
 * Reads `{ name = value }` behind its brace, and gives the range of the body, which is that of the attribute. With a
 * line break in place of the closing brace, which is an error, it is undefined: the block may go on over more lines.
 */
function parseSingleLine(parser: Parser, items: BodyItems, open: number): Range | undefined {
  const name = parser.read();
  if (parser.kindOf(name) !== Token.Identifier || parser.peek() !== Token.Equals) {
    if (parser.kindOf(name) === Token.Identifier) failOnNoAttribute(parser, name);
    else failAtItem(parser, name, noItemSummary, 'An argument ("name = value") must stand here.');
    return parser.rangeOf(name);
  }
  const attribute = parseAttribute(parser, name);
  items.add(attribute);
  if (parser.failing) return attribute;
  switch (parser.peek()) {
    case Token.CloseBrace:
      parser.read();
      return attribute;
    case Token.Newline: {
      const detail = 'A block that begins with an argument on its first line must end on that line.';
      parser.report(parser.rangeOf(parser.next()), singleLineSummary, detail);
      parser.recovering = true;
      return undefined;
    }
    case Token.Comma: {
      const detail = 'A block on one line holds one argument only. Write further arguments on lines of their own.';
      parser.failAtNext(singleLineSummary, detail);
      return attribute;
    }
    default:
      if (parser.atEnd()) failUnclosed(parser, open);
      else parser.failAtNext(singleLineSummary, 'The closing brace must follow the argument of a block on one line.');
      return attribute;
  }
}

function failOnNoAttribute(parser: Parser, name: number): void {
  const next = parser.peek();
  if (next === Token.OpenQuote || next === Token.OpenBrace || next === Token.Identifier) {
    const range = { start: parser.startOf(name), end: parser.endOf(parser.next()) };
    const detail = 'A block on one line can hold an argument, but no block. Write the inner block on lines of its own.';
    parser.fail(range, 'Argument definition required', detail);
  } else {
    failBehindName(parser, name);
  }
}
