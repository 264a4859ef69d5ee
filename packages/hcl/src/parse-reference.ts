import type { Diagnostic } from './diagnostic.ts';
import type { LiteralKey, Step, Traversal } from './expression.ts';
import { invalidTokenDiagnostics } from './invalid-tokens.ts';
import { lex } from './lexer.ts';
import type { FragmentOptions } from './parse.ts';
import { checkNumber } from './parse-expression.ts';
import { parsePlainString } from './parse-labels.ts';
import { Parser } from './parser.ts';
import { rangeOf } from './range.ts';
import { createSource, type Source } from './source.ts';
import { Token } from './token.ts';

export interface ParsedTraversal {
  readonly source: Source;
  /** Undefined when there are errors. */
  readonly traversal: Traversal | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * parseTraversal parses a text that is a name with attribute and index steps only, such as an address in a list of
 * dependencies: `aws_instance.a["x"].id`. It is stricter than an expression: indexes are literal, and nothing else is
 * allowed.
 */
export function parseTraversal(text: string, options: FragmentOptions): ParsedTraversal {
  const { source, map } = options.within ?? { source: createSource(options.file, text), map: undefined };
  const { tokens } = lex(text, 'configuration');
  const parser = new Parser(source, text, tokens, options, map);
  parser.newlines = false;
  const traversal = readTraversal(parser);
  const diagnostics = [...invalidTokenDiagnostics(source, tokens, map), ...parser.diagnostics];
  return { source, traversal: diagnostics.length === 0 ? traversal : undefined, diagnostics };
}

function readTraversal(parser: Parser): Traversal | undefined {
  if (parser.peek() !== Token.Identifier) {
    parser.failAtNext('Variable name required', 'A reference begins with a name.');
    return undefined;
  }
  const name = parser.read();
  const rootRange = parser.rangeOf(name);
  const steps: Step[] = [];
  while (!parser.failing && parser.peek() !== Token.EndOfFile) {
    const kind = parser.peek();
    const step =
      kind === Token.Dot ? readAttribute(parser) : kind === Token.OpenBracket ? readIndex(parser) : undefined;
    if (step !== undefined) steps.push(step);
    else if (!parser.failing) {
      parser.failAtNext('Invalid character', 'Only a dot with a name or an index in brackets may follow here.');
    }
  }
  const end = steps.at(-1)?.end ?? rootRange.end;
  return { kind: 'traversal', root: parser.textOf(name), rootEnd: rootRange.end, steps, start: rootRange.start, end };
}

function readAttribute(parser: Parser): Step | undefined {
  const dot = parser.read();
  if (parser.peek() !== Token.Identifier) {
    const isStar = parser.peek() === Token.Star;
    const detail = isStar ? 'A splat (".*") cannot be used here.' : 'The name of an attribute must follow the dot.';
    parser.failAtNext('Attribute name required', detail);
    return undefined;
  }
  const name = parser.read();
  return { kind: 'attribute-step', name: parser.textOf(name), start: parser.startOf(dot), end: parser.endOf(name) };
}

function readIndex(parser: Parser): Step | undefined {
  const open = parser.read();
  const key = readKey(parser);
  if (key === undefined || parser.failing) return undefined;
  if (parser.peek() !== Token.CloseBracket) {
    parser.failAtNext('Unclosed index brackets', 'A closing bracket must follow the index.');
    return undefined;
  }
  const end = parser.endOf(parser.read());
  return { kind: 'index-step', key, legacy: false, start: parser.startOf(open), end };
}

function readKey(parser: Parser): LiteralKey | undefined {
  switch (parser.peek()) {
    case Token.Number: {
      const index = parser.read();
      const text = parser.textOf(index);
      checkNumber(parser, index, text);
      return { kind: 'number', text, ...parser.rangeOf(index) };
    }
    case Token.OpenQuote: {
      const string = parsePlainString(parser);
      return { kind: 'string', value: string.value, ...rangeOf(string) };
    }
    case Token.Star:
      parser.failAtNext('Attribute name required', 'A splat ("[*]") cannot be used here.');
      return undefined;
    default:
      parser.failAtNext('Index value required', 'The brackets must hold a number or a string in quotes.');
      return undefined;
  }
}
