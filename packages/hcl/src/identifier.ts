const startPattern = /[\p{ID_Start}_]/u;
const continuePattern = /[\p{ID_Continue}-]/u;

const isStart = 1;
const isContinue = 2;

/** What each ASCII character may do in an identifier. */
const asciiRoles = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (startPattern.test(character) ? isStart : 0) | (continuePattern.test(character) ? isContinue : 0);
});

/** startsIdentifier is true when the character at an offset can begin an identifier: ID_Start or `_`. */
export function startsIdentifier(text: string, offset: number): boolean {
  const code = text.codePointAt(offset);
  if (code === undefined) return false;
  return code < 128 ? (asciiRoles[code] ?? 0) % 2 === isStart : startPattern.test(String.fromCodePoint(code));
}

/** identifierEnd gives the end of the identifier that begins at an offset: ID_Continue and `-` belong to it. */
export function identifierEnd(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if ((asciiRoles[code] ?? 0) < isContinue) return at;
      at++;
    } else {
      const point = text.codePointAt(at);
      if (point === undefined) return at;
      const character = String.fromCodePoint(point);
      if (!continuePattern.test(character)) return at;
      at += character.length;
    }
  }
}

/** isIdentifier is true when a whole text is one identifier, so that it can be a name without quotes. */
export function isIdentifier(text: string): boolean {
  return startsIdentifier(text, 0) && identifierEnd(text, 0) === text.length;
}
