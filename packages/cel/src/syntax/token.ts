import type { Value } from '../values/value.ts';

/** Punctuation and operators. */
export const PUNCTUATION = [
  '&&',
  '||',
  '<=',
  '>=',
  '==',
  '!=',
  '<',
  '>',
  '!',
  '+',
  '-',
  '*',
  '/',
  '%',
  '?',
  ':',
  '.',
  ',',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
] as const;

export type Punctuation = (typeof PUNCTUATION)[number];

/** A token with its place as offsets of the source. */
export type Token = { readonly offset: number; readonly end: number } & (
  | { readonly kind: 'punctuation'; readonly text: Punctuation }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'quoted-name'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'double'; readonly value: number }
  /** A whole number without a sign: `9223372036854775808` is allowed after a minus only. */
  | { readonly kind: 'integer'; readonly value: bigint }
  /** What could not be read; it is reported already. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'end' }
);

/** Words that are literals or operators. */
export const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

/** Words that the language keeps for later: not allowed as identifiers, but allowed as fields after a dot. */
export const RESERVED: ReadonlySet<string> = new Set([
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
]);
