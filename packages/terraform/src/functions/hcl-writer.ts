import { graphemeCount } from '../values/graphemes.ts';
import { numberText } from '../values/number-text.ts';
import { sortedEntries, type Value } from '../values/value.ts';

/**
 * One line of what is written. Brackets are counted over the whole line, which decides its indentation: that is how
 * Terraform's formatter works, and why a line with as many opening as closing brackets stays where it is.
 */
interface Line {
  /** The name of the attribute that the line sets, and the text behind the equals sign. */
  readonly name: string | undefined;
  text: string;
  brackets: number;
}

/** writeHcl writes a value as an expression, formatted as `terraform fmt` does. */
export function writeHcl(value: Value): string {
  const lines: Line[] = [{ name: undefined, text: '', brackets: 0 }];
  writeValue(value, lines);
  return formatLines(lines);
}

/** writeAttributes writes values as the content of a variables file, one name a line. */
export function writeAttributes(entries: readonly (readonly [string, Value])[]): string {
  const lines: Line[] = [];
  for (const [name, value] of entries) {
    lines.push({ name, text: '', brackets: 0 });
    writeValue(value, lines);
  }
  return lines.length === 0 ? '' : `${formatLines(lines)}\n`;
}

function writeValue(value: Value, lines: Line[]): void {
  switch (value.kind) {
    case 'map':
    case 'object':
      writeEntries(sortedEntries(value), lines);
      return;
    case 'list':
    case 'set':
    case 'tuple':
      append(lines, '[', 1);
      for (const [index, item] of value.items.entries()) {
        if (index > 0) append(lines, ', ');
        writeValue(item, lines);
      }
      append(lines, ']', -1);
      return;
    case 'string':
      append(lines, quoteHcl(value.value));
      return;
    case 'number':
      append(lines, numberText(value.value));
      return;
    case 'bool':
      append(lines, String(value.value));
      return;
    default:
      append(lines, 'null');
  }
}

function writeEntries(entries: readonly (readonly [string, Value])[], lines: Line[]): void {
  append(lines, '{', 1);
  for (const [key, entry] of entries) {
    lines.push({ name: isIdentifier(key) ? key : quoteHcl(key), text: '', brackets: 0 });
    writeValue(entry, lines);
  }
  if (entries.length > 0) lines.push({ name: undefined, text: '', brackets: 0 });
  append(lines, '}', -1);
}

function append(lines: readonly Line[], text: string, brackets = 0): void {
  const line = lines.at(-1);
  if (line === undefined) return;
  line.text += text;
  line.brackets += brackets;
}

function formatLines(lines: readonly Line[]): string {
  const widths = nameWidths(lines);
  const open: number[] = [];
  return lines
    .map((line, index) => {
      closeBrackets(open, -line.brackets);
      const indent = '  '.repeat(open.length);
      if (line.brackets > 0) open.push(line.brackets);
      if (line.name === undefined) return indent + line.text;
      const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - graphemeCount(line.name)));
      return `${indent}${line.name}${padding} = ${line.text}`;
    })
    .join('\n');
}

/** Every line that opened brackets indents by one step until all of them are closed. */
function closeBrackets(open: number[], count: number): void {
  let left = count;
  while (left > 0) {
    const top = open.pop();
    if (top === undefined) return;
    if (top > left) open.push(top - left);
    left -= top;
  }
}

/** The equals signs of lines that follow each other stand below each other, unless a value has several lines. */
function nameWidths(lines: readonly Line[]): readonly number[] {
  const widths = lines.map(() => 0);
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    while (isAligned(lines[end])) end++;
    const width = Math.max(0, ...lines.slice(start, end).map(({ name }) => graphemeCount(name ?? '')));
    widths.fill(width, start, end);
    start = Math.max(start, end);
  }
  return widths;
}

function isAligned(line: Line | undefined): boolean {
  return line?.name !== undefined && line.brackets === 0;
}

/** isIdentifier tells whether a text can stand for a name as it is. */
export function isIdentifier(text: string): boolean {
  return /^\p{ID_Start}[\p{ID_Continue}-]*$/u.test(text);
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };
const PRINTABLE = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/** quoteHcl writes a string literal, with what would be taken for a template escaped. */
function quoteHcl(text: string): string {
  let quoted = '';
  for (const character of text) {
    const escaped = ESCAPES[character];
    if (escaped !== undefined) quoted += escaped;
    else if (PRINTABLE.test(character)) quoted += character;
    else quoted += escapeCode(character.codePointAt(0) ?? 0);
  }
  return `"${quoted.replaceAll(/[$%](?=\{)/g, '$&$&')}"`;
}

function escapeCode(code: number): string {
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
