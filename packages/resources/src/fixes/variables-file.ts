/** Whether a file gives variables their values. Any of them can be secret, so that of such a file only what changes is told. */
export function isVariablesFile(path: string): boolean {
  return path.endsWith('.tfvars');
}

/** A line of a change. */
interface SignedLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Changed lines of a file with values of variables, with the texts left out that stay. Keys are told. */
export function withoutKeptTexts(lines: readonly SignedLine[]): readonly SignedLine[] {
  const textsOf = (wanted: SignedLine['sign']) =>
    new Set(lines.flatMap(({ sign, text }) => (sign === wanted ? (text.match(quotedTexts) ?? []) : [])));
  const [old, now] = [textsOf('-'), textsOf('+')];
  const isKey = (line: string, end: number) => /^\s*[=:]/.test(line.slice(end));
  return lines.map((line) => ({
    ...line,
    text: line.text.replaceAll(quotedTexts, (found: string, start: number) =>
      old.has(found) && now.has(found) && !isKey(line.text, start + found.length) ? '"…"' : found,
    ),
  }));
}

const quotedTexts = /"(?:[^"\\]|\\.)*"/g;
