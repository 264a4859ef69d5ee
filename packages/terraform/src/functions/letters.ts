/**
 * Upper and lower case as Terraform has it: every character on its own becomes one other character, whatever stands
 * around it. JavaScript turns some into several, such as `ß` into `SS`.
 */

/** Greek letters with a subscript iota have a capital of their own, which JavaScript spells out. */
const CAPITAL_IOTA: readonly (readonly [first: number, last: number, offset: number])[] = [
  [0x1f80, 0x1f87, 8],
  [0x1f90, 0x1f97, 8],
  [0x1fa0, 0x1fa7, 8],
  [0x1fb3, 0x1fb3, 9],
  [0x1fc3, 0x1fc3, 9],
  [0x1ff3, 0x1ff3, 9],
];

/** Letters for two sounds have a third form for the beginning of a word: the code of the capital, for each of them. */
const DIGRAPHS = [0x01c4, 0x01c7, 0x01ca, 0x01f1];

/** Georgian letters keep their form at the beginning of a word. */
const GEORGIAN = /[\u10d0-\u10fa\u10fd-\u10ff]/;

function upperCharacter(character: string): string {
  const upper = character.toUpperCase();
  if (isOne(upper)) return upper;
  const code = character.codePointAt(0) ?? 0;
  const found = CAPITAL_IOTA.find(([first, last]) => code >= first && code <= last);
  return found === undefined ? character : String.fromCodePoint(code + found[2]);
}

function lowerCharacter(character: string): string {
  const lower = character.toLowerCase();
  if (isOne(lower)) return lower;
  // The Turkish capital I with a dot.
  return character === '\u0130' ? 'i' : character;
}

function titleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digraph = DIGRAPHS.find((capital) => code >= capital && code <= capital + 2);
  if (digraph !== undefined) return String.fromCodePoint(digraph + 1);
  return GEORGIAN.test(character) ? character : upperCharacter(character);
}

function isOne(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

const ASCII = /^\p{ASCII}*$/u;

/** upperCase changes letters to upper case. */
export function upperCase(text: string): string {
  return ASCII.test(text) ? text.toUpperCase() : mapCharacters(text, upperCharacter);
}

/** lowerCase changes letters to lower case. */
export function lowerCase(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : mapCharacters(text, lowerCharacter);
}

/** titleCase changes the first letter of each word; words end at spaces and at ASCII punctuation but the underscore. */
export function titleCase(text: string): string {
  let previous = ' ';
  return mapCharacters(text, (character) => {
    const changed = SEPARATOR.test(previous) ? titleCharacter(character) : character;
    previous = character;
    return changed;
  });
}

const SEPARATOR = /^(?:(?![0-9A-Za-z_])\p{ASCII}|\p{White_Space})$/u;

function mapCharacters(text: string, change: (character: string) => string): string {
  let changed = '';
  for (const character of text) changed += change(character);
  return changed;
}

/** trimWhiteSpace takes white space off both ends: what Unicode calls so, which leaves byte order marks alone. */
export function trimWhiteSpace(text: string): string {
  return trimWhere(text, (character) => WHITE_SPACE.test(character));
}

const WHITE_SPACE = /\p{White_Space}/u;

/** trimCharacters takes all characters that occur in `cutset` off both ends. */
export function trimCharacters(text: string, cutset: string): string {
  const cut = new Set(cutset);
  return trimWhere(text, (character) => cut.has(character));
}

/** No regular expression: one anchored at the end takes quadratic time on long runs in the middle. */
function trimWhere(text: string, isCut: (character: string) => boolean): string {
  const characters = [...text];
  let start = 0;
  let end = characters.length;
  while (start < end && isCut(characters[start] ?? '')) start++;
  while (end > start && isCut(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}

/** trimLineEnds takes line ends off the end. */
export function trimLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}
