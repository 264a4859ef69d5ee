import { Lexer } from '@actions/expressions';

/** A use of `steps.<id>.outputs.<name>` in an expression. */
export interface StepOutput {
  readonly step: string;
  readonly output: string;
}

/**
 * stepOutputs finds the outputs of steps that an expression reads, written with dots or with brackets. The expression
 * comes without `${{ }}`. An expression that GitHub's lexer rejects has none: parseWorkflow reports it.
 */
export function stepOutputs(expression: string): StepOutput[] {
  const words = lexemes(expression);
  const found: StepOutput[] = [];
  for (const [at, word] of words.entries()) {
    if (word.toLowerCase() !== 'steps' || words[at - 1] === '.') continue;
    const [step, next] = member(words, at + 1);
    const [key, after] = member(words, next);
    const [output] = member(words, after);
    if (step === undefined || output === undefined || key?.toLowerCase() !== 'outputs') continue;
    found.push({ step, output });
  }
  return found;
}

/** The name in `.name` or `['name']` that begins at the word `at`, and the index of the word after it. */
function member(words: readonly string[], at: number): [name: string | undefined, next: number] {
  if (words[at] === '.') return [words[at + 1], at + 2];
  const inner = words[at + 1];
  if (words[at] === '[' && inner?.startsWith("'")) return [inner.slice(1, -1).replaceAll("''", "'"), at + 3];
  return [undefined, at];
}

function lexemes(expression: string): string[] {
  try {
    return new Lexer(expression).lex().tokens.map(({ lexeme }) => lexeme);
  } catch {
    return [];
  }
}
