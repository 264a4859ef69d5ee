/** A way of writing keys. */
export interface KeyCase {
  readonly fits: (part: string) => boolean;
  /** Writes words so. */
  readonly write: (words: readonly string[]) => string;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const lower = (word: string) => word.toLowerCase();

/** The ways of writing keys by their names in rules. */
export const keyCases: ReadonlyMap<string, KeyCase> = new Map<string, KeyCase>([
  ['lower', { fits: (part) => part === part.toLowerCase(), write: (words) => words.map(lower).join('-') }],
  [
    'upper',
    {
      fits: (part) => part === part.toUpperCase(),
      write: (words) => words.map((word) => word.toUpperCase()).join('_'),
    },
  ],
  [
    'camel',
    {
      fits: (part) => /^\p{Ll}[\p{L}\p{N}]*$/u.test(part),
      write: ([first = '', ...rest]) => lower(first) + rest.map(capital).join(''),
    },
  ],
  ['pascal', { fits: (part) => /^\p{Lu}[\p{L}\p{N}]*$/u.test(part), write: (words) => words.map(capital).join('') }],
  ['kebab', { fits: (part) => isJoined(part, '-'), write: (words) => words.map(lower).join('-') }],
  ['snake', { fits: (part) => isJoined(part, '_'), write: (words) => words.map(lower).join('_') }],
]);

function isJoined(part: string, separator: string): boolean {
  return part.split(separator).every((word) => /^[\p{Ll}\p{Lo}\p{N}]+$/u.test(word));
}

/** Whether a key is written so. What stands between `:`, `/` and `.`, as in `team:Owner`, is looked at by itself. */
export function isWritten(key: string, { fits }: KeyCase): boolean {
  return key.split(/[:/.]/).every((part) => part === '' || fits(part));
}

/** The key written so. */
export function written(key: string, { write }: KeyCase): string {
  return key
    .split(/([:/.])/)
    .map((part, index) => (index % 2 === 1 ? part : write(wordsOf(part))))
    .join('');
}

/** `costCenter`, `CostCenter`, `cost-center` and `cost_center` are two words each. */
export function wordsOf(part: string): string[] {
  return part
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
}
