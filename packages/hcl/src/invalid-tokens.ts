import { type Diagnostic, errorAt } from './diagnostic.ts';
import type { OffsetMap } from './parser.ts';
import type { Source } from './source.ts';
import { Token, type TokenList } from './token.ts';

interface Complaint {
  readonly summary: string;
  readonly detail: string;
  /** How often it is said in one text; 2 for marks that come in pairs, of which the second is not mentioned. */
  readonly limit: number;
  readonly pairs?: true;
}

const complaints = new Map<number, Complaint>([
  [
    Token.QuotedNewline,
    {
      summary: 'Invalid multi-line string',
      detail: 'A string in quotes ends on its line. Write \\n for a line break, or use a heredoc ("<<EOT").',
      limit: 20,
    },
  ],
  [Token.Invalid, { summary: 'Invalid character', detail: 'This character has no meaning here.', limit: 20 }],
  [
    Token.Apostrophe,
    {
      summary: 'Invalid character',
      detail: "Strings are written in double quotes, not in '…'.",
      limit: 2,
      pairs: true,
    },
  ],
  [
    Token.Backtick,
    {
      summary: 'Invalid character',
      detail: 'For text of several lines use a heredoc ("<<EOT").',
      limit: 2,
      pairs: true,
    },
  ],
  [
    Token.Semicolon,
    { summary: 'Invalid character', detail: 'Arguments are separated by line breaks, items by commas.', limit: 1 },
  ],
  [Token.Ampersand, bitwise('Did you mean "&&"?')],
  [Token.Pipe, bitwise('Did you mean "||"?')],
  [Token.Tilde, bitwise('Did you mean "!"?')],
  [Token.Caret, bitwise('Only the logical operators "&&", "||" and "!" exist.')],
]);

function bitwise(hint: string): Complaint {
  return { summary: 'Unsupported operator', detail: `There are no operators on bits. ${hint}`, limit: 4 };
}

/** invalidTokenDiagnostics reports the tokens that are an error wherever they stand. */
export function invalidTokenDiagnostics(source: Source, tokens: TokenList, map?: OffsetMap): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const counts = new Map<number, number>();
  for (let index = 0; index < tokens.count; index++) {
    const kind = tokens.kinds[index] ?? Token.EndOfFile;
    if (kind !== Token.QuotedNewline && kind < Token.Invalid) continue;
    const complaint = complaints.get(kind);
    if (complaint === undefined) continue;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count >= complaint.limit || (complaint.pairs && count % 2 === 1)) continue;
    const start = tokens.starts[index] ?? 0;
    const end = tokens.ends[index] ?? 0;
    const range = map === undefined ? { start, end } : { start: map(start), end: map(end) };
    diagnostics.push(errorAt(source, range, complaint.summary, complaint.detail));
  }
  return diagnostics;
}
