import data from '../../data/look-alikes.json' with { type: 'json' };

/** A text that reads as another one. */
export interface LookAlike {
  /** What it reads as, in ASCII. */
  readonly reading: string;
  /** What is odd about it, as the rest of a sentence that begins with the text: `begins with a Cyrillic letter (U+041E)`. */
  readonly note: string;
}

/**
 * Finds letters of other scripts, and characters that cannot be seen, in what reads as a text in ASCII: `Оwner` with a Cyrillic
 * letter. Null for a text that is what it seems, as one that is in another script as a whole.
 */
export function lookAlike(text: string): LookAlike | null {
  if (!/[A-Za-z]/.test(text)) return null;
  const reading = readingOf(text);
  if (reading === text || !isAscii(reading)) return null;
  const characters = [...text];
  const at = characters.findIndex((character) => !isAscii(character));
  const odd = characters[at] ?? '';
  return { reading, note: `${where(at, characters.length)} ${describe(odd)} (${codePoint(odd)})` };
}

/** What a text reads as: what looks like a character of ASCII becomes it, and what cannot be seen is left out. */
export function readingOf(text: string): string {
  if (isAscii(text)) return text;
  return [...text].map((character) => (isAscii(character) ? character : readCharacter(character))).join('');
}

function readCharacter(character: string): string {
  if (invisible.test(character)) return '';
  if (styled.test(character)) {
    const plain = character.normalize('NFKC');
    return isAscii(plain) ? plain : character;
  }
  return lookedUp().get(character) ?? character;
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
/** Spaces, full-width forms, and letters for mathematics: the same character in another dress. */
const styled = /^[\p{Zs}\uff01-\uff5e\u{1d400}-\u{1d7ff}]$/u;

let table: ReadonlyMap<string, string> | undefined;

function lookedUp(): ReadonlyMap<string, string> {
  table ??= new Map(
    Object.entries(data.characters).flatMap(([ascii, codes]) =>
      codes.split(' ').map((code) => [String.fromCodePoint(Number.parseInt(code.slice(2), 16)), ascii] as const),
    ),
  );
  return table;
}

function where(at: number, length: number): string {
  if (at === 0) return 'begins with';
  return at === length - 1 ? 'ends with' : 'has';
}

const scripts = ['Cyrillic', 'Greek', 'Coptic', 'Armenian', 'Georgian', 'Cherokee', 'Lisu', 'Tifinagh'] as const;

function describe(character: string): string {
  if (invisible.test(character)) return 'a character that cannot be seen';
  if (/^\p{Zs}$/u.test(character)) return 'a space of another kind';
  const script = scripts.find((name) => new RegExp(`^\\p{Script=${name}}$`, 'u').test(character));
  if (script !== undefined) return `${script === 'Armenian' ? 'an' : 'a'} ${script} letter`;
  if (styled.test(character)) return 'a letter in another width or style';
  return /^\p{L}$/u.test(character) ? 'a letter that is not the one of ASCII' : 'a sign that is not the one of ASCII';
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
