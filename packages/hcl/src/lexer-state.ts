import { type Comment, TokenList } from './token.ts';

/** What the lexer is inside of: a string, a heredoc, or an interpolation or directive within one. */
export type Frame =
  | { readonly kind: 'quoted' }
  | { readonly kind: 'heredoc'; readonly marker: string; startOfLine: boolean }
  /** `braces`: how many braces are open right behind the one that opened the sequence. */
  | { readonly kind: 'sequence'; readonly braces: number };

/** LexerState is one run of the lexer over one text. */
export interface LexerState {
  readonly text: string;
  readonly tokens: TokenList;
  readonly comments: Comment[];
  /** Innermost last. Empty: plain configuration, or a bare template where that is lexed. */
  readonly frames: Frame[];
  /** Whether block headers at the start of a line close all that is open (see `Token.Anchor`). */
  readonly anchors: boolean;
  position: number;
  braces: number;
  openHeredocs: number;
  /** False once no comment end was found up to the end of the text, so that it is not searched again and again. */
  mayCloseComment: boolean;
  /** Where each line of text stands last; made when a heredoc may be unclosed. */
  lastLines: Map<string, number> | undefined;
}

export function createLexerState(text: string, anchors: boolean): LexerState {
  return {
    text,
    // About one token in five characters is usual for Terraform; the list grows where it is not.
    tokens: new TokenList(Math.ceil(text.length / 4) + 16),
    comments: [],
    frames: [],
    anchors,
    position: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    braces: 0,
    openHeredocs: 0,
    mayCloseComment: true,
    lastLines: undefined,
  };
}
