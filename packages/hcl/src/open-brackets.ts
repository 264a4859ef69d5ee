import { Token, tokenKindCount } from './token.ts';

/** For each opening token the one that closes it; 0 for all others. */
const closerOf = new Uint8Array(tokenKindCount);
closerOf[Token.OpenBrace] = Token.CloseBrace;
closerOf[Token.OpenBracket] = Token.CloseBracket;
closerOf[Token.OpenParen] = Token.CloseParen;
closerOf[Token.OpenQuote] = Token.CloseQuote;
closerOf[Token.OpenHeredoc] = Token.CloseHeredoc;
closerOf[Token.OpenInterpolation] = Token.CloseSequence;
closerOf[Token.OpenDirective] = Token.CloseSequence;

const isCloser = new Uint8Array(tokenKindCount);
for (const kind of closerOf) isCloser[kind] = kind === 0 ? 0 : 1;

/** OpenBrackets follows which brackets and strings are open while tokens are skipped. */
export class OpenBrackets {
  /** The closing tokens that are waited for, innermost last. */
  readonly #waiting: number[] = [];
  #braces = 0;

  isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  hasBrace(): boolean {
    return this.#braces > 0;
  }

  /** add takes account of one token. A closing token also closes all that was left open inside of its pair. */
  add(kind: number): void {
    const closer = closerOf[kind] ?? 0;
    if (closer !== 0) {
      this.#waiting.push(closer);
      if (closer === Token.CloseBrace) this.#braces++;
    } else if (isCloser[kind] === 1) {
      while (this.#waiting.length > 0 && this.#pop() !== kind);
    } else if (kind === Token.Resume) {
      this.#closeStrings();
    }
  }

  #pop(): number | undefined {
    const closer = this.#waiting.pop();
    if (closer === Token.CloseBrace) this.#braces--;
    return closer;
  }

  /** The lexer left all strings: what was open inside the outermost one is gone with it. */
  #closeStrings(): void {
    const outermost = this.#waiting.indexOf(Token.CloseQuote);
    if (outermost < 0) return;
    while (this.#waiting.length > outermost) this.#pop();
  }
}
