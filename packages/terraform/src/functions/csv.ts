import { quoteText } from '../values/quote.ts';
import { DYNAMIC, listType, objectType, STRING } from '../values/type.ts';
import { listValue, objectValue, stringValue, type Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';
import { textAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';
import { checkElementCount } from './limits.ts';

/** The function for CSV. */
export const CSV_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'csvdecode',
    parameters: [{ name: 'str', type: STRING }],
    returns: DYNAMIC,
    run: (args) => decode(textAt(args, 0)),
  },
];

function decode(text: string): Value {
  const rows = parseCsv(text);
  const header = rows.next().value;
  if (header === undefined) throw new ValueError('missing header line');
  const names = new Set<string>();
  for (const name of header.fields) {
    if (names.has(name)) throw new ValueError(`duplicate column name ${quoteText(name)}`);
    names.add(name);
  }
  const objects: Value[] = [];
  for (const { fields, line } of rows) {
    if (fields.length !== header.fields.length) throw parseError(line, 'wrong number of fields');
    objects.push(objectValue(header.fields.map((name, index) => [name, stringValue(fields[index] ?? '')])));
    checkElementCount(objects.length);
  }
  const element = objectType(new Map(header.fields.map((name) => [stringValue(name).value, STRING])));
  return listValue(listType(element).element, objects);
}

interface Row {
  readonly fields: readonly string[];
  /** The line on which the row begins, from 1. */
  readonly line: number;
}

function parseError(line: number, problem: string): ValueError {
  return new ValueError(`CSV parse error on line ${line}: ${problem}`);
}

/** Fields may be in quotes, within which quotes are doubled and line ends allowed. Empty lines do not count. */
function* parseCsv(text: string): Generator<Row, undefined> {
  // A carriage return that ends the text counts as a line end too.
  const source = text.replaceAll('\r\n', '\n').replace(/\r$/, '');
  let position = 0;
  let line = 1;
  while (position < source.length) {
    if (source[position] === '\n') {
      position++;
      line++;
      continue;
    }
    const row: string[] = [];
    const start = line;
    let more = true;
    while (more) {
      const field = source[position] === '"' ? quotedField(source, position, line) : plainField(source, position, line);
      row.push(field.text);
      line += field.lines;
      more = source[field.end] === ',';
      position = field.end + 1;
    }
    line++;
    yield { fields: row, line: start };
  }
}

interface Field {
  readonly text: string;
  /** Where the comma, the line end or the end of the text is. */
  readonly end: number;
  /** The line ends inside. */
  readonly lines: number;
}

function plainField(source: string, start: number, line: number): Field {
  let end = start;
  while (end < source.length && source[end] !== ',' && source[end] !== '\n') end++;
  const text = source.slice(start, end);
  if (text.includes('"')) throw parseError(line, 'bare " in non-quoted-field');
  return { text, end, lines: 0 };
}

function quotedField(source: string, start: number, line: number): Field {
  const problem = 'extraneous or missing " in quoted-field';
  let text = '';
  let position = start + 1;
  for (;;) {
    const quote = source.indexOf('"', position);
    if (quote < 0) throw parseError(line + countLines(source.slice(start).trimEnd()), problem);
    text += source.slice(position, quote);
    if (source[quote + 1] !== '"') {
      const end = quote + 1;
      const next = source[end];
      const lines = countLines(text);
      if (next !== undefined && next !== ',' && next !== '\n') throw parseError(line + lines, problem);
      return { text, end, lines };
    }
    text += '"';
    position = quote + 2;
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
