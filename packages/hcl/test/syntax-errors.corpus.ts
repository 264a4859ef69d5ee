import { describe, expect, it } from 'vitest';
import { type Diagnostic, locate, parseConfig, parseExpression } from '../src/index.ts';
import {
  type ConsoleVector,
  corpusFolder,
  readConsoleVectors,
  readModuleVectors,
  type VectorDiagnostic,
} from './corpus.ts';

const folder = corpusFolder('Syntax errors of the corpus');

/** The titles of the errors that the parser finds; all others come from evaluation. */
const syntaxSummaries = new Set([
  'Argument definition required',
  'Argument or block definition required',
  'Attribute redefined',
  'Extra characters after expression',
  'Extra characters after interpolation expression',
  "Invalid 'for' directive",
  "Invalid 'for' expression",
  'Invalid argument name',
  'Invalid attribute name',
  'Invalid block definition',
  'Invalid character',
  'Invalid escape sequence',
  'Invalid expression',
  'Invalid legacy index syntax',
  'Invalid multi-line string',
  'Invalid number literal',
  'Invalid template control keyword',
  'Missing attribute separator',
  'Missing attribute value',
  'Missing argument separator',
  'Missing close bracket on index',
  'Missing expression',
  'Missing false expression in conditional',
  'Missing function name',
  'Missing item separator',
  'Missing key/value separator',
  'Missing newline after argument',
  'Missing newline after block definition',
  'Unbalanced parentheses',
  'Unclosed configuration block',
  'Unclosed template interpolation sequence',
  'Unexpected else directive',
  'Unexpected end of template',
  'Unexpected endfor directive',
  'Unexpected endif directive',
  'Unsupported operator',
  'Unterminated function call',
  'Unterminated object constructor expression',
  'Unterminated template string',
  'Unterminated tuple constructor expression',
]);

function firstError({ expr, via }: ConsoleVector): string | undefined {
  const parsed =
    via === 'console'
      ? parseExpression(expr, { file: 'x' })
      : parseConfig(`locals {\n  v = ${expr}\n}\n`, { file: 'x' });
  return parsed.diagnostics[0]?.summary;
}

/** Terraform shows an empty range as one column wide. */
function placeOf({ summary, source, range }: Diagnostic): string {
  const { file, startLine, startColumn, endLine, endColumn } = locate(source, range);
  const end = range.start === range.end ? endColumn + 1 : endColumn;
  return `${summary} ${file} ${startLine}:${startColumn}-${endLine}:${end}`;
}

function placeIn({ summary, range }: VectorDiagnostic): string {
  if (range === undefined) return summary;
  const { filename, start, end } = range;
  return `${summary} ${filename} ${start.line}:${start.column}-${end.line}:${end.column}`;
}

describe.skipIf(folder === undefined)('syntax errors of the corpus', () => {
  it('are found in expressions, with the same title, and nowhere else', () => {
    const rows = readConsoleVectors(folder ?? '').map((vector) => {
      const isSyntax = !vector.ok && vector.error !== undefined && syntaxSummaries.has(vector.error);
      return { expr: vector.expr, theirs: isSyntax ? vector.error : undefined, ours: firstError(vector) };
    });
    const wrong = rows.filter(({ theirs, ours }) => theirs !== ours);
    const errors = rows.filter(({ theirs }) => theirs !== undefined);
    process.stdout.write(
      `Expressions: ${rows.length - wrong.length} of ${rows.length} agree, of which ${errors.length} have a syntax error.\n`,
    );
    expect(wrong).toEqual([]);
  });

  it('are found in files, with the same title at the same place, and nowhere else', () => {
    let files = 0;
    const rows = readModuleVectors(folder ?? '').map(({ name, files: texts, diagnostics }) => {
      const ours = Object.entries(texts)
        .filter(([file]) => /\.(?:tf|tfvars)$/.test(file))
        .flatMap(([file, text]) => {
          files++;
          return parseConfig(text, { file }).diagnostics.map(placeOf);
        });
      return { name, theirs: diagnostics.filter(({ summary }) => syntaxSummaries.has(summary)).map(placeIn), ours };
    });
    const errors = rows.filter(({ theirs }) => theirs.length > 0);
    const wrong = rows.filter(({ theirs, ours }) => theirs.join('\n') !== ours.join('\n'));
    process.stdout.write(
      `Modules: ${rows.length - wrong.length} of ${rows.length} (${files} files) agree, of which ${errors.length} have a syntax error.\n`,
    );
    expect(wrong).toEqual([]);
  });
});
