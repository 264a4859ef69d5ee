/** What one level of indentation is, as `terraform fmt` has it. */
export const indentUnit = '  ';

/** lineStartOf gives the offset where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** lineEndOf gives the offset before the line break of the line of an offset. */
export function lineEndOf(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed < 0) return text.length;
  return lineFeed > offset && text.charAt(lineFeed - 1) === '\r' ? lineFeed - 1 : lineFeed;
}

/** nextLineOf gives the offset where the line behind the one of an offset begins, or the end of the text. */
export function nextLineOf(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

/** indentationAt gives the spaces and tabs at the start of the line of an offset. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStartOf(text, offset);
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(start, end);
}

/** startsLine is true when only spaces and tabs stand before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

/** isBlankLine is true when the line of an offset holds nothing but white space; also behind the last line. */
export function isBlankLine(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), lineEndOf(text, offset)).trim() === '';
}

/** lineBreakOf gives the line break that a text uses. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const lineFeed = text.indexOf('\n');
  return lineFeed > 0 && text.charAt(lineFeed - 1) === '\r' ? '\r\n' : '\n';
}
