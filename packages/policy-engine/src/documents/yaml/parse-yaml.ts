import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { maxDepth, maxTokens } from '../limits.ts';
import { visible } from '../quote.ts';

/** A mistake at an offset of the text. */
export interface OffsetMistake {
  readonly offset: number;
  readonly message: string;
}

/** The documents of a text as trees; those with mistakes are left out. */
export interface ParsedYaml {
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  readonly mistakes: readonly OffsetMistake[];
}

/**
 * Reads the syntax of a text of YAML 1.2 whose line ends are `\n`. Of each document only the first mistake is told: what
 * follows is mostly its consequence.
 */
export function parseYaml(text: string): ParsedYaml {
  const control = unprintable.exec(text);
  if (control !== null) {
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `YAML allows no character U+${code}. Take it out, or write it as an escape in double quotes.`;
    return { documents: [], mistakes: [{ offset: control.index, message }] };
  }
  const documents: Document.Parsed<ParsedNode>[] = [];
  const mistakes: OffsetMistake[] = [];
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // The library compares every key with every other one, which a file of many keys could make slow: see plainData.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  try {
    for (const document of composer.compose(tokensOf(text), false, text.length)) {
      const mistake = mistakeOf(document);
      if (mistake !== undefined) mistakes.push(mistake);
      else documents.push(document);
    }
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    mistakes.push({ offset: error.offset, message: error.message });
  }
  return { documents, mistakes };
}

/** What YAML does not allow outside of escapes: control characters, halves of characters, two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u;

/** A limit that the parser reached; the message is the sentence for it. */
class LimitReached extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Every list or mapping takes a place on the parser's stack; its document, and a scalar in it, take another one each. */
const maxStack = maxDepth + 2;

/** Reads tokens. The composer that they go to is recursive, so depth is limited before. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > maxTokens)
      throw new LimitReached(parser.offset, `The file has more than ${maxTokens} tokens. Split it.`);
    yield* parser.next(lexeme);
    if (parser.stack.length > maxStack) throw new LimitReached(parser.offset, tooDeep);
  }
  yield* parser.end();
}

/** What is said of a document that is too deep. */
export const tooDeep = `Lists and mappings stand more than ${maxDepth} deep in each other. Make the document flatter.`;

function mistakeOf({ errors, warnings }: Document.Parsed): OffsetMistake | undefined {
  const directive = warnings.find(({ code }) => code === 'BAD_DIRECTIVE');
  const [first] = [...errors, ...(directive === undefined ? [] : [directive])].sort((a, b) => a.pos[0] - b.pos[0]);
  return first === undefined ? undefined : { offset: first.pos[0], message: sentence(first) };
}

/** The library's messages are short, but for a name that they repeat. */
const shownCharacters = 150;

/** What the library says, as a sentence with the mend where the code tells it. */
function sentence({ code, message }: YAMLError): string {
  const said = visible(message.trim().slice(0, shownCharacters))
    .replace(/\.$/, '')
    .replace(/["']quote$/, 'quote');
  return `This is no YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}. ${mendOf(code, said)}`;
}

function mendOf(code: YAMLError['code'], said: string): string {
  const bracket = /end with a ([\]}])/.exec(said)?.[1];
  if (bracket !== undefined) return `Close what is open with "${bracket}".`;
  return mends[code] ?? 'Mend the syntax here.';
}

const mends: { readonly [code in YAMLError['code']]?: string } = {
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Give what belongs together the same indentation, with spaces.',
  BAD_SCALAR_START: 'Write the text in quotes.',
  BAD_DQ_ESCAPE: 'Write the text in single quotes, where a backslash is only a backslash, or write it twice.',
  MULTILINE_IMPLICIT_KEY: 'Give the line before it its ":", or write a text with ": " in it in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Write a text with ": " in it in quotes.',
  MISSING_CHAR: 'Close what stands before it, or put a space or a line between them.',
  BAD_DIRECTIVE: 'Take the directive out.',
};
