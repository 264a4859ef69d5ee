import type { Diagnostic } from './diagnostic.ts';
import type { Expression } from './expression.ts';
import { invalidTokenDiagnostics } from './invalid-tokens.ts';
import { lex } from './lexer.ts';
import { checkHeight, parseFileBody } from './parse-body.ts';
import { parseExpression as readExpression } from './parse-expression.ts';
import { parseBareTemplate } from './parse-template.ts';
import { type OffsetMap, type ParseLimits, Parser } from './parser.ts';
import { createSource, type Source } from './source.ts';
import type { SyntaxBody } from './syntax-body.ts';
import { type Comment, Token } from './token.ts';

export interface ParseOptions extends ParseLimits {
  /** The name of the file, for messages. */
  readonly file: string;
}

/** A file in the native syntax, parsed as far as it could be. */
export interface NativeFile {
  readonly syntax: 'native';
  readonly source: Source;
  readonly body: SyntaxBody;
  /** All comments, in the order of the source. */
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A single expression or template, parsed as far as it could be. */
export interface ParsedExpression {
  readonly source: Source;
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * parseConfig parses a file in the native syntax. It never throws: mistakes are diagnostics, and what is around them is
 * in the tree.
 *
 * @example
 * const { body, diagnostics } = parseConfig('a = 1 + 2\n', { file: 'main.tf' });
 */
export function parseConfig(text: string, options: ParseOptions): NativeFile {
  const source = createSource(options.file, text);
  const first = parseFile(source, options, false);
  if (!first.truncated) return first.file;
  // Something is not closed up to the end of the file. A block header at the start of a line tells where it should have.
  const second = parseFile(source, options, true);
  return { ...second.file, diagnostics: mergeDiagnostics(first.file.diagnostics, second.file.diagnostics) };
}

function parseFile(source: Source, options: ParseOptions, anchors: boolean): { file: NativeFile; truncated: boolean } {
  const { tokens, comments } = lex(source.text, 'configuration', anchors);
  const parser = new Parser(source, source.text, tokens, options);
  const body = parseFileBody(parser);
  const diagnostics = [...invalidTokenDiagnostics(source, tokens), ...parser.diagnostics];
  return { file: { syntax: 'native', source, body, comments, diagnostics }, truncated: parser.truncated };
}

/** Adds what only the second reading found; what was missing up to the end of the file is not said once more. */
function mergeDiagnostics(first: readonly Diagnostic[], second: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(first.map((diagnostic) => `${diagnostic.range.start} ${diagnostic.summary}`));
  const atEnd = new Set(
    first.filter(({ range, source }) => range.end === source.text.length).map((diagnostic) => diagnostic.summary),
  );
  const added = second.filter(({ range, summary }) => !known.has(`${range.start} ${summary}`) && !atEnd.has(summary));
  return [...first, ...added];
}

/** Where the text of an expression or template stands, when it is part of another source. */
export interface Embedding {
  readonly source: Source;
  readonly map: OffsetMap;
}

/** Options for a text that may be a part of another one. */
export interface FragmentOptions extends ParseOptions {
  /** Ranges and messages are then about the source that the text is from. */
  readonly within?: Embedding;
}

/** parseExpression parses a text that is one expression, as in `terraform console`. Line breaks do not count. */
export function parseExpression(text: string, options: FragmentOptions): ParsedExpression {
  const { source, map } = options.within ?? { source: createSource(options.file, text), map: undefined };
  const { tokens } = lex(text, 'configuration');
  const parser = new Parser(source, text, tokens, options, map);
  parser.newlines = false;
  const expression = checkHeight(parser, readExpression(parser));
  if (!parser.failing && parser.peek() !== Token.EndOfFile) {
    const detail = 'The expression is complete before this point: nothing may follow it.';
    parser.failAtNext('Extra characters after expression', detail);
  }
  const diagnostics = [...invalidTokenDiagnostics(source, tokens, map), ...parser.diagnostics];
  return { source, expression: withoutPart(parser, expression), diagnostics };
}

/** parseTemplate parses a text that is one template without quotes, such as a template file. */
export function parseTemplate(text: string, options: FragmentOptions): ParsedExpression {
  const { source, map } = options.within ?? { source: createSource(options.file, text), map: undefined };
  const { tokens } = lex(text, 'template');
  const parser = new Parser(source, text, tokens, options, map);
  const expression = checkHeight(parser, parseBareTemplate(parser));
  const diagnostics = [...invalidTokenDiagnostics(source, tokens, map), ...parser.diagnostics];
  return { source, expression: withoutPart(parser, expression), diagnostics };
}

/** A part of an expression must not pass for the whole of it. */
function withoutPart(parser: Parser, expression: Expression): Expression {
  if (!parser.failing) return expression;
  return { kind: 'invalid', start: expression.start, end: expression.end };
}
